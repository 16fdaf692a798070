// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/Connection.h"

#include "ScriptedConnection.h"

#include <QTest>

#include <functional>
#include <utility>
#include <vector>

using namespace imap;
using Segments = ScriptedConnection::Segments;

namespace {

const std::vector<std::uint32_t> seven{7};
const MailboxName inbox = MailboxName::inbox();

std::string failure(const core::Error &error, const ScriptedConnection &)
{
    return std::string(core::nameOf(error.kind));
}

template <typename Value, typename Describe>
std::string describe(const core::Result<Value> &result, ScriptedConnection &connection,
                     Describe description)
{
    const std::string state = connection->isUsable() ? "" : " dead";
    if (!result)
        return failure(result.error(), connection) + state;
    return description(*result) + state;
}

std::string ok(const core::Done &)
{
    return "ok";
}

std::string numbers(const std::vector<std::uint32_t> &values)
{
    std::string text;
    for (const auto value : values)
        text += (text.empty() ? "" : ",") + std::to_string(value);
    return text;
}

std::string messages(const FetchResult &result)
{
    std::string text = "of " + std::to_string(result.mailbox.exists) + ":";
    for (const auto &message : result.messages) {
        text += ' ' + std::to_string(message.uid);
        if (message.envelope)
            text += '=' + message.envelope->subject;
        for (const auto &[key, bytes] : message.sections)
            text += '[' + key + ']' + bytes;
    }
    return text;
}

std::string found(const SearchResult &result)
{
    return numbers(result.uids) + " count " + std::to_string(result.count)
           + (result.isTruncated ? " truncated" : "");
}

/// What a step of a session gives, as one line.
using Step = std::function<std::string(ScriptedConnection &)>;

Step page(PageRequest request)
{
    return [request](ScriptedConnection &c) {
        const FetchItems items{.envelope = true};
        return describe(support::await(c->fetchPage(inbox, request, items, c.deadline())), c,
                        messages);
    };
}

Step fetch(std::vector<std::uint32_t> uids = seven)
{
    return [uids = std::move(uids)](ScriptedConnection &c) {
        FetchItems items;
        items.sections.push_back(Section::wholeMessage());
        return describe(support::await(c->uidFetch(inbox, uids, items, c.deadline())), c, messages);
    };
}

Step search(std::string text)
{
    return [text = std::move(text)](ScriptedConnection &c) {
        const auto criteria = Criteria::parse(text);
        if (!criteria)
            return std::string("bad criteria");
        return describe(support::await(c->uidSearch(inbox, *criteria, c.deadline())), c, found);
    };
}

Step examine(const MailboxName &mailbox = inbox)
{
    return [mailbox](ScriptedConnection &c) {
        return describe(support::await(c->examine(mailbox, c.deadline())), c,
                        [](const SelectedMailbox &selected) {
                            return std::to_string(selected.exists) + " validity "
                                   + std::to_string(selected.uidValidity);
                        });
    };
}

std::string select(ScriptedConnection &c)
{
    return describe(
        support::await(c->select(inbox, c.deadline())), c, [](const SelectedMailbox &selected) {
            return std::to_string(selected.exists) + " next " + std::to_string(selected.uidNext);
        });
}

std::string list(ScriptedConnection &c)
{
    return describe(support::await(c->list(c.deadline())), c, [](const MailboxList &result) {
        std::string text;
        for (const auto &entry : result.mailboxes) {
            text += (text.empty() ? "" : " ") + entry.name.path();
            if (const auto use = nameOf(entry.specialUse); !use.empty())
                text += '=' + std::string(use);
            if (entry.status)
                text += ':' + std::to_string(entry.status->messages.value_or(0)) + '/'
                        + std::to_string(entry.status->unseen.value_or(0));
        }
        return text + (result.isTruncated ? " …" : "");
    });
}

std::string noop(ScriptedConnection &c)
{
    return describe(support::await(c->noop(c.deadline())), c, ok);
}

std::string logout(ScriptedConnection &c)
{
    return describe(support::await(c->logout(c.deadline())), c, ok);
}

Step store(FlagChanges changes)
{
    return [changes = std::move(changes)](ScriptedConnection &c) {
        const auto stored = support::await(c->uidStore(7, changes, c.deadline()));
        return describe(stored, c, [](const std::optional<std::vector<std::string>> &flags) {
            if (!flags)
                return std::string("no such message");
            std::string text = "flags";
            for (const auto &flag : *flags)
                text += ' ' + flag;
            return text;
        });
    };
}

std::string remove(ScriptedConnection &c)
{
    return describe(support::await(c->uidDelete(7, c.deadline())), c, [](Removal removal) {
        switch (removal) {
        case Removal::NoSuchMessage:
            return "no such message";
        case Removal::Removed:
            return "removed";
        case Removal::MarkedOnly:
            return "marked only";
        }
        return "";
    });
}

std::string transferred(const Transfer &transfer)
{
    if (!transfer.copy)
        return transfer.isFound ? "unknown" : "no such message";
    return std::to_string(transfer.copy->uidValidity) + ' ' + std::to_string(transfer.copy->uid);
}

std::string copy(ScriptedConnection &c)
{
    const auto destination = MailboxName::fromText("Archive");
    return describe(support::await(c->uidCopy(7, *destination, c.deadline())), c, transferred);
}

std::string move(ScriptedConnection &c)
{
    const auto destination = MailboxName::fromText("Archive");
    return describe(support::await(c->uidMove(7, *destination, c.deadline())), c, transferred);
}

std::string append(ScriptedConnection &c)
{
    const auto drafts = MailboxName::fromText("Entwürfe");
    const std::vector<Flag> flags{Flag::draft(), Flag::seen()};
    return describe(support::await(c->append(*drafts, flags, "a: b\r\n\r\nc", c.deadline())), c,
                    [](const std::optional<AppendedMessage> &appended) {
                        return appended ? std::to_string(appended->uidValidity) + ' '
                                              + std::to_string(appended->uid)
                                        : std::string("unknown");
                    });
}

/// One session after the login: what the server does, what the client does, what comes of it.
struct Scenario
{
    std::string name;
    std::string capabilities;
    std::string script;
    std::vector<std::pair<Step, std::string>> steps;
    std::function<void(ConnectionOptions &)> configure = nullptr;
};

const std::string examineInbox = R"(
    C: TAG EXAMINE "INBOX"
    S: * 5 EXISTS
    S: * FLAGS (\Seen)
    S: * OK [UIDVALIDITY 42] .
    S: * OK [UIDNEXT 100] .
    S: TAG OK [READ-ONLY] done
)";
const std::string selectInbox = R"(
    C: TAG SELECT "INBOX"
    S: * 5 EXISTS
    S: * OK [UIDVALIDITY 42] .
    S: * OK [UIDNEXT 100] .
    S: TAG OK [READ-WRITE] done
)";
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
    C: TAG4 UID SEARCH UID 7
)";
/// A deletion on a server without.
const std::string deleteSevenIfAlone = R"(
    C: TAG1 UID FETCH 7 (UID FLAGS)
    C: TAG2 UID STORE 7 +FLAGS.SILENT (\Deleted)
    C: TAG3 UID SEARCH DELETED
)";
const std::string copySeven = R"(
    C: TAG1 UID FETCH 7 (UID FLAGS)
    C: TAG2 UID COPY 7 "Archive"
)";
const std::string moveSeven = R"(
    C: TAG1 UID FETCH 7 (UID FLAGS)
    C: TAG2 UID MOVE 7 "Archive"
)";
/// EXAMINE and UID FETCH in one packet, up to where the answer to the second begins.
const std::string examineAndFetch = R"(
    C: TAG EXAMINE "INBOX"
    C: TAG2 UID FETCH 7 (UID BODY.PEEK[])
    S: * 5 EXISTS
    S: TAG OK done
)";
const std::string examineAndSearch = R"(
    C: TAG EXAMINE "INBOX"
    C: TAG2 UID SEARCH UNSEEN
    S: * 5 EXISTS
    S: TAG OK done
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
        {"IM-29 more mailboxes than allowed",
         "",
         R"(
            C: TAG LIST "" "*"
            S: * LIST (\Noselect) "/" a
            REPEAT: 3000 * LIST (\Noselect) "/" b
            S: TAG OK
         )",
         {{list, "a b …"}},
         [](ConnectionOptions &options) { options.limits.mailboxes = 1000; }},
        {"IM-29 hostile names",
         "",
         R"(
            C: TAG LIST "" "*"
            S: * LIST (\Noselect) "/" "/../etc"
            S: * LIST (\Noselect) "/" {18}
            S-RAW: x{{CRLF}}A2 DELETE INBOX{{CRLF}}
            S: * LIST (\Noselect) "/" "&broken"
            S: * LIST (\Noselect) "/" "a{{00}}b"
            S: TAG OK
         )",
         {{list, "/../etc x\uFFFD\uFFFDA2 DELETE INBOX \uFFFDbroken a\uFFFDb"}}},
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
        {"SELECT when it has to be changed",
         "",
         examineInbox + selectInbox + "C: TAG NOOP\nS: TAG OK",
         {{examine(), "5 validity 42"}, {select, "5 next 100"}, {examine(), "5 validity 42"}}},
        {"opened read-only",
         "",
         "C: TAG SELECT \"INBOX\"\nS: * 1 EXISTS\nS: TAG OK [READ-ONLY] .",
         {{select, "conflict"}}},
        {"TA-20 a wildcard is a name",
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
        {"IM-20 page: expunged under our feet",
         "",
         examineInbox + R"(
            C: TAG1 NOOP
            C: TAG2 FETCH 5 (UID ENVELOPE)
            S: * 2 EXPUNGE
            S: TAG1 OK
            S: TAG2 BAD no such message
            C: TAG FETCH 4 (UID ENVELOPE)
            S: * 4 FETCH (UID 50 ENVELOPE (NIL "x"))
            S: TAG OK
         )",
         {{examine(), "5 validity 42"}, {page({.skip = 0, .count = 1}), "of 4: 50=x"}}},
        {"IM-20 page: unasked FETCH lines are not on it",
         "",
         examineInbox + R"(
            C: TAG FETCH 5 (UID ENVELOPE)
            S: * 1 FETCH (UID 10 FLAGS (\Seen) ENVELOPE (NIL "not asked"))
            S: * 5 FETCH (FLAGS (\Seen))
            S: * 5 FETCH (UID 50 ENVELOPE (NIL "x"))
            S: * 4 FETCH (UID 40 FLAGS ())
            S: TAG OK
         )",
         {{page({.skip = 0, .count = 1}), "of 5: 50=x"}}},
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
        {"IM-20 unsolicited data between",
         "",
         examineAndFetch + R"(
            S: * 2 EXPUNGE
            S: * 3 FETCH (UID 8 BODY[] "WRONG")
            S: * 2 FETCH (FLAGS (\Seen))
            S: * X-VENDOR (a b) {3}
            S: abc
            S: * 2 FETCH (UID 7 BODY[] "right")
            S: * 1 EXPUNGE
            S: * 2 FETCH (BODY[] "WRONG")
            S: * 9 EXISTS
            S: TAG2 OK
         )",
         {{fetch(), "of 9: 7[]right"}}},
        {"a message in several lines",
         "",
         examineAndFetch + R"(
            S: * 3 FETCH (UID 7 FLAGS ())
            S: * 3 FETCH (BODY[] "text")
            S: TAG2 OK
         )",
         {{fetch(), "of 5: 7[]text"}}},
        {"IM-20 FETCH lines before EXAMINE is through belong elsewhere",
         "",
         R"(
            C: TAG EXAMINE "INBOX"
            C: TAG2 UID FETCH 7 (UID BODY.PEEK[])
            S: * 3 FETCH (UID 7 BODY[] "WRONG")
            S: * 5 EXISTS
            S: TAG OK done
            S: TAG2 OK
         )",
         {{fetch(), "of 5:"}}},
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
        {"TA-19 UID 0",
         "",
         "",
         {{fetch({0}), "invalid_argument"}, {fetch({}), "invalid_argument"}}},
        {"IM-38 UTF8=ACCEPT, invalid UTF-8",
         "ENABLE UTF8=ACCEPT",
         R"(
            C: TAG ENABLE UTF8=ACCEPT
            S: * ENABLED UTF8=ACCEPT
            S: TAG OK
            C: TAG LIST "" "*"
            S: * LIST (\Noselect) "/" "Entwürfe & x{{ff}}"
            S: TAG OK
         )" + examineInbox
             + R"(
            C: TAG FETCH 5 (UID ENVELOPE)
            S: * 5 FETCH (UID 50 ENVELOPE (NIL "ä{{ff}}"))
            S: TAG OK
         )",
         {{list, "Entwürfe & x\uFFFD"}, {page({.skip = 0, .count = 1}), "of 5: 50=ä\xff"}}},
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
        {"TA-15 plain SEARCH gives UIDs",
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
        {"IM-27 more than allowed",
         "",
         examineAndSearch + "S: * SEARCH 1 2 3 4 5\nS: TAG2 OK",
         {{search("UNSEEN"), "5,4,3 count 5 truncated"}},
         [](ConnectionOptions &options) { options.limits.searchResults = 3; }},
        {"IM-27 four times more",
         "",
         examineAndSearch + "S: * SEARCH 1 2 3 4 5\nS: TAG2 OK\nCLOSED",
         {{search("UNSEEN"), "too_large dead"}},
         [](ConnectionOptions &options) { options.limits.searchResults = 1; }},
        {"IM-27 a huge range is not expanded",
         "ESEARCH",
         R"(
            C: TAG EXAMINE "INBOX"
            C: TAG2 UID SEARCH RETURN (ALL COUNT) ALL
            S: * 5 EXISTS
            S: TAG OK done
            S: * ESEARCH UID ALL 1:4294967295
            S: TAG2 OK
         )",
         {{search("ALL"), "4294967295,4294967294,4294967293 count 4294967295 truncated"}},
         [](ConnectionOptions &options) { options.limits.searchResults = 3; }},
        {"IM-27 UID 0",
         "",
         examineAndSearch + "S: * SEARCH 0\nCLOSED",
         {{search("UNSEEN"), "protocol_error dead"}}},
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
            S: * SEARCH
            S: TAG4 OK
         )",
         {{select, "5 next 100"}, {remove, "removed"}}},
        {"delete: a server that removes what is marked at once",
         "UIDPLUS",
         selectInbox + deleteSeven + flagsOfSeven("") + R"(
            S: TAG1 OK
            S: * 3 EXPUNGE
            S: TAG2 OK
            S: TAG3 OK
            S: TAG4 OK
         )",
         {{select, "5 next 100"}, {remove, "removed"}}},
        {"delete: no such message",
         "UIDPLUS",
         selectInbox + deleteSeven + R"(
            S: TAG1 OK
            S: TAG2 OK
            S: TAG3 OK
            S: * SEARCH
            S: TAG4 OK
         )",
         {{select, "5 next 100"}, {remove, "no such message"}}},
        {"delete: refused",
         "UIDPLUS",
         selectInbox + deleteSeven + flagsOfSeven("") + R"(
            S: TAG1 OK
            S: TAG2 NO no
            S: TAG3 OK
            S: * SEARCH 7
            S: TAG4 OK
         )" + deleteSeven
             + flagsOfSeven("") + R"(
            S: TAG1 OK
            S: TAG2 OK
            S: TAG3 NO [NOPERM] no
            S: * SEARCH 7
            S: TAG4 OK
         )",
         {{select, "5 next 100"}, {remove, "permission_denied"}, {remove, "permission_denied"}}},
        {"delete: OK and nothing done",
         "UIDPLUS",
         selectInbox + deleteSeven + flagsOfSeven("") + R"(
            S: TAG1 OK
            S: TAG2 OK
            S: TAG3 OK
            S: * SEARCH 7
            S: TAG4 OK
            C: TAG1 NOOP
            C: TAG2 UID SEARCH UID 7
            S: TAG1 OK
            S: * SEARCH 7
            S: TAG2 OK
         )",
         {{select, "5 next 100"}, {remove, "permission_denied"}}},
        {"delete: Dovecot tells of it at the end of the pipeline",
         "UIDPLUS",
         selectInbox + deleteSeven + flagsOfSeven("") + R"(
            S: * SEARCH 7
            S: TAG4 OK
            S: * 3 EXPUNGE
            S: TAG1 OK
            S: TAG2 OK
            S: TAG3 OK
            C: TAG1 NOOP
            C: TAG2 UID SEARCH UID 7
            S: TAG1 OK
            S: * SEARCH
            S: TAG2 OK
         )",
         {{select, "5 next 100"}, {remove, "removed"}}},
        {"IM-24 without UIDPLUS: alone",
         "",
         selectInbox + deleteSevenIfAlone + flagsOfSeven("") + R"(
            S: TAG1 OK
            S: TAG2 OK
            S: * SEARCH 7
            S: TAG3 OK
            C: TAG1 EXPUNGE
            C: TAG2 UID SEARCH UID 7
            S: * 3 EXPUNGE
            S: TAG1 OK
            S: * SEARCH
            S: TAG2 OK
         )",
         {{select, "5 next 100"}, {remove, "removed"}}},
        {"IM-24 without UIDPLUS: others are marked",
         "",
         selectInbox + deleteSevenIfAlone + flagsOfSeven("") + R"(
            S: TAG1 OK
            S: TAG2 OK
            S: * SEARCH 3 7
            S: TAG3 OK
         )",
         {{select, "5 next 100"}, {remove, "marked only"}}},
        {"IM-24 without UIDPLUS: the mark is not kept, or cannot be looked for",
         "",
         selectInbox + deleteSevenIfAlone + flagsOfSeven("") + R"(
            S: TAG1 OK
            S: TAG2 OK
            S: * SEARCH
            S: TAG3 OK
         )" + deleteSevenIfAlone
             + flagsOfSeven("") + R"(
            S: TAG1 OK
            S: TAG2 OK
            S: TAG3 NO [LIMIT] not now
         )" + deleteSevenIfAlone
             + R"(
            S: TAG1 OK
            S: TAG2 OK
            S: * SEARCH 3
            S: TAG3 OK
         )",
         {{select, "5 next 100"},
          {remove, "permission_denied"},
          {remove, "busy"},
          {remove, "no such message"}}},
        {"IM-23 UIDVALIDITY changes while it is open",
         "",
         selectInbox + "C: TAG NOOP\nS: * OK [UIDVALIDITY 43] surprise\nS: TAG OK",
         {{select, "5 next 100"}, {examine(), "5 validity 43"}}},
        {"IM-25 COPY: what is proof, and what is none",
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
        {"IM-25 COPY: refused, and of no message",
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
        {"IM-36 APPEND",
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
        {"IM-36 APPEND over the limit", "LITERAL+ APPENDLIMIT=8", "", {{append, "too_large"}}},
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
        {"IM-36 reset after the literal",
         "LITERAL+",
         R"(
            C: TAG APPEND "Entw&APw-rfe" (\Draft \Seen) {9+}
            C: a: b
            RESET
         )",
         {{append, "unavailable dead"}, {noop, "unavailable dead"}}},
    };
}

