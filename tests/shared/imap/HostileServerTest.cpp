// SPDX-License-Identifier: GPL-3.0-or-later
// Mail servers that are broken, slow or hostile. Every case is also played byte by byte and with
// random pauses. The IDs are those of the security dossier.
#include "Steps.h"
#include "support/ResidentMemory.h"
#include "support/ScramServer.h"
#include "support/SegmentedRows.h"
#include "support/TestCertificates.h"

#include "core/Base64.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace steps;
using account::Security;
using support::CertificateKind;
using support::ScriptedServerOptions;
using Segments = ScriptedConnection::Segments;

namespace {

using steps::open; // POSIX has a function of this name

/// A server from the greeting on, what the client does, and what comes of it.
struct Case
{
    Scenario scenario; ///< its script is that of the whole connection
    Security security = Security::PlainText;
    CertificateKind certificate = CertificateKind::Good;
    std::chrono::milliseconds patience = 5s;
    std::function<void(ScriptedServerOptions &)> server = nullptr;
    bool isPlayedOnce = false; ///< not byte by byte: that would take minutes, or is not the point
};

Case opening(std::string name, std::string script, std::string outcome,
             Security security = Security::PlainText)
{
    return {.scenario = {.name = std::move(name),
                         .capabilities = "",
                         .script = std::move(script),
                         .steps = {{open, std::move(outcome)}}},
            .security = security};
}

/// A login on a server with these capabilities.
Case loggingIn(std::string name, const std::string &capabilities, const std::string &script,
               std::string outcome)
{
    return {
        .scenario = {.name = std::move(name),
                     .capabilities = "",
                     .script = "S: * OK [CAPABILITY IMAP4rev1 " + capabilities + "] hi\n" + script,
                     .steps = {{open, "ok"}, {login, std::move(outcome)}}}};
}

Case afterLogin(Scenario scenario)
{
    scenario.script = fromTheGreeting(scenario);
    scenario.steps.insert(scenario.steps.begin(), {{open, "ok"}, {login, "ok"}});
    return {.scenario = std::move(scenario)};
}

/// What ends the connection in the middle of reading a message.
Case fatal(std::string name, const std::string &lines, const std::string &outcome,
           std::function<void(imap::ConnectionOptions &)> configure = nullptr)
{
    return afterLogin({.name = std::move(name),
                       .capabilities = "",
                       .script = examineAndFetch + lines + "\nCLOSED",
                       .steps = {{fetch(), outcome + " dead"}, {noop, outcome + " dead"}},
                       .configure = std::move(configure)});
}

Case once(Case one)
{
    one.isPlayedOnce = true;
    return one;
}

std::string listSize(ScriptedConnection &c)
{
    return describe(support::await(c->list(c.deadline())), c, [](const imap::MailboxList &result) {
        std::size_t bytes = 0;
        for (const auto &entry : result.mailboxes)
            bytes = std::max(bytes, entry.name.path().size());
        return std::to_string(result.mailboxes.size()) + (result.isTruncated ? " …" : "")
               + " longest " + std::to_string(bytes);
    });
}

Step searchSize(const std::string &text)
{
    return [text](ScriptedConnection &c) {
        const auto criteria = imap::Criteria::parse(text);
        return describe(support::await(c->uidSearch(inbox, *criteria, c.deadline())), c,
                        [](const imap::SearchResult &result) {
                            return std::to_string(result.uids.size()) + " of "
                                   + std::to_string(result.count)
                                   + (result.isTruncated ? " truncated" : "");
                        });
    };
}

std::string twoMillionNumbers()
{
    std::string numbers;
    for (int i = 1'000'000; i < 3'000'000; ++i)
        numbers += ' ' + std::to_string(i);
    return numbers;
}

std::string aHundredThousandMailboxes()
{
    std::string script;
    for (int i = 0; i < 100'000; ++i)
        script += "S: * LIST (\\Noselect) \"/\" b" + std::to_string(i) + '\n';
    return script;
}

std::vector<Case> greetings()
{
    Case silent = opening("IM-01 silence", "SILENCE", "deadline_exceeded");
    silent.patience = 50ms;
    return {
        silent,
        opening("IM-02 BYE", "S: * BYE busy\nCLOSED", "unavailable"),
        opening("IM-02 garbage", "S: {{00 ff}}xyz\nCLOSED", "protocol_error"),
        opening("IM-02 HTTP", "S: HTTP/1.1 400 Bad Request\nCLOSED", "protocol_error"),
        opening("IM-02 SSH", "S: SSH-2.0-OpenSSH_9.2p1\nCLOSED", "protocol_error"),
        opening("SMTP", "S: 220 mail.test ESMTP\nCLOSED", "protocol_error"),
        opening("NO", "S: * NO\nCLOSED", "protocol_error"),
        opening("PREAUTH", "S: * PREAUTH [CAPABILITY IMAP4rev1] hi\nCLOSED", "protocol_error"),
        opening("no capabilities", "S: * OK\nC: TAG CAPABILITY\nS: TAG OK\nCLOSED",
                "protocol_error"),
        opening("IM-17 endless greeting", "S-RAW: * OK {{70000*x}}\nCLOSED", "too_large"),
        opening("closed", "CLOSE", "unavailable"),
        opening("reset", "RESET", "unavailable"),
    };
}

std::vector<Case> startTls()
{
    const std::string offer = "S: * OK ready\nC: TAG CAPABILITY\n"
                              "S: * CAPABILITY IMAP4rev1 STARTTLS\nS: TAG OK\nC: TAG STARTTLS\n";
    const auto row = [](std::string name, std::string script, std::string outcome) {
        return opening(std::move(name), std::move(script), std::move(outcome), Security::StartTls);
    };
    std::vector<Case> cases = {
        row("IM-03 PREAUTH", "S: * PREAUTH hi\nCLOSED", "protocol_error"),
        row("IM-04 not offered",
            "S: * OK ready\nC: TAG CAPABILITY\nS: * CAPABILITY IMAP4rev1 AUTH=PLAIN\nS: TAG OK\n"
            "CLOSED",
            "unsupported"),
        row("IM-05 NO", offer + "S: TAG NO not now\nCLOSED", "unsupported"),
        row("IM-05 BAD", offer + "S: TAG BAD what\nCLOSED", "unsupported"),
        row("closed", offer + "CLOSE", "unavailable"),
    };
    // One segment, or it is noise in the handshake, which ends it as well.
    Case injected = once(row("IM-06 bytes behind the answer",
                             offer + "S-RAW: {{TAG}} OK go{{CRLF}}* CAPABILITY X{{CRLF}}\nCLOSED",
                             "protocol_error"));
    cases.push_back(injected);
    return cases;
}

std::vector<Case> certificates()
{
    const auto row = [](std::string name, CertificateKind kind) {
        Case one = opening(std::move(name), "TLS\nCLOSED", "untrusted_peer", Security::ImplicitTls);
        one.certificate = kind;
        return once(one);
    };
    const auto old = [](std::string name, int version) {
        Case one = opening(std::move(name), "TLS-FAILS", "untrusted_peer", Security::ImplicitTls);
        one.server = [version](ScriptedServerOptions &options) {
            options.oldestTls = version;
            options.newestTls = version;
        };
        return once(one);
    };
    const auto weak = [](std::string name, std::string ciphers) {
        Case one = opening(std::move(name), "TLS-FAILS", "untrusted_peer", Security::ImplicitTls);
        one.server = [ciphers = std::move(ciphers)](ScriptedServerOptions &options) {
            options.newestTls = options.oldestTls;
            options.ciphers = ciphers;
        };
        return once(one);
    };
    return {
        row("IM-09 self-signed", CertificateKind::SelfSigned),
        row("IM-09 unknown authority", CertificateKind::UnknownAuthority),
        row("IM-09 expired", CertificateKind::Expired),
        row("IM-09 not yet valid", CertificateKind::NotYetValid),
        row("IM-09 wrong host", CertificateKind::WrongName),
        row("IM-09 signed by a leaf", CertificateKind::SignedByLeaf),
        row("IM-09 SHA-1", CertificateKind::WeakSignature),
        old("IM-11 TLS 1.0", 0x0301),
        old("IM-11 TLS 1.1", 0x0302),
        weak("IM-11 without a certificate", "aNULL"),
        weak("IM-11 without encryption", "eNULL"),
    };
}

/// SCRAM with a server that computes well, and changes one thing.
Case scram(std::string name, support::ScramServer server, const std::string &steps,
           std::string outcome, const std::function<std::string(std::string)> &change)
{
    Case one = loggingIn(std::move(name), "SASL-IR AUTH=SCRAM-SHA-256 AUTH=PLAIN",
                         "C: TAG AUTHENTICATE SCRAM-SHA-256 {{*}}\n" + steps + "\nCLOSED",
                         std::move(outcome));
    server.password = "pw";
    one.server = [server, change](ScriptedServerOptions &options) {
        const auto state = std::make_shared<support::ScramServer>(server);
        options.answers["challenge"] = [state, change](const std::string &line) {
            const auto first = core::decodeBase64(line.substr(line.rfind(' ') + 1)).value_or("");
            return "+ " + core::encodeBase64(change(state->challenge(first)));
        };
        options.answers["verdict"] = [state, change](const std::string &line) {
            return "+ "
                   + core::encodeBase64(
                       change(state->verdict(core::decodeBase64(line).value_or(""))));
        };
    };
    return one;
}

std::vector<Case> logins()
{
    const auto unchanged = [](std::string text) { return text; };
    support::ScramServer expensive;
    expensive.iterations = 1U << 31;
    return {
        loggingIn("IM-12 LOGINDISABLED", "LOGINDISABLED", "CLOSED", "unsupported"),
        scram("IM-34 2^31 iterations", expensive, "ANSWER: challenge", "unsupported dead",
              unchanged),
        scram("IM-34 the nonce does not extend ours", {}, "ANSWER: challenge",
              "protocol_error dead",
              [](std::string challenge) { return challenge.replace(2, 1, "#"); }),
        scram("IM-34 wrong signature", {}, "ANSWER: challenge\nC: {{*}}\nANSWER: verdict",
              "untrusted_peer dead",
              [](std::string text) {
                  if (text.starts_with("v="))
                      text[2] = text[2] == 'A' ? 'B' : 'A';
                  return text;
              }),
        scram("IM-34 no signature", {}, "ANSWER: challenge\nC: {{*}}\nS: TAG OK in",
              "untrusted_peer dead", unchanged),
        scram("IM-34 success at once", {}, "S: TAG OK in", "untrusted_peer dead", unchanged),
        loggingIn("SASL endless", "AUTH=PLAIN",
                  "C: TAG AUTHENTICATE PLAIN\nS: +\nC: {{*}}\nS: +\nCLOSED", "protocol_error dead"),
        loggingIn("SASL challenge that is not base64", "AUTH=LOGIN",
                  "C: TAG AUTHENTICATE LOGIN\nS: + ****\nCLOSED", "protocol_error dead"),
    };
}

std::vector<Case> limits()
{
    Case stalled = fatal("IM-14 literal that never comes",
                         "S: * 1 FETCH (BODY[] {60000000}\nSILENCE", "deadline_exceeded");
    stalled.patience = 300ms;
    return {
        fatal("IM-14 literal 2^32", "S: * 1 FETCH (BODY[] {4294967296}", "too_large"),
        fatal("IM-14 literal 2^64", "S: * 1 FETCH (BODY[] {18446744073709551616}", "too_large"),
        fatal("IM-14 literal -1", "S: * 1 FETCH (BODY[] {-1}", "protocol_error"),
        fatal("IM-14 literal without number", "S: * 1 FETCH (BODY[] {+}", "protocol_error"),
        fatal("IM-14 literal 99,999,999", "S: * 1 FETCH (BODY[] {99999999}", "too_large"),
        stalled,
        fatal("IM-15 literal 1 GiB", "S: * 1 FETCH (BODY[] {1073741824}\nREPEAT: 100 xxxx",
              "too_large"),
        fatal("IM-15 more than one operation may read",
              "S: * 1 FETCH (UID 7 BODY[] {500}\nS: {{500*x}})\nREPEAT: 10 * OK {{100*y}}",
              "too_large",
              [](imap::ConnectionOptions &options) { options.limits.operationBytes = 1500; }),
        fatal("IM-17 endless line", "S-RAW: * OK {{20000*x}}", "too_large",
              [](imap::ConnectionOptions &options) { options.limits.longLineBytes = 10'000; }),
        fatal("IM-19 endless responses", "REPEAT: 3000 * 1 EXISTS", "too_large",
              [](imap::ConnectionOptions &options) { options.limits.untaggedResponses = 1000; }),
        once(fatal("IM-19 300,000 responses", "REPEAT: 300000 * 1 EXISTS", "too_large")),
        once(afterLogin({.name = "IM-27 2,000,000 UIDs as a range",
                         .capabilities = "ESEARCH",
                         .script = "C: TAG EXAMINE \"INBOX\"\n"
                                   "C: TAG2 UID SEARCH RETURN (ALL COUNT) ALL\nS: TAG OK\n"
                                   "S: * ESEARCH UID ALL 1:2000000\nS: TAG2 OK",
                         .steps = {{searchSize("ALL"), "1000000 of 2000000 truncated"}}})),
        once(afterLogin(
            {.name = "IM-27 2,000,000 UIDs on a line",
             .capabilities = "",
             .script = examineAndSearch + "S: * SEARCH" + twoMillionNumbers() + "\nCLOSED",
             .steps = {{searchSize("UNSEEN"), "too_large dead"}}})),
        afterLogin({.name = "IM-27 UID 2^32",
                    .capabilities = "",
                    .script = examineAndSearch + "S: * SEARCH 4294967296\nCLOSED",
                    .steps = {{search("UNSEEN"), "protocol_error dead"}}}),
        afterLogin({.name = "IM-27 no number",
                    .capabilities = "",
                    .script = examineAndSearch + "S: * SEARCH 1 x\nCLOSED",
                    .steps = {{search("UNSEEN"), "protocol_error dead"}}}),
        once(afterLogin(
            {.name = "IM-29 100,000 mailboxes",
             .capabilities = "",
             .script = "C: TAG LIST \"\" \"*\"\n" + aHundredThousandMailboxes() + "S: TAG OK",
             .steps = {{listSize, "10000 … longest 5"}}})),
        once(afterLogin({.name = "IM-29 a name of a megabyte",
                         .capabilities = "",
                         .script = "C: TAG LIST \"\" \"*\"\n"
                                   "S: * LIST (\\Noselect) \"/\" {1000000}\n"
                                   "S: {{1000000*x}}\nS: * LIST (\\Noselect) \"/\" a\nS: TAG OK",
                         .steps = {{listSize, "1 … longest 1"}}})),
    };
}

std::vector<Case> lies()
{
    std::vector<Case> cases = {
        fatal("IM-22 another tag", "S: ZZ OK done", "protocol_error"),
        fatal("IM-22 lower-case tag", "S: a3 OK done", "protocol_error"),
        afterLogin({"IM-22 OK twice",
                    "",
                    "C: TAG NOOP\nS: TAG OK\nS: TAG OK\nC: TAG NOOP\nS: TAG OK\nCLOSED",
                    {{noop, "ok"}, {noop, "protocol_error dead"}}}),
        fatal("IM-32 BYE in the middle", "S: * BYE shutting down", "unavailable"),
        afterLogin({"IM-32 BYE, then silence",
                    "",
                    examineAndFetch + "S: * BYE\nSILENCE",
                    {{fetch(), "unavailable dead"}}}),
        fatal("BYE with a reason", "S: * BYE [UNAVAILABLE] maintenance", "unavailable"),
        fatal("PREAUTH in the middle", "S: * PREAUTH hello", "protocol_error"),
        fatal("unexpected continuation", "S: + go on", "protocol_error"),
        fatal("not IMAP", "S: HTTP/1.1 200 OK", "protocol_error"),
        fatal("malformed FETCH", "S: * 1 FETCH (UID 7", "protocol_error"),
        fatal("message number 2^32", "S: * 4294967296 EXISTS", "protocol_error"),
        afterLogin(
            {"the server closes", "", examineAndFetch + "CLOSE", {{fetch(), "unavailable dead"}}}),
        afterLogin(
            {"the server resets", "", examineAndFetch + "RESET", {{fetch(), "unavailable dead"}}}),
        afterLogin({"bare line feeds",
                    "",
                    "C: TAG EXAMINE \"INBOX\"\n"
                    "S-RAW: * 5 EXISTS{{0a}}* OK [UIDVALIDITY 42]{{0a}}{{TAG}} OK{{0a}}",
                    {{examine(), "5 validity 42"}}}),
        afterLogin({"goodbye",
                    "",
                    "C: TAG LOGOUT\nS: * BYE see you\nS: TAG OK\nCLOSED",
                    {{logout, "ok dead"}, {noop, "unavailable dead"}}}),
        afterLogin(
            {"goodbye without a word", "", "C: TAG LOGOUT\nCLOSE", {{logout, "unavailable dead"}}}),
    };
    const std::vector<Scenario> scenarios = {
        {"IM-29 more mailboxes than allowed",
         "",
         R"(
            C: TAG LIST "" "*"
            S: * LIST (\Noselect) "/" a
            REPEAT: 3000 * LIST (\Noselect) "/" b
            S: TAG OK
         )",
         {{list, "a b …"}},
         [](imap::ConnectionOptions &options) { options.limits.mailboxes = 1000; }},
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
        {"IM-27 more than allowed",
         "",
         examineAndSearch + "S: * SEARCH 1 2 3 4 5\nS: TAG2 OK",
         {{search("UNSEEN"), "5,4,3 count 5 truncated"}},
         [](imap::ConnectionOptions &options) { options.limits.searchResults = 3; }},
        {"IM-27 four times more",
         "",
         examineAndSearch + "S: * SEARCH 1 2 3 4 5\nS: TAG2 OK\nCLOSED",
         {{search("UNSEEN"), "too_large dead"}},
         [](imap::ConnectionOptions &options) { options.limits.searchResults = 1; }},
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
         [](imap::ConnectionOptions &options) { options.limits.searchResults = 3; }},
        {"IM-27 UID 0",
         "",
         examineAndSearch + "S: * SEARCH 0\nCLOSED",
         {{search("UNSEEN"), "protocol_error dead"}}},
    };
    for (const auto &scenario : scenarios)
        cases.push_back(afterLogin(scenario));
    return cases;
}

void addRows(const std::vector<Case> &cases)
{
    support::addSegmentedRows(cases, [](const Case &one) { return one.scenario.name; });
}

} // namespace

Q_DECLARE_METATYPE(Case)
Q_DECLARE_METATYPE(Segments)

class HostileServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void greetings_data() { addRows(::greetings()); }
    void greetings() { play(); }
    void startTls_data() { addRows(::startTls()); }
    void startTls() { play(); }
    void certificates_data() { addRows(::certificates()); }
    void certificates() { play(); }
    void logins_data() { addRows(::logins()); }
    void logins() { play(); }
    void limits_data() { addRows(::limits()); }
    void limits() { play(); }
    void lies_data() { addRows(::lies()); }
    void lies() { play(); }

