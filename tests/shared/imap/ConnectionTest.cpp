// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/Connection.h"

#include "PlayedScenarios.h"

#include <QTest>

#include <functional>
#include <utility>
#include <vector>

using namespace imap;
using namespace steps;
using namespace std::chrono_literals;
using Segments = ScriptedConnection::Segments;

namespace {

// POSIX and C have functions of these names.
using steps::remove;
using steps::select;

/// The message of the changes, as it is before or after them.
std::string flagsOfSeven(const std::string &flags)
{
    return "S: * 3 FETCH (UID 7 FLAGS (" + flags + "))\n";
}
/// A deletion on a server with UIDPLUS.
const std::string deleteSeven = R"(
    C: TAG1 UID FETCH 7 (UID FLAGS)
    C: TAG2 UID STORE 7 +FLAGS.SILENT (\Deleted)
    C: TAG3 UID EXPUNGE 7
)";
/// A deletion on a server without.
const std::string deleteSevenIfAlone = R"(
    C: TAG1 UID FETCH 7 (UID FLAGS)
    C: TAG2 UID SEARCH DELETED
    C: TAG3 UID STORE 7 +FLAGS.SILENT (\Deleted)
)";
const std::string copySeven = R"(
    C: TAG1 UID FETCH 7 (UID FLAGS)
    C: TAG2 UID COPY 7 "Archive"
)";
const std::string moveSeven = R"(
    C: TAG1 UID FETCH 7 (UID FLAGS)
    C: TAG2 UID MOVE 7 "Archive"
)";
std::vector<Scenario> listing()
{
    return {
        {"LIST-STATUS: one round trip",
         "LIST-EXTENDED LIST-STATUS SPECIAL-USE",
         R"(
            C: TAG LIST "" "*" RETURN (SPECIAL-USE STATUS (MESSAGES UNSEEN UIDNEXT UIDVALIDITY))
            S: * LIST (\HasNoChildren) "/" INBOX
            S: * STATUS INBOX (MESSAGES 17 UNSEEN 3 UIDNEXT 20 UIDVALIDITY 1)
            S: * LIST (\sent) "/" "Gesendet &- mehr"
            S: * STATUS "Gesendet &- mehr" (MESSAGES 4 UNSEEN 0)
            S: * LIST (\NoSelect) "/" [Gmail]
            S: * LIST () "/" inbox
            S: TAG OK done
         )",
         {{list, "INBOX=inbox:17/3 Gesendet & mehr=sent:4/0 [Gmail]"}}},
        {"no LIST-STATUS: pipelined STATUS",
         "",
         R"(
            C: TAG LIST "" "*"
            S: * LIST () "/" INBOX
            S: * LIST (\Noselect) "/" x
            S: * LIST () "/" {3}
            S: y"z
            S: TAG OK
            C: TAG1 STATUS "INBOX" (MESSAGES UNSEEN UIDNEXT UIDVALIDITY)
            C: TAG2 STATUS "y\"z" (MESSAGES UNSEEN UIDNEXT UIDVALIDITY)
            S: * STATUS INBOX (MESSAGES 1 UNSEEN 1)
            S: TAG1 OK
            S: TAG2 NO [NOPERM] not yours
         )",
         {{list, "INBOX=inbox:1/1 x y\"z"}}},
        {"LIST-EXTENDED with SPECIAL-USE only",
         "LIST-EXTENDED SPECIAL-USE",
         R"(
            C: TAG LIST "" "*" RETURN (SPECIAL-USE)
            S: * LIST (\Noselect \Trash) "/" Trash
            S: TAG OK
         )",
         {{list, "Trash=trash"}}},
        {"NO to LIST",
         "",
         "C: TAG LIST \"\" \"*\"\nS: TAG NO [UNAVAILABLE] later",
         {{list, "unavailable"}}},
    };
}

