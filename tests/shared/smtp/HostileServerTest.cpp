// SPDX-License-Identifier: GPL-3.0-or-later
// Mail servers for sending that are broken, slow or hostile, from the greeting to the login. Every
// case is also played byte by byte and with random pauses. The IDs are those of the security
// dossier; what can go wrong with a message is in DeliveryTest.
#include "core/Base64.h"
#include "smtp/Connection.h"
#include "support/Await.h"
#include "support/ScramServer.h"
#include "support/ScriptedServer.h"
#include "support/SegmentedRows.h"

#include <QTest>

using namespace std::chrono_literals;
using account::Security;
using core::ErrorKind;
using support::await;
using support::ScriptedServer;
using support::ScriptedServerOptions;
using Segments = ScriptedServerOptions::Segments;

namespace {

enum class Until { Opened, LoggedIn };

/// A server, how far the client gets, and why no further.
struct Case
{
    std::string name;
    std::string script;
    ErrorKind outcome = ErrorKind::Protocol;
    Until until = Until::Opened;
    Security security = Security::PlainText;
    std::chrono::milliseconds patience = 10s;
    std::function<void(ScriptedServerOptions &)> server = nullptr;
    bool isPlayedOnce = false; ///< not byte by byte: that would take minutes, or is not the point
};

const std::string hello = "S: 220 x\nC: EHLO [127.0.0.1]\n";

std::vector<Case> greetings()
{
    return {
        {.name = "silence",
         .script = "SILENCE",
         .outcome = ErrorKind::DeadlineExceeded,
         .patience = 50ms},
        {.name = "IMAP", .script = "S: * OK ready\nCLOSED"},
        {.name = "HTTP", .script = "S: HTTP/1.1 400 Bad Request\nCLOSED"},
        {.name = "SSH", .script = "S: SSH-2.0-OpenSSH\nCLOSED"},
        {.name = "refusal", .script = "S: 554 no\nCLOSED", .outcome = ErrorKind::Unavailable},
        {.name = "421 as greeting",
         .script = "S: 421 busy\nCLOSED",
         .outcome = ErrorKind::Unavailable},
        {.name = "421 to EHLO",
         .script = hello + "S: 421 busy\nCLOSED",
         .outcome = ErrorKind::Unavailable},
        {.name = "no EHLO",
         .script = hello + "S: 502 what\nCLOSED",
         .outcome = ErrorKind::Unsupported},
        {.name = "354 to EHLO", .script = hello + "S: 354 go\nCLOSED"},
        {.name = "close", .script = "CLOSE", .outcome = ErrorKind::Unavailable},
        {.name = "reset", .script = hello + "RESET", .outcome = ErrorKind::Unavailable},
        {.name = "SM-06 a million lines",
         .script = "REPEAT: 1000000 220-x\nCLOSED",
         .outcome = ErrorKind::TooLarge,
         .isPlayedOnce = true},
        {.name = "SM-06 200 lines",
         .script = "REPEAT: 200 220-x\nCLOSED",
         .outcome = ErrorKind::TooLarge},
        {.name = "SM-06 a line of a megabyte",
         .script = "S: 220 {{1000000*x}}\nCLOSED",
         .outcome = ErrorKind::TooLarge,
         .isPlayedOnce = true},
        {.name = "SM-06 a line of 5,000 bytes",
         .script = "S: 220 {{5000*x}}\nCLOSED",
         .outcome = ErrorKind::TooLarge},
        {.name = "SM-06 codes differ", .script = "S: 220-x\nS: 354 y\nCLOSED"},
        {.name = "SM-06 no digits", .script = "S: two-two-zero\nCLOSED"},
    };
}

std::vector<Case> startTls()
{
    const auto row = [](std::string name, const std::string &rest, ErrorKind outcome) {
        return Case{.name = std::move(name),
                    .script = hello + rest + "\nCLOSED",
                    .outcome = outcome,
                    .security = Security::StartTls};
    };
    const std::string asked = "S: 250-x\nS: 250 STARTTLS\nC: STARTTLS\n";
    // In one segment, or it is noise in the handshake, which ends it as well.
    auto injected =
        row("SM-02 injected", asked + "S-RAW: 220 go{{CRLF}}250-x{{CRLF}}250 AUTH PLAIN{{CRLF}}",
            ErrorKind::Protocol);
    injected.isPlayedOnce = true;
    return {
        row("SM-01 not offered", "S: 250-x\nS: 250 AUTH PLAIN", ErrorKind::Unsupported),
        row("SM-01 nothing offered", "S: 250 x", ErrorKind::Unsupported),
        row("refused", asked + "S: 502 no", ErrorKind::Unsupported),
        row("not now", asked + "S: 454 later", ErrorKind::Unavailable),
        row("250 instead of 220", asked + "S: 250 ok", ErrorKind::Protocol),
        injected,
    };
}

Case loggingIn(std::string name, const std::string &offer, const std::string &rest,
               ErrorKind outcome)
{
    return {.name = std::move(name),
            .script = hello + "S: 250-x\nS: 250 " + offer + '\n' + rest + "\nCLOSED",
            .outcome = outcome,
            .until = Until::LoggedIn};
}

/// A login with PLAIN that is answered with this.
Case answered(std::string name, const std::string &answer, ErrorKind outcome)
{
    return loggingIn(std::move(name), "AUTH LOGIN PLAIN",
                     "C: AUTH PLAIN AHVzZXIAcGVuY2ls\nS: " + answer, outcome);
}

Case scram(std::string name, unsigned iterations, const std::string &rest, ErrorKind outcome)
{
    auto one = loggingIn(std::move(name), "AUTH SCRAM-SHA-256 PLAIN",
                         "C: AUTH SCRAM-SHA-256 {{*}}\n" + rest, outcome);
    one.server = [iterations](ScriptedServerOptions &options) {
        const auto server = std::make_shared<support::ScramServer>();
        server->iterations = iterations;
        options.answers["challenge"] = [server](const std::string &line) {
            const auto first = core::decodeBase64(line.substr(line.rfind(' ') + 1)).value_or("");
            return "334 " + core::encodeBase64(server->challenge(first));
        };
    };
    return one;
}

std::vector<Case> logins()
{
    return {
        loggingIn("SM-04 XOAUTH2 and GSSAPI only", "AUTH XOAUTH2 GSSAPI", "",
                  ErrorKind::Unsupported),
        loggingIn("SM-04 no login at all", "PIPELINING", "", ErrorKind::Unsupported),
        answered("SM-05 535", "535 5.7.8 no", ErrorKind::Unauthenticated),
        answered("SM-05 454", "454 4.7.0 later", ErrorKind::Unavailable),
        answered("421", "421 later", ErrorKind::Unavailable),
        answered("504", "504 unknown", ErrorKind::Unsupported),
        answered("250", "250 in?", ErrorKind::Protocol),
        answered("a challenge", "334 eA==", ErrorKind::Protocol),
        answered("no base64", "334 !", ErrorKind::Protocol),
        scram("success without a proof", 4096, "ANSWER: challenge\nC: {{*}}\nS: 235 in",
              ErrorKind::UntrustedPeer),
        scram("success at once", 4096, "S: 235 in", ErrorKind::UntrustedPeer),
        // "v=" and 32 zero bytes
        scram("wrong signature", 4096,
              "ANSWER: challenge\nC: {{*}}\n"
              "S: 334 dj1BQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE9",
              ErrorKind::UntrustedPeer),
        scram("2^31 iterations", 1U << 31, "ANSWER: challenge", ErrorKind::Unsupported),
    };
}

void addRows(const std::vector<Case> &cases)
{
    support::addSegmentedRows(cases, [](const Case &one) { return one.name; });
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
    void logins_data() { addRows(::logins()); }
    void logins() { play(); }

private:
    void play()
    {
        QFETCH(Case, what);
        QFETCH(Segments, segments);
        ScriptedServerOptions options;
        options.segments = segments;
        if (what.server)
            what.server(options);
        const ScriptedServer server(what.script, options);
        const account::ServerEndpoint endpoint{
            .host = "127.0.0.1", .port = server.port(), .security = what.security};
        {
            auto connection = await(smtp::Connection::open(endpoint, m_policy, m_options,
                                                           core::deadlineIn(what.patience), {}));
            if (what.until == Until::Opened) {
                QVERIFY(!connection);
                QCOMPARE(QByteArray(nameOf(connection.error().kind).data()),
                         QByteArray(nameOf(what.outcome).data()));
            } else {
                QVERIFY2(connection, connection ? "" : connection.error().message.c_str());
                const account::Credentials credentials{
                    .username = "user", .password = core::Secret(std::string("pencil"))};
                const auto result = await(
                    (*connection)->authenticate(credentials, core::deadlineIn(what.patience)));
                QVERIFY(!result);
                QCOMPARE(QByteArray(nameOf(result.error().kind).data()),
                         QByteArray(nameOf(what.outcome).data()));
                QVERIFY(result.error().message.find("pencil") == std::string::npos);
                QVERIFY(result.error().detail.find("cGVuY2ls") == std::string::npos);
            }
        }
        QCOMPARE(server.verdict(), std::string());
    }

    const net::TlsPolicy m_policy;
    const smtp::ConnectionOptions m_options;
};

QTEST_GUILESS_MAIN(HostileServerTest)
#include "HostileServerTest.moc"