    void memoryGrowsWithWhatComesNotWithWhatIsAnnounced_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("megabytes");
        QTest::newRow("IM-14 announced only")
            << QByteArray("S: * 1 FETCH (UID 7 BODY[] {60000000}\nSILENCE") << 4;
        // 1 GiB in literals of 60 MiB: what one operation may read ends in the second.
        QTest::newRow("IM-15 streamed")
            << QByteArray("S: * 1 FETCH (UID 7 BODY[] {62914560}\nREPEAT: 983040 {{62*x}}\nS: )\n"
                          "S: * 1 FETCH (UID 7 BODY[] {62914560}\nREPEAT: 983040 {{62*x}}\nS: )\n"
                          "SILENCE")
            << 80;
    }
    void memoryGrowsWithWhatComesNotWithWhatIsAnnounced()
    {
        QFETCH(QByteArray, answer);
        QFETCH(int, megabytes);
        ScriptedConnection connection(
            fromTheGreeting({"", "", examineAndFetch + answer.toStdString(), {}}));
        connection.patience = answer.contains("REPEAT") ? 20s : 300ms;
        QVERIFY(connection.open());
        QVERIFY(connection.login());
        const support::ResidentMemory memory;
        const auto outcome = fetch()(connection);
        QVERIFY2(outcome == "too_large dead" || outcome == "deadline_exceeded dead",
                 outcome.c_str());
        const auto growth = memory.peakGrowth();
        if (!growth)
            QSKIP("the memory of this process cannot be measured");
        QVERIFY2(*growth <= std::size_t(megabytes) * 1024 * 1024, std::to_string(*growth).c_str());
    }

private:
    void play()
    {
        QFETCH(Case, what);
        QFETCH(Segments, segments);
        ScriptedServerOptions options;
        options.segments = segments;
        if (what.security != Security::PlainText)
            options.identity = m_certificates.make(what.certificate);
        if (what.server)
            what.server(options);
        ScriptedConnection connection(what.scenario.script, options, what.security);
        connection.policy.extraCaFile = m_certificates.authorityFile();
        connection.patience = what.patience;
        if (what.scenario.configure)
            what.scenario.configure(connection.options);
        for (const auto &[step, expected] : what.scenario.steps)
            QCOMPARE(QString::fromStdString(step(connection)), QString::fromStdString(expected));
        connection.close();
        const auto verdict = connection.server().verdict();
        if (what.security == Security::ImplicitTls)
            // The handshake may or may not have come to its end; nothing was said in it.
            QCOMPARE(connection.server().received(), std::string());
        else
            QCOMPARE(QString::fromStdString(verdict), QString());
    }

    const support::TestCertificates m_certificates;
};

QTEST_GUILESS_MAIN(HostileServerTest)
#include "HostileServerTest.moc"