std::vector<Scenario> opening()
{
    return {
        {"a mailbox is opened once",
         "",
         examineInbox + R"(
            C: TAG NOOP
            S: * 6 EXISTS
            S: TAG OK
         )",
         {{examine(), "5 validity 42"}, {examine(), "6 validity 42"}}},
        {"it is closed, and opened again",
         "UNSELECT",
         examineInbox + "C: TAG UNSELECT\nS: TAG OK\n" + examineInbox,
         {{examine(), "5 validity 42"}, {unselect, "ok"}, {examine(), "5 validity 42"}}},
        {"no UNSELECT: CLOSE, which removes nothing where nothing may be changed",
         "",
         examineInbox + "C: TAG CLOSE\nS: TAG OK\n",
         {{examine(), "5 validity 42"}, {unselect, "ok"}}},
        {"no UNSELECT: never CLOSE where something may be changed",
         "",
         selectInbox,
         {{select, "5 next 100"}, {unselect, "conflict"}}},
        {"CONDSTORE tells how far the mailbox has got",
         "CONDSTORE",
         R"(
            C: TAG EXAMINE "INBOX"
            S: * OK [HIGHESTMODSEQ 715194045007] .
            S: TAG OK [READ-ONLY] .
            C: TAG EXAMINE "x"
            S: * OK [NOMODSEQ] .
            S: TAG OK [READ-ONLY] .
         )",
         {{highestModSeq(inbox), "715194045007"},
          {highestModSeq(*MailboxName::fromText("x")), "none"}}},
        {"a command that is not answered",
         "",
         examineInbox + "C: TAG NOOP\nSILENCE",
         {{examine(), "5 validity 42"}, {noop, "deadline_exceeded dead"}},
         [](ConnectionOptions &options) {
             options.limits.command = std::chrono::milliseconds(200);
         }},
        {"SELECT when it has to be changed",
         "",
         examineInbox + selectInbox + "C: TAG NOOP\nS: TAG OK",
         {{examine(), "5 validity 42"}, {select, "5 next 100"}, {examine(), "5 validity 42"}}},
        {"opened read-only",
         "",
         "C: TAG SELECT \"INBOX\"\nS: * 1 EXISTS\nS: TAG OK [READ-ONLY] .",
         {{select, "conflict"}}},
        {"a wildcard is a name",
         "",
         "C: TAG EXAMINE \"*\"\nS: TAG NO no such mailbox",
         {{examine(*MailboxName::fromText("*")), "not_found"}}},
        {"NONEXISTENT",
         "",
         "C: TAG EXAMINE \"INBOX\"\nS: TAG NO [NONEXISTENT] .",
         {{examine(), "not_found"}}},
        {"NOPERM",
         "",
         "C: TAG EXAMINE \"INBOX\"\nS: TAG NO [NOPERM] .",
         {{examine(), "permission_denied"}}},
        {"INUSE", "", "C: TAG EXAMINE \"INBOX\"\nS: TAG NO [INUSE] .", {{examine(), "busy"}}},
        {"LIMIT", "", "C: TAG EXAMINE \"INBOX\"\nS: TAG NO [LIMIT] .", {{examine(), "busy"}}},
        {"BAD", "", "C: TAG EXAMINE \"INBOX\"\nS: TAG BAD what", {{examine(), "unsupported"}}},
        {"a refused EXAMINE leaves nothing open",
         "",
         examineInbox + "C: TAG EXAMINE \"x\"\nS: TAG NO .\n" + examineInbox,
         {{examine(), "5 validity 42"},
          {examine(*MailboxName::fromText("x")), "not_found"},
          {examine(), "5 validity 42"}}},
    };
}

