// SPDX-License-Identifier: GPL-3.0-or-later
#include "smtp/Reply.h"
#include "smtp/Capabilities.h"
#include "smtp/Refusal.h"

#include <QTest>

using smtp::Refused;
using smtp::ReplyParser;

namespace {

smtp::Reply replyOf(const std::vector<std::string> &lines)
{
    ReplyParser parser;
    for (const auto &line : lines) {
        if (!parser.add(line))
            qFatal("not a reply: %s", line.c_str());
    }
    return parser.take();
}

} // namespace

class ReplyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReplyIsPutTogether()
    {
        ReplyParser parser;
        QCOMPARE(*parser.add("250-2.1.0 first"), ReplyParser::State::NeedsMore);
        QCOMPARE(*parser.add("250-"), ReplyParser::State::NeedsMore);
        QCOMPARE(*parser.add("250 last"), ReplyParser::State::Complete);
        const auto reply = parser.take();
        QCOMPARE(reply.code, 250);
        QCOMPARE(reply.status, std::string("2.1.0"));
        QCOMPARE(reply.lines, (std::vector<std::string>{"2.1.0 first", "", "last"}));
        QCOMPARE(reply.forLog(), std::string("250 2.1.0 first  last"));
        QVERIFY(reply.isPositive());
        // The next one begins anew.
        QCOMPARE(*parser.add("354"), ReplyParser::State::Complete);
        QCOMPARE(parser.take().code, 354);
    }

    void theEnhancedCodeMustFit_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("status");
        const auto row = [](const char *line, const char *status) {
            QTest::newRow(line) << QByteArray(line) << QByteArray(status);
        };
        row("550 5.1.1 no such user", "5.1.1");
        row("550 5.1.1", "5.1.1");
        row("550 5.123.456 x", "5.123.456");
        row("550 4.1.1 the class differs", "");
        row("550 5.1234.1 x", "");
        row("550 5.1.1x", "");
        row("550 5.1", "");
        row("550 no such user", "");
        row("550", "");
    }
    void theEnhancedCodeMustFit()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, status);
        QCOMPARE(replyOf({line.toStdString()}).status, status.toStdString());
    }

    void whatIsNoReplyIsRefused_data()
    {
        QTest::addColumn<QByteArrayList>("lines");
        const auto row = [](const char *name, const QByteArrayList &lines) {
            QTest::newRow(name) << lines;
        };
        row("code mismatch", {"250-x", "354 y"});
        row("no digits", {"abc"});
        row("empty", {""});
        row("two digits", {"25"});
        row("four digits", {"2500 x"});
        row("a number below 200", {"150 x"});
        row("a number above 599", {"650 x"});
        row("HTTP", {"HTTP/1.1 400 Bad Request"});
        row("SSH", {"SSH-2.0-OpenSSH_9.2"});
        row("IMAP", {"* OK IMAP4rev1"});
        row("a foreign line in between", {"250-x", "hello", "250 y"});
        row("Arabic digits", {"\xd9\xa2\xd9\xa5\xd9\xa0 x"});
    }
    void whatIsNoReplyIsRefused()
    {
        QFETCH(QByteArrayList, lines);
        ReplyParser parser;
        std::optional<core::ErrorKind> kind;
        for (const auto &line : lines) {
            const auto state = parser.add(line.toStdString());
            if (!state) {
                kind = state.error().kind;
                break;
            }
        }
        QCOMPARE(kind, core::ErrorKind::Protocol);
    }

    void repliesAreBounded()
    {
        ReplyParser parser;
        for (std::size_t i = 0; i < ReplyParser::mostLines; ++i)
            QVERIFY(parser.add("250-x"));
        QCOMPARE(parser.add("250 x").error().kind, core::ErrorKind::TooLarge);

        ReplyParser other;
        QVERIFY(other.add("250-" + std::string(ReplyParser::longestLine - 4, 'x')));
        QCOMPARE(other.add("250-" + std::string(ReplyParser::longestLine - 3, 'x')).error().kind,
                 core::ErrorKind::TooLarge);
        QVERIFY(replyOf({"250-" + std::string(4000, 'x'), "250 x"}).forLog().size() <= 500);
    }

    void capabilitiesAreRead()
    {
        const smtp::Capabilities offered(
            replyOf({"250-mail.test greets you STARTTLS", "250-PIPELINING", "250-size 1000",
                     "250-auth PLAIN  Login", "250-AUTH=CRAM-MD5 PLAIN", "250-", "250 8BitMime"}));
        QVERIFY(offered.has("PIPELINING"));
        QVERIFY(offered.has("8BITMIME"));
        QVERIFY(!offered.has("STARTTLS")); // the first line is a greeting
        QCOMPARE(offered.sizeLimit(), std::uint64_t(1000));
        QCOMPARE(offered.mechanisms(),
                 (std::vector<std::string>{"PLAIN", "LOGIN", "CRAM-MD5", "PLAIN"}));
    }

    void aSizeThatIsNoNumberIsNoLimit()
    {
        QCOMPARE(smtp::Capabilities(replyOf({"250-x", "250 SIZE"})).sizeLimit(), std::uint64_t(0));
        QCOMPARE(smtp::Capabilities(replyOf({"250-x", "250 SIZE many"})).sizeLimit(),
                 std::uint64_t(0));
        QCOMPARE(
            smtp::Capabilities(replyOf({"250-x", "250 SIZE 99999999999999999999"})).sizeLimit(),
            std::uint64_t(0));
    }

    void refusalsHaveTheirKind_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("what");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *line, Refused what, core::ErrorKind kind) {
            QTest::addRow("%s at %d", line, int(what))
                << QByteArray(line) << int(what) << int(kind);
        };
        using Kind = core::ErrorKind;
        row("554 no service", Refused::Connection, Kind::Unavailable);
        row("421 busy", Refused::Connection, Kind::Unavailable);
        row("502 unknown", Refused::Hello, Kind::Unsupported);
        row("454 TLS not available", Refused::StartTls, Kind::Unavailable);
        row("502 unknown", Refused::StartTls, Kind::Unsupported);
        row("535 5.7.8 bad credentials", Refused::Login, Kind::Unauthenticated);
        row("550 no", Refused::Login, Kind::Unauthenticated);
        row("454 4.7.0 later", Refused::Login, Kind::Unavailable);
        row("504 no such mechanism", Refused::Login, Kind::Unsupported);
        row("534 5.7.9 app password", Refused::Login, Kind::Unsupported);
        row("523 5.7.10 encryption needed", Refused::Login, Kind::Unsupported);
        row("550 5.7.1 not yours", Refused::Sender, Kind::PermissionDenied);
        row("552 too big", Refused::Sender, Kind::TooLarge);
        row("550 5.1.1 unknown", Refused::Recipient, Kind::NotFound);
        row("550 5.7.1 no relay", Refused::Recipient, Kind::PermissionDenied);
        row("552 5.2.2 full", Refused::Recipient, Kind::Unavailable);
        row("552 5.3.4 too big", Refused::Recipient, Kind::TooLarge);
        row("450 4.2.0 greylisted", Refused::Recipient, Kind::Unavailable);
        row("554 5.7.1 spam", Refused::Message, Kind::PermissionDenied);
        row("552 5.2.3 too big", Refused::Message, Kind::TooLarge);
        row("451 try again", Refused::Message, Kind::Unavailable);
        row("250 ok", Refused::Message, Kind::Protocol);
        row("334 go on", Refused::Sender, Kind::Protocol);
    }
    void refusalsHaveTheirKind()
    {
        QFETCH(QByteArray, line);
        QFETCH(int, what);
        QFETCH(int, kind);
        const auto error = smtp::refusal(replyOf({line.toStdString()}), Refused(what));
        QCOMPARE(int(error.kind), kind);
        if (Refused(what) != Refused::Login)
            QCOMPARE(error.detail, line.toStdString());
    }

    void theServersTextIsForTheLogOnly()
    {
        const std::string text = "550 5.1.1 <script>alert(1)</script>\x1b[31m ignore all previous";
        for (const auto what : {Refused::Connection, Refused::Hello, Refused::StartTls,
                                Refused::Sender, Refused::Recipient, Refused::Message}) {
            const auto error = smtp::refusal(replyOf({text}), what);
            QVERIFY(error.message.find("script") == std::string::npos);
            QVERIFY(error.message.find("ignore") == std::string::npos);
            QCOMPARE(error.detail, text);
        }
    }

    void aRefusedLoginQuotesOnlyWhatIsKnown_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("detail");
        QTest::newRow("repeats the password")
            << QByteArray("535 5.7.8 AUTH PLAIN AHUAcGVuY2ls: no") << QByteArray("535 5.7.8");
        QTest::newRow("in place of a status")
            << QByteArray("535 pencil is wrong") << QByteArray("535");
        QTest::newRow("known") << QByteArray("534 5.7.9 Application-specific password required. Go "
                                             "to https://support.google.com/mail")
                               << QByteArray("534 5.7.9 Application-specific password required");
    }
    void aRefusedLoginQuotesOnlyWhatIsKnown()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, detail);
        const auto error = smtp::refusal(replyOf({line.toStdString()}), Refused::Login);
        QCOMPARE(QByteArray::fromStdString(error.detail), detail);
    }
};

QTEST_GUILESS_MAIN(ReplyTest)
#include "ReplyTest.moc"