std::vector<Scenario> hostile()
{
    const auto dead = [](std::string name, std::string lines, std::string result,
                         std::function<void(ConnectionOptions &)> configure = nullptr) {
        return Scenario{std::move(name),
                        "",
                        examineAndFetch + lines + "\nCLOSED",
                        {{fetch(), result + " dead"}, {noop, result + " dead"}},
                        std::move(configure)};
    };
    return {
        dead("IM-14 literal 2^32", "S: * 1 FETCH (BODY[] {4294967296}", "too_large"),
        dead("IM-14 literal 2^64", "S: * 1 FETCH (BODY[] {18446744073709551616}", "too_large"),
        dead("IM-14 literal -1", "S: * 1 FETCH (BODY[] {-1}", "protocol_error"),
        dead("IM-14 literal without number", "S: * 1 FETCH (BODY[] {+}", "protocol_error"),
        dead("IM-14 literal 99,999,999", "S: * 1 FETCH (BODY[] {99999999}", "too_large"),
        dead("IM-15 more than one operation may read",
             "S: * 1 FETCH (UID 7 BODY[] {500}\nS: {{500*x}})\nREPEAT: 10 * OK {{100*y}}",
             "too_large", [](ConnectionOptions &options) { options.limits.operationBytes = 1500; }),
        dead("IM-17 endless line", "S-RAW: * OK {{20000*x}}", "too_large",
             [](ConnectionOptions &options) { options.limits.longLineBytes = 10'000; }),
        dead("IM-19 endless responses", "REPEAT: 3000 * 1 EXISTS", "too_large",
             [](ConnectionOptions &options) { options.limits.untaggedResponses = 1000; }),
        dead("IM-22 another tag", "S: ZZ OK done", "protocol_error"),
        dead("IM-22 lower-case tag", "S: a3 OK done", "protocol_error"),
        dead("IM-32 BYE in the middle", "S: * BYE shutting down", "unavailable"),
        dead("BYE with a reason", "S: * BYE [UNAVAILABLE] maintenance", "unavailable"),
        dead("PREAUTH in the middle", "S: * PREAUTH hello", "protocol_error"),
        dead("unexpected continuation", "S: + go on", "protocol_error"),
        dead("not IMAP", "S: HTTP/1.1 200 OK", "protocol_error"),
        dead("malformed FETCH", "S: * 1 FETCH (UID 7", "protocol_error"),
        dead("message number 2^32", "S: * 4294967296 EXISTS", "protocol_error"),
        {"IM-32 BYE, then silence",
         "",
         examineAndFetch + "S: * BYE\nSILENCE",
         {{fetch(), "unavailable dead"}}},
        {"IM-22 OK twice",
         "",
         "C: TAG NOOP\nS: TAG OK\nS: TAG OK\nC: TAG NOOP\nS: TAG OK\nCLOSED",
         {{noop, "ok"}, {noop, "protocol_error dead"}}},
        {"the server closes", "", examineAndFetch + "CLOSE", {{fetch(), "unavailable dead"}}},
        {"the server resets", "", examineAndFetch + "RESET", {{fetch(), "unavailable dead"}}},
        {"bare line feeds",
         "",
         R"(
            C: TAG EXAMINE "INBOX"
            S-RAW: * 5 EXISTS{{0a}}* OK [UIDVALIDITY 42]{{0a}}{{TAG}} OK{{0a}}
         )",
         {{examine(), "5 validity 42"}}},
        {"goodbye",
         "",
         "C: TAG LOGOUT\nS: * BYE see you\nS: TAG OK\nCLOSED",
         {{logout, "ok dead"}, {noop, "unavailable dead"}}},
        {"goodbye without a word", "", "C: TAG LOGOUT\nCLOSE", {{logout, "unavailable dead"}}},
    };
}

void addRows(const std::vector<Scenario> &scenarios)
{
    QTest::addColumn<Scenario>("scenario");
    QTest::addColumn<bool>("inSingleBytes");
    for (const auto &scenario : scenarios) {
        QTest::newRow(scenario.name.c_str()) << scenario << false;
        QTest::newRow((scenario.name + ", byte by byte").c_str()) << scenario << true;
    }
}

} // namespace