std::vector<Scenario> fetching()
{
    return {
        {"page: two round trips, then one",
         "",
         examineInbox + R"(
            C: TAG FETCH 4:5 (UID ENVELOPE)
            S: * 4 FETCH (UID 70 ENVELOPE (NIL "b"))
            S: * 5 FETCH (UID 90 ENVELOPE (NIL "c"))
            S: TAG OK
            C: TAG1 NOOP
            C: TAG2 FETCH 2:3 (UID ENVELOPE)
            S: TAG1 OK
            S: * 2 FETCH (UID 40 ENVELOPE (NIL "a"))
            S: * 3 FETCH (UID 50 ENVELOPE (NIL {1}
            S: x))
            S: TAG2 OK
         )",
         {{page({.skip = 0, .count = 2}), "of 5: 90=c 70=b"},
          {page({.skip = 2, .count = 2}), "of 5: 50=x 40=a"}}},
        {"page: past the end, the last one, none",
         "",
         examineInbox + R"(
            C: TAG NOOP
            S: TAG OK
            C: TAG1 NOOP
            C: TAG2 FETCH 1 (UID ENVELOPE)
            S: TAG1 OK
            S: * 1 FETCH (UID 1 ENVELOPE (NIL "z"))
            S: TAG2 OK
            C: TAG NOOP
            S: TAG OK
         )",
         {{page({.skip = 5, .count = 20}), "of 5:"},
          {page({.skip = 5, .count = 20}), "of 5:"},
          {page({.skip = 4, .count = 20}), "of 5: 1=z"},
          {page({.skip = 0, .count = 0}), "of 5:"}}},
        {"page: new mail shifts it",
         "",
         examineInbox + R"(
            C: TAG1 NOOP
            C: TAG2 FETCH 5 (UID ENVELOPE)
            S: * 6 EXISTS
            S: TAG1 OK
            S: * 5 FETCH (UID 50 ENVELOPE (NIL "old"))
            S: TAG2 OK
            C: TAG FETCH 6 (UID ENVELOPE)
            S: * 6 FETCH (UID 60 ENVELOPE (NIL "new"))
            S: TAG OK
         )",
         {{examine(), "5 validity 42"}, {page({.skip = 0, .count = 1}), "of 6: 60=new"}}},
        {"page of an empty mailbox",
         "",
         "C: TAG EXAMINE \"INBOX\"\nS: * 0 EXISTS\nS: TAG OK",
         {{page({}), "of 0:"}}},
        {"message: one round trip",
         "",
         examineAndFetch + R"(
            S: * 3 FETCH (UID 7 BODY[] {8}
            S: a: b
            S-RAW: {{CRLF}}
            S: )
            S: TAG2 OK
         )",
         {{fetch(), "of 5: 7[]a: b\r\n\r\n"}}},
        {"order and gaps of UIDs",
         "",
         R"(
            C: TAG1 EXAMINE "INBOX"
            C: TAG2 UID FETCH 7:9 (UID BODY.PEEK[])
            S: TAG1 OK
            S: * 1 FETCH (UID 7 BODY[] "a")
            S: * 2 FETCH (UID 9 BODY[] "b")
            S: TAG2 OK
         )",
         {{fetch({9, 7, 8, 9}), "of 0: 9[]b 7[]a"}}},
        {"a message in several lines",
         "",
         examineAndFetch + R"(
            S: * 3 FETCH (UID 7 FLAGS ())
            S: * 3 FETCH (BODY[] "text")
            S: TAG2 OK
         )",
         {{fetch(), "of 5: 7[]text"}}},
        {"a message that the server learns of while it is asked for",
         "",
         examineInbox + R"(
            C: TAG1 NOOP
            C: TAG2 UID FETCH 7 (UID BODY.PEEK[])
            S: * 6 EXISTS
            S: TAG1 OK
            S: TAG2 OK
            C: TAG1 NOOP
            C: TAG2 UID FETCH 7 (UID BODY.PEEK[])
            S: TAG1 OK
            S: * 6 FETCH (UID 7 BODY[] "new")
            S: TAG2 OK
         )",
         {{examine(), "5 validity 42"}, {fetch(), "of 6: 7[]new"}}},
        {"a message that is not there although others come: asked for twice",
         "",
         examineInbox + R"(
            C: TAG1 NOOP
            C: TAG2 UID FETCH 7 (UID BODY.PEEK[])
            S: * 6 EXISTS
            S: TAG1 OK
            S: TAG2 OK
            C: TAG1 NOOP
            C: TAG2 UID FETCH 7 (UID BODY.PEEK[])
            S: * 7 EXISTS
            S: TAG1 OK
            S: TAG2 OK
         )",
         {{examine(), "5 validity 42"}, {fetch(), "of 7:"}}},
        {"a message that is gone, and no news: asked for once",
         "",
         examineInbox + R"(
            C: TAG1 NOOP
            C: TAG2 UID FETCH 7 (UID BODY.PEEK[])
            S: TAG1 OK
            S: TAG2 OK
         )",
         {{examine(), "5 validity 42"}, {fetch(), "of 5:"}}},
        {"EXAMINE refused, FETCH answered nevertheless",
         "",
         R"(
            C: TAG EXAMINE "INBOX"
            C: TAG2 UID FETCH 7 (UID BODY.PEEK[])
            S: TAG NO [NONEXISTENT] no such mailbox
            S: * 3 FETCH (UID 7 BODY[] "WRONG")
            S: TAG2 OK
         )",
         {{fetch(), "not_found"}}},
        {"some are gone",
         "",
         examineAndFetch + "S: * 3 FETCH (UID 7 BODY[] \"x\")\nS: TAG2 NO [EXPUNGEISSUED] gone",
         {{fetch(), "of 5: 7[]x"}}},
        {"NO to FETCH", "", examineAndFetch + "S: TAG2 NO trouble", {{fetch(), "unavailable"}}},
        {"UID 0", "", "", {{fetch({0}), "invalid_argument"}, {fetch({}), "invalid_argument"}}},
    };
}

