// SPDX-License-Identifier: GPL-3.0-or-later
#include "adminlink/Link.h"

#include "adminlink/Protocol.h"
#include "support/Await.h"
#include "support/OneAnswerServer.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <nlohmann/json.hpp>

#include <unistd.h>

using namespace std::chrono_literals;
using core::ErrorKind;
using support::OneAnswerServer;

class LinkTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    const QString m_path = m_folder.filePath(QStringLiteral("admin.sock"));
    const adminlink::Link m_link{m_path.toStdString()};

private Q_SLOTS:
    void theStatusIsRead()
    {
        const OneAnswerServer server(
            m_path, "{\"result\":{\"version\":\"1.2\",\"url\":\"https://m.example\","
                    "\"started_at\":1767225600,\"ready\":false,"
                    "\"problem\":\"The disk is full.\"}}\n");
        const auto status = support::await(m_link.status(core::deadlineIn(5s), {}));
        QVERIFY(status);
        QCOMPARE(server.received, QByteArray("{\"method\":\"status\",\"parameters\":{}}\n"));
        QCOMPARE(status->version, std::string("1.2"));
        QCOMPARE(status->url, std::string("https://m.example"));
        QCOMPARE(status->startedAt, 1767225600LL);
        QVERIFY(!status->isReady);
        QCOMPARE(status->problem, std::string("The disk is full."));
    }

    void clientsAreListed()
    {
        const OneAnswerServer server(
            m_path, "{\"result\":{\"clients\":[{\"handle\":\"k3\",\"name\":\"Work\",\"first_seen\":"
                    "5,\"last_used\":9,\"logins\":2,\"denied\":true},{\"handle\":7}]}}\n");
        const auto clients = support::await(m_link.clients(core::deadlineIn(5s), {}));
        QVERIFY(clients);
        QCOMPARE(clients->size(), 2UL);
        QCOMPARE((*clients)[0].handle, std::string("k3"));
        QCOMPARE((*clients)[0].name, std::string("Work"));
        QCOMPARE((*clients)[0].firstSeenAt, 5LL);
        QCOMPARE((*clients)[0].lastUsedAt, 9LL);
        QCOMPARE((*clients)[0].logins, 2LL);
        QVERIFY((*clients)[0].isDenied);
        QVERIFY((*clients)[1].handle.empty());
    }

    void changesAndTheirErrorsComeBack()
    {
        {
            const OneAnswerServer server(m_path, "{\"result\":{}}\n");
            QVERIFY(support::await(m_link.revoke("k3\n", core::deadlineIn(5s), {})));
            QCOMPARE(server.received,
                     QByteArray("{\"method\":\"revoke\",\"parameters\":{\"handle\":\"k3\\n\"}}\n"));
            QVERIFY(support::await(m_link.endEveryLogin(core::deadlineIn(5s), {})));
        }
        const OneAnswerServer server(
            m_path, "{\"error\":{\"kind\":\"not_found\",\"message\":\"There is none.\"}}\n");
        const auto allowed = support::await(m_link.allow("k4", core::deadlineIn(5s), {}));
        QVERIFY(!allowed);
        QCOMPARE(allowed.error().kind, ErrorKind::NotFound);
        QCOMPARE(allowed.error().message, std::string("There is none."));
    }

    void textsAreRead()
    {
        {
            const OneAnswerServer server(m_path, "{\"result\":{\"text\":\"a 1\\n\"}}\n");
            const auto metrics = support::await(m_link.metrics(core::deadlineIn(5s), {}));
            QVERIFY(metrics);
            QCOMPARE(*metrics, std::string("a 1\n"));
        }
        const OneAnswerServer server(m_path,
                                     "{\"result\":{\"entries\":[\"{}\",\"{\\\"a\\\":1}\"]}}\n");
        const auto entries = support::await(m_link.auditLog(20, core::deadlineIn(5s), {}));
        QVERIFY(entries);
        QVERIFY((*entries == std::vector<std::string>{"{}", "{\"a\":1}"}));
        QCOMPARE(server.received,
                 QByteArray("{\"method\":\"audit_log\",\"parameters\":{\"lines\":20}}\n"));
    }

    void whatIsNoAnswerIsAnError_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *name, const QByteArray &answer, ErrorKind kind) {
            QTest::newRow(name) << answer << static_cast<int>(kind);
        };
        row("no JSON", "hello\n", ErrorKind::Protocol);
        row("another value", "[]\n", ErrorKind::Protocol);
        row("neither result nor error", "{}\n", ErrorKind::Protocol);
        row("result of another type", "{\"result\":1}\n", ErrorKind::Protocol);
        row("no list", "{\"result\":{}}\n", ErrorKind::Protocol);
        row("closed", "", ErrorKind::Unavailable);
        row("silence", "silence", ErrorKind::DeadlineExceeded);
        row("endless", QByteArray(adminlink::Limits::answer + 10, 'x'), ErrorKind::TooLarge);
    }
    void whatIsNoAnswerIsAnError()
    {
        QFETCH(QByteArray, answer);
        QFETCH(int, kind);
        const bool isSilent = answer == "silence";
        const OneAnswerServer server(m_path, isSilent ? std::nullopt : std::optional(answer));
        const auto limit = isSilent ? 100ms : 5000ms;
        const auto clients = support::await(m_link.clients(core::deadlineIn(limit), {}));
        QVERIFY(!clients);
        QCOMPARE(static_cast<int>(clients.error().kind), kind);
    }

    void noServerIsSaidToBeNone()
    {
        const auto status = support::await(m_link.status(core::deadlineIn(5s), {}));
        QVERIFY(!status);
        QCOMPARE(status.error().kind, ErrorKind::Unavailable);
        QVERIFY(status.error().message.find("ADMIN_SOCKET") != std::string::npos);
    }

    void aSocketOfAnotherUserIsSaidToBeThat()
    {
        if (geteuid() != 0)
            QSKIP("only root can become another user");
        const OneAnswerServer server(m_path, "{\"result\":{}}\n");
        QCOMPARE(seteuid(65534), 0);
        const auto status = support::await(m_link.status(core::deadlineIn(5s), {}));
        QCOMPARE(seteuid(0), 0);
        QVERIFY(!status);
        QCOMPARE(status.error().kind, ErrorKind::PermissionDenied);
        QVERIFY(status.error().message.find("root") != std::string::npos);
    }

    void aQuestionCanBeCancelled()
    {
        const OneAnswerServer server(m_path, std::nullopt);
        core::CancellationSource source;
        QTimer::singleShot(30, this, [&source] { source.cancel(); });
        const auto status = support::await(m_link.status(core::deadlineIn(60s), source.token()));
        QVERIFY(!status);
        QCOMPARE(status.error().kind, ErrorKind::Cancelled);
        QCOMPARE(support::await(m_link.status(core::deadlineIn(60s), source.token())).error().kind,
                 ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(LinkTest)
#include "LinkTest.moc"