Q_DECLARE_METATYPE(Scenario)

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
    void survivesHostileServers_data() { addRows(hostile()); }
    void survivesHostileServers() { play(); }

private:
    static void play()
    {
        QFETCH(Scenario, scenario);
        QFETCH(bool, inSingleBytes);
        support::ScriptedServerOptions options;
        options.segments = inSingleBytes ? Segments::SingleBytes : Segments::Whole;
        ScriptedConnection connection("S: * OK [CAPABILITY IMAP4rev1] ready\n"
                                      "C: TAG LOGIN \"alice\" \"pw\"\n"
                                      "S: TAG OK [CAPABILITY IMAP4rev1 "
                                          + scenario.capabilities + "] in\n" + scenario.script,
                                      options);
        if (scenario.configure)
            scenario.configure(connection.options);
        const auto opened = connection.open();
        QVERIFY2(opened, opened ? "" : opened.error().detail.c_str());
        QVERIFY(connection.login());
        for (const auto &[step, expected] : scenario.steps)
            QCOMPARE(QString::fromStdString(step(connection)), QString::fromStdString(expected));
        connection.close();
        QCOMPARE(QString::fromStdString(connection.server().verdict()), QString());
    }
};

QTEST_GUILESS_MAIN(ConnectionTest)
#include "ConnectionTest.moc"