std::vector<Scenario> searching()
{
    return {
        {"ESEARCH: one round trip",
         "ESEARCH",
         R"(
            C: TAG EXAMINE "INBOX"
            C: TAG2 UID SEARCH RETURN (ALL COUNT) UNSEEN
            S: * 5 EXISTS
            S: TAG OK done
            S: * ESEARCH (TAG "{{TAG2}}") UID ALL 3,5:7 COUNT 4
            S: TAG2 OK
            C: TAG NOOP
            C: TAG2 UID SEARCH RETURN (ALL COUNT) FROM "x" SINCE 1-Jan-2025
            S: TAG OK done
            S: * ESEARCH (TAG "other") UID ALL 99 COUNT 1
            S: * ESEARCH (TAG "{{TAG2}}") UID COUNT 0
            S: TAG2 OK
         )",
         {{search("UNSEEN"), "7,6,5,3 count 4"}, {search("FROM x SINCE 01-Jan-2025"), " count 0"}}},
        {"mail that came meanwhile is found",
         "ESEARCH",
         R"(
            C: TAG EXAMINE "INBOX"
            C: TAG2 UID SEARCH RETURN (ALL COUNT) UNSEEN
            S: * 5 EXISTS
            S: TAG OK done
            S: * ESEARCH (TAG "{{TAG2}}") UID COUNT 0
            S: TAG2 OK
            C: TAG NOOP
            C: TAG2 UID SEARCH RETURN (ALL COUNT) UNSEEN
            S: * ESEARCH (TAG "{{TAG2}}") UID COUNT 0
            S: TAG2 OK
            S: * 6 EXISTS
            S: TAG OK done
            C: TAG NOOP
            C: TAG2 UID SEARCH RETURN (ALL COUNT) UNSEEN
            S: * ESEARCH (TAG "{{TAG2}}") UID ALL 8 COUNT 1
            S: TAG2 OK
            S: TAG OK done
         )",
         {{search("UNSEEN"), " count 0"}, {search("UNSEEN"), "8 count 1"}}},
        {"a mailbox that never comes to rest is searched twice at most",
         "ESEARCH",
         R"(
            C: TAG EXAMINE "INBOX"
            C: TAG2 UID SEARCH RETURN (ALL COUNT) UNSEEN
            S: * 5 EXISTS
            S: TAG OK done
            S: * ESEARCH (TAG "{{TAG2}}") UID ALL 7 COUNT 1
            S: * 6 EXISTS
            S: TAG2 OK
            C: TAG NOOP
            C: TAG2 UID SEARCH RETURN (ALL COUNT) UNSEEN
            S: TAG OK done
            S: * ESEARCH (TAG "{{TAG2}}") UID ALL 7:8 COUNT 2
            S: * 7 EXISTS
            S: TAG2 OK
         )",
         {{search("UNSEEN"), "8,7 count 2"}}},
        {"plain SEARCH gives UIDs",
         "",
         examineAndSearch + "S: * SEARCH 3 9 5 9\nS: TAG2 OK",
         {{search("UNSEEN"), "9,5,3 count 3"}}},
        {"SEARCH with a trailing blank",
         "",
         examineAndSearch + "S-RAW: * SEARCH {{CRLF}}\nS: TAG2 OK",
         {{search("UNSEEN"), " count 0"}}},
        {"no SEARCH line at all",
         "",
         examineAndSearch + "S: TAG2 OK",
         {{search("UNSEEN"), " count 0"}}},
        {"a line far over 64 KiB",
         "",
         examineAndSearch + "S: * SEARCH{{100000* 7}}\nS: TAG2 OK",
         {{search("UNSEEN"), "7 count 1"}}},
        {"beyond ASCII: CHARSET and a literal",
         "LITERAL+",
         R"(
            C: TAG1 EXAMINE "INBOX"
            C: TAG2 UID SEARCH CHARSET UTF-8 SUBJECT {5+}
            C: Grün
            S: TAG1 OK
            S: * SEARCH 5
            S: TAG2 OK
         )",
         {{search("SUBJECT Grün"), "5 count 1"}}},
        {"beyond ASCII: synchronising literal",
         "",
         R"(
            C: TAG1 EXAMINE "INBOX"
            C: TAG2 UID SEARCH CHARSET UTF-8 OR SUBJECT {5}
            S: TAG1 OK
            S: + go
            C: Grün FROM {2}
            S: +
            C: ä
            S: * SEARCH 5
            S: TAG2 OK
         )",
         {{search("OR SUBJECT Grün FROM ä"), "5 count 1"}}},
        {"refused before its literal",
         "",
         R"(
            C: TAG1 EXAMINE "INBOX"
            C: TAG2 UID SEARCH CHARSET UTF-8 SUBJECT {5}
            S: TAG1 OK
            S: TAG2 NO [LIMIT] no
            C: TAG NOOP
            S: TAG OK
         )",
         {{search("SUBJECT Grün"), "busy"}, {noop, "ok"}}},
        {"OK before its literal",
         "",
         R"(
            C: TAG1 EXAMINE "INBOX"
            C: TAG2 UID SEARCH CHARSET UTF-8 SUBJECT {5}
            S: TAG1 OK
            S: TAG2 OK
            CLOSED
         )",
         {{search("SUBJECT Grün"), "protocol_error dead"}}},
        {"BADCHARSET: once more without",
         "LITERAL-",
         R"(
            C: TAG1 EXAMINE "INBOX"
            C: TAG2 UID SEARCH CHARSET UTF-8 SUBJECT {5+}
            C: Grün
            S: TAG1 OK
            S: TAG2 NO [BADCHARSET (US-ASCII)] no
            C: TAG1 NOOP
            C: TAG2 UID SEARCH SUBJECT {5+}
            C: Grün
            S: TAG1 OK
            S: TAG2 NO [BADCHARSET (US-ASCII)] no
         )",
         {{search("SUBJECT Grün"), "unsupported"}}},
        {"UTF8=ACCEPT: quoted and without CHARSET",
         "ENABLE UTF8=ACCEPT ESEARCH",
         R"(
            C: TAG ENABLE UTF8=ACCEPT
            S: * ENABLED UTF8=ACCEPT
            S: TAG OK
            C: TAG1 EXAMINE "INBOX"
            C: TAG2 UID SEARCH RETURN (ALL COUNT) SUBJECT "Grün"
            S: TAG1 OK
            S: * ESEARCH UID COUNT 1 ALL 5
            S: TAG2 OK
         )",
         {{search("SUBJECT Grün"), "5 count 1"}}},
    };
}

