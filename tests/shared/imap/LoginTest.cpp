// SPDX-License-Identifier: GPL-3.0-or-later
#include "ScriptedConnection.h"
#include "imap/Connection.h"
#include "support/TestCertificates.h"

#include <QTest>

#include <semaphore>

using namespace std::chrono_literals;
using account::Security;
using support::CertificateKind;
using support::ScriptedServerOptions;
using Segments = ScriptedConnection::Segments;

namespace {

QString kindOf(const core::Result<core::Done> &result)
{
    const auto name = result ? std::string_view("ok") : core::nameOf(result.error().kind);
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

void addSegments(const char *name, const QByteArray &script, const char *expected)
{
    const QByteArray text(name);
    QTest::newRow(text.constData()) << script << QByteArray(expected) << false;
    QTest::newRow((text + ", byte by byte").constData()) << script << QByteArray(expected) << true;
}

void addColumns()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<bool>("inSingleBytes");
}

} // namespace

class LoginTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void greetings_data()
    {
        addColumns();
        addSegments("capabilities in the greeting", "S: * OK [CAPABILITY IMAP4rev1] hi\nCLOSED",
                    "ok");
        addSegments("capabilities asked for",
                    "S: * OK\nC: TAG CAPABILITY\nS: * CAPABILITY IMAP4rev1\nS: TAG OK", "ok");
    }
    void greetings()
    {
        QFETCH(QByteArray, script);
        QFETCH(QByteArray, expected);
        ScriptedConnection connection(script.toStdString(), segments());
        QCOMPARE(kindOf(connection.open()), QString::fromUtf8(expected));
        connection.close();
        QCOMPARE(QString::fromStdString(connection.server().verdict()), QString());
    }

    void aSilentServerCanBeGivenUp()
    {
        ScriptedConnection connection("S: * OK [CAPABILITY IMAP4rev1]\nC: TAG NOOP\nSILENCE");
        QVERIFY(connection.open());
        core::CancellationSource source;
        connection->setCancellation(source.token());
        const auto giveUp =
            [](core::CancellationSource &what) -> core::Task<core::Result<core::Done>> {
            const auto slept = co_await core::sleepFor(1ms);
            what.cancel();
            co_return slept;
        };
        const auto both =
            support::await(core::both(connection->noop(connection.deadline()), giveUp(source)));
        QCOMPARE(kindOf(both.first), QStringLiteral("cancelled"));
        QVERIFY(!connection->isUsable());
    }

    void oneOperationAtATime()
    {
        // The first is not answered before the second has been tried.
        std::binary_semaphore isTried(0);
        ScriptedServerOptions options;
        options.answers["when tried"] = [&isTried](const std::string &line) {
            isTried.acquire();
            return line.substr(0, line.find(' ')) + " OK";
        };
        ScriptedConnection connection(
            "S: * OK [CAPABILITY IMAP4rev1]\nC: TAG NOOP\nANSWER: when tried", options);
        QVERIFY(connection.open());
        const auto tryNow =
            [](imap::Connection &second, core::Deadline deadline,
               std::binary_semaphore &tried) -> core::Task<core::Result<core::Done>> {
            const auto done = co_await second.noop(deadline);
            tried.release();
            co_return done;
        };
        const auto both =
            support::await(core::both(connection->noop(connection.deadline()),
                                      tryNow(*connection, connection.deadline(), isTried)));
        QCOMPARE(kindOf(both.first), QStringLiteral("ok"));
        QCOMPARE(kindOf(both.second), QStringLiteral("internal"));
        QVERIFY(connection->isUsable());
    }

    void startTlsIsRequired_data()
    {
        addColumns();
        const auto row = [](const char *name, const char *lines, const char *expected) {
            addSegments(name, QByteArray("S: * OK ready\n") + lines, expected);
        };
        const QByteArray offer =
            "C: TAG CAPABILITY\nS: * CAPABILITY IMAP4rev1 STARTTLS\nS: TAG OK\n"
            "C: TAG STARTTLS\n";
        row("secured",
            offer + "S: TAG OK go\nTLS\nC: TAG CAPABILITY\nS: * CAPABILITY IMAP4rev1\nS: TAG OK",
            "ok");
    }
    void startTlsIsRequired()
    {
        QFETCH(QByteArray, script);
        QFETCH(QByteArray, expected);
        ScriptedConnection connection(script.toStdString(), segments(), Security::StartTls);
        connection.policy.extraCaFile = m_certificates.authorityFile();
        QCOMPARE(kindOf(connection.open()), QString::fromUtf8(expected));
        if (expected == "ok") {
            QVERIFY(connection->isEncrypted());
            QVERIFY(!connection->capabilities().has("STARTTLS")); // told before TLS: forgotten
        }
        connection.close();
        QCOMPARE(QString::fromStdString(connection.server().verdict()), QString());
    }

    void logins_data()
    {
        addColumns();
        const auto row = [](const char *name, const char *capabilities, const QByteArray &lines,
                            const char *expected) {
            addSegments(name,
                        QByteArray("S: * OK [CAPABILITY IMAP4rev1 ") + capabilities + "]\n" + lines,
                        expected);
        };
        const QByteArray login = "C: TAG LOGIN \"alice\" \"pw\"\n";
        row("LOGIN, capabilities told", "", login + "S: TAG OK [CAPABILITY IMAP4rev1] in\nCLOSED",
            "ok");
        row("LOGIN, capabilities told before", "",
            login + "S: * CAPABILITY IMAP4rev1 X\nS: TAG OK in\nCLOSED", "ok");
        row("LOGIN, capabilities asked for", "",
            login + "S: TAG OK\nC: TAG CAPABILITY\nS: * CAPABILITY IMAP4rev1\nS: TAG OK\nCLOSED",
            "ok");
        row("wrong password", "", login + "S: TAG NO [AUTHENTICATIONFAILED] no\nCLOSED",
            "unauthenticated");
        row("refused without a code", "", login + "S: TAG NO no\nCLOSED", "unauthenticated");
        row("expired", "", login + "S: TAG NO [EXPIRED] no\nCLOSED", "unauthenticated");
        row("for now", "", login + "S: TAG NO [UNAVAILABLE] no\nCLOSED", "unavailable");
        row("too many", "", login + "S: TAG NO [LIMIT] no\nCLOSED", "busy");
        row("only with TLS", "", login + "S: TAG NO [PRIVACYREQUIRED] no\nCLOSED", "unsupported");
        row("BYE", "", login + "S: * BYE [UNAVAILABLE] no\nCLOSED", "unavailable");
        row("SASL with initial response", "SASL-IR AUTH=LOGIN AUTH=PLAIN",
            "C: TAG AUTHENTICATE PLAIN {{*}}\nS: TAG OK [CAPABILITY IMAP4rev1] in\nCLOSED", "ok");
        row("SASL without initial response", "AUTH=PLAIN",
            "C: TAG AUTHENTICATE PLAIN\nS: +\nC: {{*}}\nS: TAG OK [CAPABILITY IMAP4rev1]\nCLOSED",
            "ok");
        row("SASL LOGIN", "AUTH=LOGIN",
            "C: TAG AUTHENTICATE LOGIN\nS: + VXNlcm5hbWU6\nC: YWxpY2U=\nS: + UGFzc3dvcmQ6\n"
            "C: cHc=\nS: TAG OK [CAPABILITY IMAP4rev1]\nCLOSED",
            "ok");
        row("SASL refused: one mechanism, once", "SASL-IR AUTH=PLAIN AUTH=LOGIN",
            "C: TAG AUTHENTICATE PLAIN {{*}}\nS: TAG NO no\nCLOSED", "unauthenticated");
        row("no mechanism of ours",
            "AUTH=GSSAPI AUTH=CRAM-MD5 AUTH=", login + "S: TAG OK [CAPABILITY IMAP4rev1]\nCLOSED",
            "ok");
        row("ENABLE and ID together", "",
            login
                + "S: TAG OK [CAPABILITY IMAP4rev1 ENABLE UTF8=ACCEPT ID] in\n"
                  "C: TAG1 ID (\"name\" \"Mail \\\"MCP\\\"\")\nC: TAG2 ENABLE UTF8=ACCEPT\n"
                  "S: * ID NIL\nS: TAG1 BAD no\nS: * ENABLED UTF8=ACCEPT\nS: TAG2 OK\nCLOSED",
            "ok");
        row("ID costs no round trip", "", login + "S: TAG OK [CAPABILITY IMAP4rev1 ID] in\nCLOSED",
            "ok");
    }
    void logins()
    {
        QFETCH(QByteArray, script);
        QFETCH(QByteArray, expected);
        ScriptedConnection connection(script.toStdString(), segments());
        connection.options.clientId = {{"name", "Mail \"MCP\""}};
        QVERIFY(connection.open());
        QCOMPARE(kindOf(connection.login()), QString::fromUtf8(expected));
        connection.close();
        QCOMPARE(QString::fromStdString(connection.server().verdict()), QString());
    }

    /// Whatever the server says to it.
    void idTravelsWithTheNextCommand()
    {
        ScriptedConnection connection(
            "S: * OK [CAPABILITY IMAP4rev1]\nC: TAG LOGIN \"alice\" \"pw\"\n"
            "S: TAG OK [CAPABILITY IMAP4rev1 ID] in\n"
            "C: TAG1 ID (\"name\" \"Mail\")\nC: TAG2 EXAMINE \"INBOX\"\n"
            "S: * ID NIL\nS: TAG1 BAD no\nS: * 3 EXISTS\nS: * OK [UIDVALIDITY 7]\n"
            "S: TAG2 OK [READ-ONLY] open\nC: TAG NOOP\nS: TAG OK\nCLOSED");
        connection.options.clientId = {{"name", "Mail"}};
        QVERIFY(connection.open());
        QVERIFY(connection.login());
        const auto inbox = imap::MailboxName::inbox();
        for (int i = 0; i < 2; ++i) {
            const auto opened = support::await(connection->examine(inbox, connection.deadline()));
            QVERIFY(opened);
            QCOMPARE(opened->exists, 3U);
        }
        connection.close();
        QCOMPARE(QString::fromStdString(connection.server().verdict()), QString());
    }

    void tokensAreShown_data()
    {
        addColumns();
        const auto row = [](const char *name, const char *capabilities, const QByteArray &lines,
                            const char *expected) {
            addSegments(name,
                        QByteArray("S: * OK [CAPABILITY IMAP4rev1 ") + capabilities + "]\n" + lines,
                        expected);
        };
        row("XOAUTH2", "SASL-IR AUTH=XOAUTH2 AUTH=PLAIN",
            "C: TAG AUTHENTICATE XOAUTH2 dXNlcj1hbGljZQFhdXRoPUJlYXJlciB0b2sBAQ==\n"
            "S: TAG OK [CAPABILITY IMAP4rev1] in\nCLOSED",
            "ok");
        row("XOAUTH2 without initial response", "AUTH=XOAUTH2",
            "C: TAG AUTHENTICATE XOAUTH2\nS: +\n"
            "C: dXNlcj1hbGljZQFhdXRoPUJlYXJlciB0b2sBAQ==\n"
            "S: TAG OK [CAPABILITY IMAP4rev1] in\nCLOSED",
            "ok");
        row("XOAUTH2 expired", "SASL-IR AUTH=XOAUTH2",
            "C: TAG AUTHENTICATE XOAUTH2 {{*}}\nS: + eyJzdGF0dXMiOiI0MDAifQ==\nC:\n"
            "S: TAG NO [AUTHENTICATIONFAILED] expired\nCLOSED",
            "unauthenticated");
        row("OAUTHBEARER comes first", "SASL-IR AUTH=XOAUTH2 AUTH=OAUTHBEARER",
            "C: TAG AUTHENTICATE OAUTHBEARER {{*}}\n"
            "S: TAG OK [CAPABILITY IMAP4rev1] in\nCLOSED",
            "ok");
        // {"status":"invalid_token"}, and what closes the exchange (RFC 7628 §3.2.3)
        row("OAUTHBEARER expired", "SASL-IR AUTH=OAUTHBEARER",
            "C: TAG AUTHENTICATE OAUTHBEARER {{*}}\n"
            "S: + eyJzdGF0dXMiOiJpbnZhbGlkX3Rva2VuIn0=\nC: AQ==\nS: TAG NO no\nCLOSED",
            "unauthenticated");
        row("never as a password", "AUTH=PLAIN AUTH=LOGIN", "CLOSED", "unsupported");
        row("never with LOGIN", "", "CLOSED", "unsupported");
    }
    void tokensAreShown()
    {
        QFETCH(QByteArray, script);
        QFETCH(QByteArray, expected);
        ScriptedConnection connection(script.toStdString(), segments());
        QVERIFY(connection.open());
        QCOMPARE(kindOf(connection.login("alice", "tok", sasl::SecretKind::AccessToken)),
                 QString::fromUtf8(expected));
        connection.close();
        QCOMPARE(QString::fromStdString(connection.server().verdict()), QString());
    }

    void aRefusedLoginLeavesTheConnectionUsable()
    {
        ScriptedConnection connection("S: * OK [CAPABILITY IMAP4rev1]\n"
                                      "C: TAG LOGIN \"alice\" \"wrong\"\nS: TAG NO no\n"
                                      "C: TAG LOGIN \"alice\" \"pw\"\n"
                                      "S: TAG OK [CAPABILITY IMAP4rev1]");
        QVERIFY(connection.open());
        QVERIFY(!connection.login("alice", "wrong"));
        QVERIFY(connection->isUsable());
        QVERIFY(connection.login());
    }

    void aServerThatRepeatsTheCommandDoesNotGetThePasswordIntoOurErrors_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("BAD") << QByteArray("S: TAG BAD unknown: LOGIN alice s3cret");
        QTest::newRow("NO") << QByteArray("S: TAG NO [ALERT] LOGIN alice s3cret");
        QTest::newRow("BYE") << QByteArray("S: * BYE unknown: LOGIN alice s3cret");
        QTest::newRow("garbage") << QByteArray("S: LOGIN alice s3cret");
    }
    void aServerThatRepeatsTheCommandDoesNotGetThePasswordIntoOurErrors()
    {
        QFETCH(QByteArray, answer);
        ScriptedConnection connection("S: * OK [CAPABILITY IMAP4rev1]\n"
                                      "C: TAG LOGIN \"alice\" \"s3cret\"\n"
                                      + answer.toStdString());
        QVERIFY(connection.open());
        const auto result = connection.login("alice", "s3cret");
        QVERIFY(!result);
        QVERIFY(result.error().message.find("s3cret") == std::string::npos);
        QVERIFY(result.error().detail.find("s3cret") == std::string::npos);
    }

    void lineBreaksInCredentialsAreRefused()
    {
        ScriptedConnection connection("S: * OK [CAPABILITY IMAP4rev1]\nCLOSED");
        QVERIFY(connection.open());
        QCOMPARE(kindOf(connection.login("alice\r\nA2 NOOP")), QStringLiteral("invalid_argument"));
        QCOMPARE(kindOf(connection.login("alice", "pw\n")), QStringLiteral("invalid_argument"));
        connection.close();
        QCOMPARE(QString::fromStdString(connection.server().verdict()), QString());
    }

    // Cyrus keeps LOGINDISABLED after TLS.
    void overTlsLoginDisabledMeansNothing()
    {
        ScriptedConnection connection("TLS\nS: * OK [CAPABILITY IMAP4rev1 LOGINDISABLED]\n"
                                      "C: TAG LOGIN \"alice\" \"pw\"\n"
                                      "S: TAG OK [CAPABILITY IMAP4rev1 LOGINDISABLED]",
                                      {.identity = m_certificates.make(CertificateKind::Good)},
                                      Security::ImplicitTls);
        connection.policy.extraCaFile = m_certificates.authorityFile();
        QCOMPARE(kindOf(connection.open()), QStringLiteral("ok"));
        QCOMPARE(kindOf(connection.login()), QStringLiteral("ok"));
        connection.close();
        QCOMPARE(QString::fromStdString(connection.server().verdict()), QString());
    }

    // An error result at every offset, never a hang.
    void aResetAtAnyByteIsAnError()
    {
        const std::string script = R"(
            S: * OK [CAPABILITY IMAP4rev1 LITERAL+] ready
            C: TAG LOGIN "alice" "pw"
            S: TAG OK [CAPABILITY IMAP4rev1] in
            C: TAG1 EXAMINE "INBOX"
            C: TAG2 UID FETCH 7 (UID FLAGS ENVELOPE BODY.PEEK[])
            S: * 5 EXISTS
            S: * OK [UIDVALIDITY 42] .
            S: TAG1 OK [READ-ONLY] done
            S: * 3 FETCH (UID 7 FLAGS (\Seen) ENVELOPE (NIL "x" ((NIL NIL "a" "b"))) BODY[] {6}
            S: a: b
            S: )
            S: TAG2 OK done
        )";
        // So many bytes the script sends.
        constexpr std::size_t length = 241;
        for (std::size_t offset = 0; offset < length; ++offset) {
            ScriptedConnection connection(script, {.resetAfter = offset});
            if (!connection.open() || !connection.login())
                continue;
            imap::FetchItems items{.flags = true, .envelope = true};
            items.sections.push_back(imap::Section::wholeMessage());
            const auto inbox = imap::MailboxName::inbox();
            const std::vector<std::uint32_t> uids{7};
            const auto fetched =
                support::await(connection->uidFetch(inbox, uids, items, connection.deadline()));
            QVERIFY2(!fetched, std::to_string(offset).c_str());
            QVERIFY(!connection->isUsable());
        }
    }

private:
    ScriptedServerOptions segments() const
    {
        QFETCH(bool, inSingleBytes);
        ScriptedServerOptions options;
        options.segments = inSingleBytes ? Segments::SingleBytes : Segments::Whole;
        options.identity = m_good;
        return options;
    }

    const support::TestCertificates m_certificates;
    const support::TlsIdentity m_good = m_certificates.make(CertificateKind::Good);
};

QTEST_GUILESS_MAIN(LoginTest)
#include "LoginTest.moc"
