// SPDX-License-Identifier: GPL-3.0-or-later
#include "smtp/Connection.h"
#include "support/Await.h"
#include "support/ScriptedServer.h"

#include <QTest>

#include <thread>

using namespace std::chrono_literals;
using smtp::Delivery;
using smtp::DeliveryOptions;
using smtp::DeliveryReport;
using smtp::PartialDelivery;
using support::await;
using support::ScriptedServer;
using support::ScriptedServerOptions;

namespace {

const std::string greeting = "S: 220 x\nC: EHLO [127.0.0.1]\n";
const std::string pipelining = greeting + "S: 250-x\nS: 250 PIPELINING\n";
const std::string message = "Subject: x\r\n\r\n.hidden\r\nbody\r\n";

smtp::Address address(std::string_view text)
{
    return *smtp::Address::parse(text);
}

smtp::Envelope envelopeTo(const std::vector<std::string> &recipients)
{
    smtp::Envelope envelope{.from = address("me@mail.test"), .recipients = {}};
    for (const auto &recipient : recipients)
        envelope.recipients.push_back(address(recipient));
    return envelope;
}

core::Result<std::unique_ptr<smtp::Connection>> open(const ScriptedServer &server)
{
    const account::ServerEndpoint endpoint{
        .host = "127.0.0.1", .port = server.port(), .security = account::Security::PlainText};
    const net::TlsPolicy policy;
    const smtp::ConnectionOptions options;
    return await(smtp::Connection::open(endpoint, policy, options, core::deadlineIn(10s), {}));
}

DeliveryReport sendWith(smtp::Connection &connection, const smtp::Envelope &envelope,
                        std::string_view text, const DeliveryOptions &options = {})
{
    return await(connection.send(envelope, text, options, core::deadlineIn(10s)));
}

DeliveryReport sendTo(const ScriptedServer &server, const std::vector<std::string> &recipients,
                      std::string_view text = message, const DeliveryOptions &options = {})
{
    const auto connection = open(server);
    if (!connection)
        qFatal("%s", connection.error().message.c_str());
    return sendWith(**connection, envelopeTo(recipients), text, options);
}

std::optional<core::ErrorKind> kindOf(const std::optional<core::Error> &error)
{
    return error ? std::optional(error->kind) : std::nullopt;
}

core::Task<core::Result<core::Done>> succeed(int &calls)
{
    ++calls;
    co_return core::Done{};
}

core::Task<core::Result<core::Done>> refuseToGoOn()
{
    co_return core::Error(core::ErrorKind::Internal, "the ledger is full");
}

core::Task<core::Result<core::Done>> cancelAndGoOn(core::CancellationSource &source)
{
    source.cancel();
    co_return core::Done{};
}

} // namespace

class DeliveryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMessageIsDelivered_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::newRow("pipelined") << QByteArray::fromStdString(pipelining + R"(
            C: MAIL FROM:<me@mail.test>
            C: RCPT TO:<a@mail.test>
            C: RCPT TO:<b@mail.test>
            S: 250 ok
            S: 250 ok
            S: 251 will forward
            C: DATA
            S: 354 go
            C-DATA
            S: 250 2.0.0 queued
        )");
        QTest::newRow("step by step") << QByteArray::fromStdString(greeting + R"(
            S: 250 x
            C: MAIL FROM:<me@mail.test>
            S: 250 ok
            C: RCPT TO:<a@mail.test>
            S: 250 ok
            C: RCPT TO:<b@mail.test>
            S: 250 ok
            C: DATA
            S: 354 go
            C-DATA
            S: 250 2.0.0 queued
        )");
    }
    void aMessageIsDelivered()
    {
        QFETCH(QByteArray, script);
        for (const auto segments : {ScriptedServerOptions::Segments::Whole,
                                    ScriptedServerOptions::Segments::SingleBytes}) {
            const ScriptedServer server(script.toStdString(), {.segments = segments});
            int calls = 0;
            const DeliveryOptions options{.beforeMessage = [&] { return succeed(calls); }};
            const auto report = sendTo(server, {"a@mail.test", "b@mail.test"}, message, options);
            QCOMPARE(report.delivery, Delivery::Accepted);
            QVERIFY(!report.error);
            QCOMPARE(report.recipients.size(), std::size_t(2));
            QVERIFY(!report.recipients[0].refusal && !report.recipients[1].refusal);
            QCOMPARE(calls, 1);
            QCOMPARE(server.verdict(), std::string());
            QCOMPARE(server.messages(),
                     std::vector<std::string>{"Subject: x\r\n\r\n..hidden\r\nbody\r\n"});
        }
    }

    void aLargeMessageArrivesWhole()
    {
        const ScriptedServer server(pipelining + R"(
            C: MAIL FROM:<me@mail.test>
            C: RCPT TO:<a@mail.test>
            S: 250 ok
            S: 250 ok
            C: DATA
            S: 354 go
            C-DATA
            S: 250 queued
        )");
        std::string text = "Subject: x\r\n\r\n";
        std::string expected = text;
        for (int i = 0; i < 40000; ++i) {
            const std::string line = std::string(static_cast<std::size_t>(i % 70), 'x') + "\r\n";
            text += "." + line;
            expected += ".." + line;
        }
        QCOMPARE(sendTo(server, {"a@mail.test"}, text).delivery, Delivery::Accepted);
        QCOMPARE(server.verdict(), std::string());
        QVERIFY(server.messages() == std::vector<std::string>{expected});
    }

    void theServerIsToldWhatItHasToKnow_data()
    {
        QTest::addColumn<QByteArray>("recipient");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("parameters");
        const auto row = [](const char *name, const char *recipient, const char *text,
                            const char *parameters) {
            QTest::newRow(name) << QByteArray(recipient) << QByteArray(text)
                                << QByteArray(parameters);
        };
        row("ASCII", "a@mail.test", "Subject: x\n\nb", " SIZE=17");
        row("8-bit body", "a@mail.test", "Subject: x\n\n\xc3\xa4", " SIZE=18 BODY=8BITMIME");
        row("8-bit header", "a@mail.test", "Subject: \xc3\xa4\n\nb",
            " SIZE=18 BODY=8BITMIME SMTPUTF8");
        row("address", "\xc3\xa4@mail.test", "Subject: x\n\nb", " SIZE=17 SMTPUTF8");
        row("domain only", "a@\xc3\xa4.test", "Subject: x\n\nb", " SIZE=17");
    }
    void theServerIsToldWhatItHasToKnow()
    {
        QFETCH(QByteArray, recipient);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, parameters);
        const ScriptedServer server(greeting
                                    + "S: 250-x\nS: 250-SIZE 1000\nS: 250-8BITMIME\n"
                                      "S: 250 SMTPUTF8\nC: MAIL FROM:<me@mail.test>"
                                    + parameters.toStdString() + "\nS: 550 no\nCLOSED");
        const auto report = sendTo(server, {recipient.toStdString()}, text.toStdString());
        QCOMPARE(kindOf(report.error), core::ErrorKind::PermissionDenied);
        QCOMPARE(server.verdict(), std::string());
    }

    void whatTheServerCannotTakeIsRefusedHere_data()
    {
        QTest::addColumn<QByteArray>("offer");
        QTest::addColumn<QByteArray>("recipient");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("kind");
        using Kind = core::ErrorKind;
        QTest::newRow("SM-16 too large") << QByteArray("SIZE 1000") << QByteArray("a@mail.test")
                                         << QByteArray(1001, 'x') << int(Kind::TooLarge);
        QTest::newRow("too large with its line ends")
            << QByteArray("SIZE 1000") << QByteArray("a@mail.test") << QByteArray(501, '\n')
            << int(Kind::TooLarge);
        QTest::newRow("8-bit") << QByteArray("SIZE") << QByteArray("a@mail.test")
                               << QByteArray("\n\n\xc3\xa4") << int(Kind::Unsupported);
        QTest::newRow("SMTPUTF8") << QByteArray("8BITMIME") << QByteArray("\xc3\xa4@mail.test")
                                  << QByteArray("x") << int(Kind::Unsupported);
        QTest::newRow("NUL") << QByteArray("8BITMIME") << QByteArray("a@mail.test")
                             << QByteArray("x\0y", 3) << int(Kind::InvalidArgument);
        QTest::newRow("no recipient") << QByteArray("8BITMIME") << QByteArray() << QByteArray("x")
                                      << int(Kind::InvalidArgument);
    }
    void whatTheServerCannotTakeIsRefusedHere()
    {
        QFETCH(QByteArray, offer);
        QFETCH(QByteArray, recipient);
        QFETCH(QByteArray, text);
        QFETCH(int, kind);
        const ScriptedServer server(greeting + "S: 250-x\nS: 250 " + offer.toStdString()
                                    + "\nCLOSED");
        std::vector<std::string> recipients;
        if (!recipient.isEmpty())
            recipients.push_back(recipient.toStdString());
        const auto report = sendTo(server, recipients, text.toStdString());
        QCOMPARE(report.delivery, Delivery::NotSent);
        QVERIFY(report.error);
        QCOMPARE(int(report.error->kind), kind);
        QCOMPARE(server.verdict(), std::string());
    }

    void aServerThatFallsSilentIsNotWaitedFor()
    {
        const ScriptedServer server(pipelining + "SILENCE\n");
        const auto connection = open(server);
        QVERIFY(connection);
        const auto report = sendWith(**connection, envelopeTo({"a@mail.test"}), message,
                                     {.firstAnswer = core::deadlineIn(50ms)});
        QCOMPARE(report.delivery, Delivery::NotSent);
        QCOMPARE(kindOf(report.error), core::ErrorKind::Unavailable);
        QVERIFY(!(*connection)->isUsable());
        QCOMPARE(server.verdict(), std::string());
    }

    void onlyTheFirstAnswerHasToComeSoon()
    {
        const auto takeTime = [](const std::string & /*line*/) {
            std::this_thread::sleep_for(1500ms);
            return std::string("250 ok");
        };
        const ScriptedServer server(pipelining + R"(
            C: MAIL FROM:<me@mail.test>
            C: RCPT TO:<a@mail.test>
            S: 250 ok
            ANSWER: later
            C: DATA
            S: 354 go
            C-DATA
            S: 250 queued
        )",
                                    {.answers = {{"later", takeTime}}});
        auto connection = open(server);
        QVERIFY(connection);
        const auto report = sendWith(**connection, envelopeTo({"a@mail.test"}), message,
                                     {.firstAnswer = core::deadlineIn(1s)});
        QCOMPARE(report.delivery, Delivery::Accepted);
        connection->reset();
        QCOMPARE(server.verdict(), std::string());
    }

    /// SM-08
    void aRefusedSenderSendsNothing()
    {
        const ScriptedServer server(pipelining + R"(
            C: MAIL FROM:<me@mail.test>
            C: RCPT TO:<a@mail.test>
            S: 550 5.7.1 not yours
            S: 503 need MAIL
            CLOSED
        )");
        const auto report = sendTo(server, {"a@mail.test"});
        QCOMPARE(report.delivery, Delivery::NotSent);
        QCOMPARE(kindOf(report.error), core::ErrorKind::PermissionDenied);
        QVERIFY(report.recipients.empty());
        QCOMPARE(server.verdict(), std::string());
    }

    /// SM-09
    void oneRefusedRecipientStopsAllByDefault()
    {
        const ScriptedServer server(pipelining + R"(
            C: MAIL FROM:<me@mail.test>
            C: RCPT TO:<a@mail.test>
            C: RCPT TO:<b@mail.test>
            C: RCPT TO:<c@mail.test>
            S: 250 ok
            S: 250 ok
            S: 550 5.1.1 unknown
            S: 250 ok
            CLOSED
        )");
        const auto report = sendTo(server, {"a@mail.test", "b@mail.test", "c@mail.test"});
        QCOMPARE(report.delivery, Delivery::NotSent);
        QCOMPARE(kindOf(report.error), core::ErrorKind::NotFound);
        QCOMPARE(report.recipients.size(), std::size_t(3));
        QVERIFY(!report.recipients[0].refusal);
        QCOMPARE(report.recipients[1].recipient.text(), std::string("b@mail.test"));
        QCOMPARE(kindOf(report.recipients[1].refusal), core::ErrorKind::NotFound);
        QVERIFY(!report.recipients[2].refusal);
        QCOMPARE(server.verdict(), std::string());
    }

    void othersGetItWhenThatIsAllowed()
    {
        const ScriptedServer server(pipelining + R"(
            C: MAIL FROM:<me@mail.test>
            C: RCPT TO:<a@mail.test>
            C: RCPT TO:<b@mail.test>
            S: 250 ok
            S: 450 4.2.1 later
            S: 250 ok
            C: DATA
            S: 354 go
            C-DATA
            S: 250 queued
        )");
        const auto report = sendTo(server, {"a@mail.test", "b@mail.test"}, message,
                                   {.partial = PartialDelivery::Allow});
        QCOMPARE(report.delivery, Delivery::Accepted);
        QVERIFY(!report.error);
        QCOMPARE(kindOf(report.recipients[0].refusal), core::ErrorKind::Unavailable);
        QVERIFY(!report.recipients[1].refusal);
        QCOMPARE(server.verdict(), std::string());
    }

    void withoutAnyRecipientNothingIsSent()
    {
        const ScriptedServer server(pipelining + R"(
            C: MAIL FROM:<me@mail.test>
            C: RCPT TO:<a@mail.test>
            S: 250 ok
            S: 550 5.1.1 unknown
            CLOSED
        )");
        const auto report =
            sendTo(server, {"a@mail.test"}, message, {.partial = PartialDelivery::Allow});
        QCOMPARE(report.delivery, Delivery::NotSent);
        QCOMPARE(kindOf(report.error), core::ErrorKind::NotFound);
        QCOMPARE(server.verdict(), std::string());
    }

    void aRefusedTransactionIsResetBeforeTheNext()
    {
        const ScriptedServer server(greeting + R"(
            S: 250 x
            C: MAIL FROM:<me@mail.test>
            S: 250 ok
            C: RCPT TO:<a@mail.test>
            S: 550 5.1.1 unknown
            C: RSET
            S: 250 ok
            C: MAIL FROM:<me@mail.test>
            S: 250 ok
            C: RCPT TO:<b@mail.test>
            S: 250 ok
            C: DATA
            S: 354 go
            C-DATA
            S: 250 queued
        )");
        {
            const auto connection = open(server);
            QVERIFY(connection);
            QCOMPARE(sendWith(**connection, envelopeTo({"a@mail.test"}), message).delivery,
                     Delivery::NotSent);
            QVERIFY((*connection)->isUsable());
            QCOMPARE(sendWith(**connection, envelopeTo({"b@mail.test"}), message).delivery,
                     Delivery::Accepted);
        }
        QCOMPARE(server.verdict(), std::string());
    }

    void theMessageCanBeRefused_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("kind");
        using Kind = core::ErrorKind;
        QTest::newRow("spam") << QByteArray("554 5.7.1 no") << int(Kind::PermissionDenied);
        QTest::newRow("too large") << QByteArray("552 5.3.4 no") << int(Kind::TooLarge);
        QTest::newRow("later") << QByteArray("451 later") << int(Kind::Unavailable);
        QTest::newRow("SM-15 421") << QByteArray("421 later") << int(Kind::Unavailable);
    }
    void theMessageCanBeRefused()
    {
        QFETCH(QByteArray, answer);
        QFETCH(int, kind);
        const ScriptedServer server(pipelining + R"(
            C: MAIL FROM:<me@mail.test>
            C: RCPT TO:<a@mail.test>
            S: 250 ok
            S: 250 ok
            C: DATA
            S: 354 go
            C-DATA
            S: )" + answer.toStdString());
        const auto report = sendTo(server, {"a@mail.test"});
        QCOMPARE(report.delivery, Delivery::NotSent);
        QVERIFY(report.error);
        QCOMPARE(int(report.error->kind), kind);
        QCOMPARE(server.verdict(), std::string());
    }

    /// SM-15: the connection is given up and nothing was sent.
    void a421IsTemporaryEverywhere_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::newRow("SM-15 MAIL") << QByteArray("S: 421 later\nCLOSED");
        QTest::newRow("SM-15 RCPT") << QByteArray("S: 250 ok\nS: 421 later\nCLOSED");
        QTest::newRow("SM-15 DATA")
            << QByteArray("S: 250 ok\nS: 250 ok\nC: DATA\nS: 421 later\nCLOSED");
    }
    void a421IsTemporaryEverywhere()
    {
        QFETCH(QByteArray, script);
        const ScriptedServer server(pipelining
                                    + "C: MAIL FROM:<me@mail.test>\nC: RCPT TO:<a@mail.test>\n"
                                    + script.toStdString());
        const auto report = sendTo(server, {"a@mail.test"});
        QCOMPARE(report.delivery, Delivery::NotSent);
        QCOMPARE(kindOf(report.error), core::ErrorKind::Unavailable);
        QCOMPARE(server.verdict(), std::string());
    }

    /// SM-10
    void aConnectionLostBeforeTheLoneDotIsNotSent()
    {
        const ScriptedServer server(pipelining + R"(
            C: MAIL FROM:<me@mail.test>
            C: RCPT TO:<a@mail.test>
            S: 250 ok
            S: 250 ok
            C: DATA
            S: 354 go
            C: Subject: x
            RESET
        )");
        // Too much for the buffers on the way, so it cannot have left before the reset.
        const std::string large = "Subject: x\r\n" + std::string(20'000'000, 'x');
        const auto report = sendTo(server, {"a@mail.test"}, large);
        QCOMPARE(report.delivery, Delivery::NotSent);
        QCOMPARE(kindOf(report.error), core::ErrorKind::Unavailable);
        QCOMPARE(server.verdict(), std::string());
    }

    void aRefusalInTheMiddleOfTheMessageIsNotSent()
    {
        const ScriptedServer server(pipelining + R"(
            C: MAIL FROM:<me@mail.test>
            C: RCPT TO:<a@mail.test>
            S: 250 ok
            S: 250 ok
            C: DATA
            S-RAW: 354 go{{CRLF}}552 5.3.4 too large{{CRLF}}
            C-RAW: Subject: x
            SILENCE
        )");
        const auto report = sendTo(server, {"a@mail.test"});
        QCOMPARE(report.delivery, Delivery::NotSent);
        QCOMPARE(kindOf(report.error), core::ErrorKind::TooLarge);
        QCOMPARE(server.verdict(), std::string());
        QVERIFY(!server.received().ends_with("\r\n.\r\n"));
    }

    /// SM-11
    void aConnectionLostAfterTheLoneDotIsUnknown_data()
    {
        QTest::addColumn<QByteArray>("end");
        QTest::newRow("SM-11 reset") << QByteArray("RESET");
        QTest::newRow("SM-11 close") << QByteArray("CLOSE");
        QTest::newRow("SM-11 silence") << QByteArray("SILENCE");
        QTest::newRow("half an answer") << QByteArray("S-RAW: 25\nCLOSE");
        QTest::newRow("half a reply") << QByteArray("S: 250-x\nRESET");
        QTest::newRow("nonsense") << QByteArray("S: hello\nCLOSED");
        QTest::newRow("354") << QByteArray("S: 354 go\nCLOSED");
    }
    void aConnectionLostAfterTheLoneDotIsUnknown()
    {
        QFETCH(QByteArray, end);
        const ScriptedServer server(pipelining + R"(
            C: MAIL FROM:<me@mail.test>
            C: RCPT TO:<a@mail.test>
            S: 250 ok
            S: 250 ok
            C: DATA
            S: 354 go
            C-DATA
            )" + end.toStdString());
        const auto report = sendTo(server, {"a@mail.test"}, message,
                                   {.messageLimit = end == "SILENCE" ? 200ms : 10s});
        QCOMPARE(report.delivery, Delivery::Unknown);
        // Not a kind that somebody retries without thinking.
        QCOMPARE(kindOf(report.error), core::ErrorKind::Conflict);
        QVERIFY(!core::isRetryable(report.error->kind));
        QCOMPARE(server.verdict(), std::string());
        QCOMPARE(server.messages().size(), std::size_t(1));
    }

    /// SM-13
    void aConnectionLostAfterTheAnswerIsSuccess()
    {
        const ScriptedServer server(pipelining + R"(
            C: MAIL FROM:<me@mail.test>
            C: RCPT TO:<a@mail.test>
            S: 250 ok
            S: 250 ok
            C: DATA
            S: 354 go
            C-DATA
            S: 250 queued
            CLOSE
        )");
        const auto connection = open(server);
        QVERIFY(connection);
        const auto report = sendWith(**connection, envelopeTo({"a@mail.test"}), message);
        await((*connection)->quit(core::deadlineIn(10s)));
        QCOMPARE(report.delivery, Delivery::Accepted);
        QCOMPARE(server.verdict(), std::string());
    }

    /// SM-19: whatever is lost, the report never claims more than the server did.
    void theReportIsTrueWhereverTheConnectionBreaks()
    {
        const std::string script = pipelining + R"(
            C: MAIL FROM:<me@mail.test>
            C: RCPT TO:<a@mail.test>
            S: 250 ok
            S: 250 ok
            C: DATA
            S: 354 go
            C-DATA
            S: 250 queued
        )";
        bool wasAccepted = false;
        for (std::size_t offset = 1; !wasAccepted; ++offset) {
            QVERIFY(offset < 100);
            const ScriptedServer server(script, {.resetAfter = offset});
            const auto connection = open(server);
            if (!connection)
                continue;
            const auto report = sendWith(**connection, envelopeTo({"a@mail.test"}), message);
            QCOMPARE(bool(report.error), report.delivery != Delivery::Accepted);
            QVERIFY(server.messages().size() <= 1);
            if (report.delivery == Delivery::NotSent)
                QVERIFY(server.messages().empty());
            wasAccepted = report.delivery == Delivery::Accepted;
            if (wasAccepted)
                QCOMPARE(server.messages().size(), std::size_t(1));
        }
    }

    void theLedgerCanStopTheMessage()
    {
        const ScriptedServer server(pipelining + R"(
            C: MAIL FROM:<me@mail.test>
            C: RCPT TO:<a@mail.test>
            S: 250 ok
            S: 250 ok
            C: DATA
            S: 354 go
            CLOSED
        )");
        const auto report =
            sendTo(server, {"a@mail.test"}, message, {.beforeMessage = refuseToGoOn});
        QCOMPARE(report.delivery, Delivery::NotSent);
        QCOMPARE(kindOf(report.error), core::ErrorKind::Internal);
        QCOMPARE(server.verdict(), std::string());
    }

    void aCancellationCountsOnlyBeforeTheMessage()
    {
        const std::string script = pipelining + R"(
            C: MAIL FROM:<me@mail.test>
            C: RCPT TO:<a@mail.test>
            S: 250 ok
            S: 250 ok
            C: DATA
            S: 354 go
            C-DATA
            S: 250 queued
        )";
        core::CancellationSource source;
        {
            const ScriptedServer server(script);
            const auto connection = open(server);
            QVERIFY(connection);
            (*connection)->setCancellation(source.token());
            const DeliveryOptions options{.beforeMessage = [&] { return cancelAndGoOn(source); }};
            const auto report =
                sendWith(**connection, envelopeTo({"a@mail.test"}), message, options);
            QCOMPARE(report.delivery, Delivery::Accepted);
        }
        const ScriptedServer server(pipelining + "CLOSED");
        const auto connection = open(server);
        QVERIFY(connection);
        (*connection)->setCancellation(source.token());
        const auto report = sendWith(**connection, envelopeTo({"a@mail.test"}), message);
        QCOMPARE(report.delivery, Delivery::NotSent);
        QCOMPARE(kindOf(report.error), core::ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(DeliveryTest)
#include "DeliveryTest.moc"