std::vector<Scenario> changing()
{
    return {
        {"flags: as they are afterwards",
         "",
         selectInbox + R"(
            C: TAG1 UID STORE 7 +FLAGS.SILENT (\Seen $Forwarded)
            C: TAG2 UID STORE 7 -FLAGS.SILENT (\Flagged)
            C: TAG3 UID FETCH 7 (UID FLAGS)
            S: * 3 FETCH (FLAGS (\Seen) MODSEQ (5))
            S: TAG1 OK
            S: TAG2 OK
            S: * 3 FETCH (UID 7 FLAGS (\seen $Forwarded work) MODSEQ (6))
            S: TAG3 OK
         )",
         {{select, "5 next 100"},
          {store({.add = {Flag::seen(), *Flag::parse("$Forwarded")},
                  .remove = {*Flag::parse("Flagged")}}),
           "flags \\Seen $Forwarded work"},
          {store({}), "invalid_argument"}}},
        {"flags: refused, and of no message",
         "",
         selectInbox + R"(
            C: TAG1 UID STORE 7 +FLAGS.SILENT (\Seen)
            C: TAG2 UID FETCH 7 (UID FLAGS)
            S: TAG1 NO [NOPERM] no
            )"
             + flagsOfSeven("") + R"(
            S: TAG2 OK
            C: TAG1 UID STORE 7 -FLAGS.SILENT (\Seen)
            C: TAG2 UID FETCH 7 (UID FLAGS)
            S: TAG1 OK
            S: * 4 FETCH (UID 8 FLAGS ())
            S: TAG2 OK
            C: TAG1 UID STORE 7 -FLAGS.SILENT (\Seen)
            C: TAG2 UID FETCH 7 (UID FLAGS)
            S: TAG1 NO no such message
            S: TAG2 OK
         )",
         {{select, "5 next 100"},
          {store({.add = {Flag::seen()}}), "permission_denied"},
          {store({.remove = {Flag::seen()}}), "no such message"},
          {store({.remove = {Flag::seen()}}), "no such message"}}},
        {"nothing changes in a mailbox opened for reading",
         "UIDPLUS MOVE",
         examineInbox,
         {{store({.add = {Flag::seen()}}), "conflict"},
          {examine(), "5 validity 42"},
          {store({.add = {Flag::seen()}}), "conflict"},
          {remove, "conflict"},
          {move, "conflict"}}},
        {"delete: one round trip",
         "UIDPLUS",
         selectInbox + deleteSeven + flagsOfSeven("") + R"(
            S: TAG1 OK
            S: TAG2 OK
            S: * 3 EXPUNGE
            S: TAG3 OK
         )",
         {{select, "5 next 100"}, {remove, "removed"}}},
        {"delete: a server that removes what is marked at once",
         "UIDPLUS",
         selectInbox + deleteSeven + flagsOfSeven("") + R"(
            S: TAG1 OK
            S: * 3 EXPUNGE
            S: TAG2 OK
            S: TAG3 OK
         )",
         {{select, "5 next 100"}, {remove, "removed"}}},
        {"delete: no such message",
         "UIDPLUS",
         selectInbox + deleteSeven + R"(
            S: TAG1 OK
            S: TAG2 OK
            S: TAG3 OK
         )",
         {{select, "5 next 100"}, {remove, "no such message"}}},
        {"delete: refused",
         "UIDPLUS",
         selectInbox + deleteSeven + flagsOfSeven("") + R"(
            S: TAG1 OK
            S: TAG2 NO no
            S: TAG3 OK
         )" + deleteSeven
             + flagsOfSeven("") + R"(
            S: TAG1 OK
            S: TAG2 OK
            S: TAG3 NO [NOPERM] no
         )",
         {{select, "5 next 100"}, {remove, "permission_denied"}, {remove, "permission_denied"}}},
        {"delete: OK and nothing done",
         "UIDPLUS",
         selectInbox + deleteSeven + flagsOfSeven("") + R"(
            S: TAG1 OK
            S: TAG2 OK
            S: TAG3 OK
            C: TAG UID FETCH 7 (UID FLAGS)
            )"
             + flagsOfSeven("") + "S: TAG OK",
         {{select, "5 next 100"}, {remove, "permission_denied"}}},
        {"delete: only others are reported as gone",
         "UIDPLUS",
         selectInbox + deleteSeven + flagsOfSeven("") + R"(
            S: * 1 EXPUNGE
            S: TAG1 OK
            S: * 3 EXPUNGE
            S: TAG2 OK
            S: TAG3 OK
            C: TAG UID FETCH 7 (UID FLAGS)
            S: * 2 FETCH (UID 7 FLAGS ())
            S: TAG OK
         )",
         {{select, "5 next 100"}, {remove, "permission_denied"}}},
        {"delete: others are gone as well",
         "UIDPLUS",
         selectInbox + deleteSeven + flagsOfSeven("") + R"(
            S: * 1 EXPUNGE
            S: TAG1 OK
            S: TAG2 OK
            S: * 2 EXPUNGE
            S: TAG3 OK
         )",
         {{select, "5 next 100"}, {remove, "removed"}}},
        {"delete: gone without a word",
         "UIDPLUS",
         selectInbox + deleteSeven + flagsOfSeven("") + R"(
            S: TAG1 OK
            S: TAG2 OK
            S: TAG3 OK
            C: TAG UID FETCH 7 (UID FLAGS)
            S: TAG OK
         )",
         {{select, "5 next 100"}, {remove, "removed"}}},
        {"without UIDPLUS: alone",
         "",
         selectInbox + deleteSevenIfAlone + flagsOfSeven("") + R"(
            S: TAG1 OK
            S: * SEARCH
            S: TAG2 OK
            S: TAG3 OK
            C: TAG1 UID FETCH 7 (UID FLAGS)
            C: TAG2 EXPUNGE
            )"
             + flagsOfSeven("\\Deleted") + R"(
            S: TAG1 OK
            S: * 3 EXPUNGE
            S: TAG2 OK
         )",
         {{select, "5 next 100"}, {remove, "removed"}}},
        {"without UIDPLUS: marked already, and not removed",
         "",
         selectInbox + deleteSevenIfAlone + flagsOfSeven("\\Deleted") + R"(
            S: TAG1 OK
            S: * SEARCH 7
            S: TAG2 OK
            S: TAG3 OK
            C: TAG1 UID FETCH 7 (UID FLAGS)
            C: TAG2 EXPUNGE
            )"
             + flagsOfSeven("\\Deleted") + R"(
            S: TAG1 OK
            S: TAG2 NO [NOPERM] no
         )",
         {{select, "5 next 100"}, {remove, "permission_denied"}}},
        {"without UIDPLUS: others are marked",
         "",
         selectInbox + deleteSevenIfAlone + flagsOfSeven("") + R"(
            S: TAG1 OK
            S: * SEARCH 3
            S: TAG2 OK
            S: TAG3 OK
         )" + deleteSevenIfAlone
             + flagsOfSeven("\\Deleted") + R"(
            S: TAG1 OK
            S: * SEARCH 3 7
            S: TAG2 OK
            S: TAG3 OK
         )",
         {{select, "5 next 100"}, {remove, "marked only"}, {remove, "marked only"}}},
        {"without UIDPLUS: cannot be marked, or looked for, or is not there",
         "",
         selectInbox + deleteSevenIfAlone + flagsOfSeven("") + R"(
            S: TAG1 OK
            S: * SEARCH
            S: TAG2 OK
            S: TAG3 NO [NOPERM] no
         )" + deleteSevenIfAlone
             + flagsOfSeven("") + R"(
            S: TAG1 OK
            S: TAG2 NO [LIMIT] not now
            S: TAG3 OK
         )" + deleteSevenIfAlone
             + R"(
            S: TAG1 OK
            S: * SEARCH 3
            S: TAG2 OK
            S: TAG3 OK
         )",
         {{select, "5 next 100"},
          {remove, "permission_denied"},
          {remove, "busy"},
          {remove, "no such message"}}},
        {"UIDVALIDITY changes while it is open",
         "",
         selectInbox + "C: TAG NOOP\nS: * OK [UIDVALIDITY 43] surprise\nS: TAG OK",
         {{select, "5 next 100"}, {examine(), "5 validity 43"}}},
        {"COPY: what is proof, and what is none",
         "",
         selectInbox + copySeven + flagsOfSeven("") + R"(
            S: TAG1 OK
            S: TAG2 OK [COPYUID 38505 7 3956] done
         )" + copySeven
             + flagsOfSeven("") + R"(
            S: TAG1 OK
            S: TAG2 OK done
         )" + copySeven
             + flagsOfSeven("") + R"(
            S: TAG1 OK
            S: TAG2 OK [COPYUID 38505 8 3956] another message
         )" + copySeven
             + flagsOfSeven("") + R"(
            S: TAG1 OK
            S: TAG2 OK [COPYUID 38505 7 1:4294967295] too many
         )" + copySeven
             + flagsOfSeven("") + R"(
            S: TAG1 OK
            S: TAG2 OK [COPYUID 0 7 3956] no lasting UIDs
         )",
         {{select, "5 next 100"},
          {copy, "38505 3956"},
          {copy, "unknown"},
          {copy, "unknown"},
          {copy, "unknown"},
          {copy, "unknown"}}},
        {"COPY: refused, and of no message",
         "",
         selectInbox + copySeven + flagsOfSeven("") + R"(
            S: TAG1 OK
            S: TAG2 NO [TRYCREATE] no such mailbox
         )" + copySeven
             + flagsOfSeven("") + R"(
            S: TAG1 OK
            S: TAG2 NO Mailbox does not exist
         )" + copySeven
             + flagsOfSeven("") + R"(
            S: TAG1 OK
            S: TAG2 NO [OVERQUOTA] full
         )" + copySeven
             + R"(
            S: TAG1 OK
            S: TAG2 OK nothing copied
         )" + copySeven
             + R"(
            S: TAG1 OK
            S: TAG2 NO no messages
         )",
         {{select, "5 next 100"},
          {copy, "not_found"},
          {copy, "not_found"},
          {copy, "too_large"},
          {copy, "no such message"},
          {copy, "no such message"}}},
        {"COPY with nothing open", "", "", {{copy, "conflict"}}},
        {"MOVE",
         "MOVE",
         selectInbox + moveSeven + flagsOfSeven("") + R"(
            S: TAG1 OK
            S: * OK [COPYUID 1 7 20] moved
            S: * 3 EXPUNGE
            S: TAG2 OK done
            C: TAG NOOP
            S: TAG OK
         )",
         {{select, "5 next 100"}, {move, "1 20"}, {examine(), "4 validity 42"}}},
        {"MOVE: unsupported",
         "UIDPLUS",
         selectInbox,
         {{select, "5 next 100"}, {move, "unsupported"}}},
        {"APPEND",
         "LITERAL+ APPENDLIMIT=10",
         R"(
            C: TAG APPEND "Entw&APw-rfe" (\Draft \Seen) {9+}
            C: a: b
            C:
            C: c
            S: TAG OK [APPENDUID 38505 3955] done
            C: TAG APPEND "Entw&APw-rfe" (\Draft \Seen) {9+}
            C: a: b
            C:
            C: c
            S: TAG OK done
            C: TAG APPEND "Entw&APw-rfe" (\Draft \Seen) {9+}
            C: a: b
            C:
            C: c
            S: TAG NO [OVERQUOTA] full
         )",
         {{append, "38505 3955"}, {append, "unknown"}, {append, "too_large"}}},
        {"APPEND over the limit", "LITERAL+ APPENDLIMIT=8", "", {{append, "too_large"}}},
        {"APPEND with a synchronising literal",
         "",
         R"(
            C: TAG APPEND "Entw&APw-rfe" (\Draft \Seen) {9}
            S: TAG NO [TRYCREATE] no
            C: TAG APPEND "Entw&APw-rfe" (\Draft \Seen) {9}
            S: + ready
            C: a: b
            C:
            C: c
            S: TAG OK
         )",
         {{append, "not_found"}, {append, "unknown"}}},
        {"reset after the literal",
         "LITERAL+",
         R"(
            C: TAG APPEND "Entw&APw-rfe" (\Draft \Seen) {9+}
            C: a: b
            RESET
         )",
         {{append, "unavailable dead"}, {noop, "unavailable dead"}}},
    };
}

std::vector<Scenario> telling()
{
    return {
        {"NAMESPACE",
         "NAMESPACE",
         R"(
            C: TAG NAMESPACE
            S: * NAMESPACE (("INBOX." ".")("#mh/" "/" "X-PARAM" ("a" "b"))) NIL (("Gemeinsam &- mehr/" "/")({1}
            S: x NIL))
            S: TAG OK
         )",
         {{namespaces, "<INBOX.>.<#mh/>/||<Gemeinsam & mehr/>/<x>-|"}}},
        {"NAMESPACE: malformed, refused, not offered",
         "NAMESPACE",
         R"(
            C: TAG NAMESPACE
            S: * NAMESPACE (("" "/"
            S: TAG OK
            C: TAG NAMESPACE
            S: TAG NO [NOPERM] no
         )",
         {{namespaces, "|||"}, {namespaces, "permission_denied"}}},
        {"NAMESPACE not offered", "", "", {{namespaces, "unsupported"}}},
        {"QUOTA",
         "QUOTA QUOTA=RES-STORAGE",
         R"(
            C: TAG GETQUOTAROOT "INBOX"
            S: * QUOTAROOT INBOX "" "user/alice"
            S: * QUOTA "" (storage 10 512 MESSAGE 3 100)
            S: * QUOTA user/alice ()
            S: TAG OK
            C: TAG GETQUOTAROOT "INBOX"
            S: * QUOTAROOT INBOX
            S: * QUOTA "" (STORAGE 10)
            S: TAG OK
            C: TAG GETQUOTAROOT "INBOX"
            S: TAG NO no such mailbox
         )",
         {{quota, "<> STORAGE 10/512 MESSAGE 3/100<user/alice>"},
          {quota, ""},
          {quota, "not_found"}}},
        {"QUOTA not offered", "", "", {{quota, "unsupported"}}},
    };
}

std::vector<Scenario> idling()
{
    const std::string begin = "C: TAG IDLE\nS: + idling\n";
    const std::string end = "C: DONE\nS: TAG OK\n";
    return {
        {"news come as they come",
         "IDLE",
         examineInbox + begin + R"(
            S: * OK Still here
            S: * 6 EXISTS
            S: * 2 EXPUNGE
            S: * 3 FETCH (UID 7 FLAGS (\seen))
            C: DONE
            S: * 6 EXISTS
            S: TAG OK
            C: TAG NOOP
            S: TAG OK
         )",
         {{examine(), "5 validity 42"},
          {idle(3), "exists 6, expunge 2, flags 3 \\Seen, exists 6, ok"},
          {examine(), "6 validity 42"}}},
        {"it begins anew before the server logs us out",
         "IDLE",
         examineInbox + begin + end + begin + end + begin + "S: * 6 EXISTS\n" + end,
         {{examine(), "5 validity 42"}, {idle(1), "exists 6, ok"}},
         [](ConnectionOptions &options) { options.idleRenewal = std::chrono::milliseconds(30); }},
        {"it ends when the time is over",
         "IDLE",
         examineInbox + begin + end + "C: TAG NOOP\nS: TAG OK",
         {{examine(), "5 validity 42"}, {idle(1, 20ms), "ok"}, {noop, "ok"}}},
        {"news before it begins",
         "IDLE",
         examineInbox + "C: TAG IDLE\nS: * 6 EXISTS\nS: + idling\n" + end,
         {{examine(), "5 validity 42"}, {idle(1), "exists 6, ok"}}},
        {"nobody who waits", "IDLE", examineInbox, {{examine(), "5 validity 42"}, {idle(0), "ok"}}},
        {"refused",
         "IDLE",
         examineInbox + "C: TAG IDLE\nS: TAG NO [LIMIT] no\nC: TAG NOOP\nS: TAG OK",
         {{examine(), "5 validity 42"}, {idle(1), "busy"}, {noop, "ok"}}},
        {"no continuation",
         "IDLE",
         examineInbox + "C: TAG IDLE\nSILENCE",
         {{examine(), "5 validity 42"}, {idle(1), "deadline_exceeded dead"}},
         [](ConnectionOptions &options) {
             options.limits.command = std::chrono::milliseconds(200);
         }},
        {"no end",
         "IDLE",
         examineInbox + begin + "S: * 6 EXISTS\nC: DONE\nSILENCE",
         {{examine(), "5 validity 42"}, {idle(1), "exists 6, deadline_exceeded dead"}},
         [](ConnectionOptions &options) {
             options.limits.command = std::chrono::milliseconds(200);
         }},
        {"OK at once",
         "IDLE",
         examineInbox + "C: TAG IDLE\nS: TAG OK\nCLOSED",
         {{examine(), "5 validity 42"}, {idle(1), "protocol_error dead"}}},
        {"it ends by itself",
         "IDLE",
         examineInbox + begin + "S: TAG OK\nCLOSED",
         {{examine(), "5 validity 42"}, {idle(1), "protocol_error dead"}}},
        {"two continuations",
         "IDLE",
         examineInbox + begin + "S: + idling\nCLOSED",
         {{examine(), "5 validity 42"}, {idle(1), "protocol_error dead"}}},
        {"the server logs us out",
         "IDLE",
         examineInbox + begin + "S: * BYE too long\nCLOSE",
         {{examine(), "5 validity 42"}, {idle(1), "unavailable dead"}}},
        {"the server closes",
         "IDLE",
         examineInbox + begin + "CLOSE",
         {{examine(), "5 validity 42"}, {idle(1), "unavailable dead"}}},
        {"nothing is open", "IDLE", "", {{idle(1), "conflict"}}},
        {"not offered", "", examineInbox, {{examine(), "5 validity 42"}, {idle(1), "unsupported"}}},
    };
}

} // namespace

class ConnectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lists_data() { addRows(listing()); }
    void lists() { play(); }
    void opens_data() { addRows(opening()); }
    void opens() { play(); }
    void fetches_data() { addRows(fetching()); }
    void fetches() { play(); }
    void searches_data() { addRows(searching()); }
    void searches() { play(); }
    void changes_data() { addRows(changing()); }
    void changes() { play(); }
    void tells_data() { addRows(telling()); }
    void tells() { play(); }
    void idles_data() { addRows(idling()); }
    void idles() { play(); }
};

QTEST_GUILESS_MAIN(ConnectionTest)
#include "ConnectionTest.moc"
