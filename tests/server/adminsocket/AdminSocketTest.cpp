// SPDX-License-Identifier: GPL-3.0-or-later
#include "adminsocket/AdminSocket.h"

#include "adminlink/Protocol.h"
#include "support/Await.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <grp.h>
#include <memory>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace std::chrono_literals;
using adminsocket::Admits;
using nlohmann::json;

namespace {

constexpr unsigned nobody = 65534;

core::Task<core::Result<json>> echo(std::string method, json parameters)
{
    if (method == "wait")
        (void)co_await core::sleepFor(50ms);
    if (method == "fail")
        co_return core::Error(core::ErrorKind::NotFound, "There is none.");
    if (method == "flood")
        co_return json{{"text", std::string(adminlink::Limits::answer, 'x')}};
    co_return json{{"method", method}, {"parameters", parameters}};
}

} // namespace

class AdminSocketTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    const QString m_path = m_folder.filePath(QStringLiteral("admin.sock"));

    std::unique_ptr<adminsocket::AdminSocket> listening(adminsocket::Limits limits = {},
                                                        Admits admits = Admits::Owner) const
    {
        auto socket = std::make_unique<adminsocket::AdminSocket>(echo, admits, limits);
        const auto done = socket->listen(m_path.toStdString());
        if (!done)
            qFatal("%s", done.error().message.c_str());
        return socket;
    }

    std::unique_ptr<QLocalSocket> connected() const
    {
        auto socket = std::make_unique<QLocalSocket>();
        socket->connectToServer(m_path);
        if (!socket->waitForConnected(2000))
            qFatal("not connected");
        return socket;
    }

    static json lineFrom(QLocalSocket &socket)
    {
        if (!support::waitUntil([&] {
                return socket.canReadLine() || socket.state() == QLocalSocket::UnconnectedState;
            }))
            return nullptr;
        return json::parse(socket.readLine().toStdString(), nullptr, false);
    }

    static bool isClosed(QLocalSocket &socket)
    {
        return support::waitUntil([&] { return socket.state() == QLocalSocket::UnconnectedState; },
                                  5s);
    }

private Q_SLOTS:
    void requestsAreAnsweredInTheirOrder()
    {
        const auto socket = listening();
        const auto client = connected();
        client->write("{\"method\":\"wait\",\"parameters\":{\"n\":1}}\n"
                      "{\"method\":\"two\"}\n{\"method\":\"fail\"}\n");
        QVERIFY((lineFrom(*client)
                 == json{{"result", {{"method", "wait"}, {"parameters", {{"n", 1}}}}}}));
        QVERIFY((lineFrom(*client)
                 == json{{"result", {{"method", "two"}, {"parameters", json::object()}}}}));
        QVERIFY((lineFrom(*client)
                 == json{{"error", {{"kind", "not_found"}, {"message", "There is none."}}}}));
    }

    void theSocketIsForItsOwnerOnly()
    {
        const auto socket = listening();
        struct stat status = {};
        QCOMPARE(stat(qPrintable(m_path), &status), 0);
        QVERIFY(S_ISSOCK(status.st_mode));
        QCOMPARE(status.st_mode & 0077U, 0U);
    }

    void theGroupCanOpenTheSocketIfItMay()
    {
        const auto socket = listening({}, Admits::Group);
        struct stat status = {};
        QCOMPARE(stat(qPrintable(m_path), &status), 0);
        QCOMPARE(status.st_mode & 0077U, 0070U); // and nobody else
        QCOMPARE(status.st_gid, getegid());
    }

    // Whoever can open the socket, perhaps through wrong modes, is known by the kernel.
    void onlyThoseWhomItIsForAreLetIn_data()
    {
        QTest::addColumn<bool>("isForGroup");
        QTest::addColumn<QList<unsigned>>("groups"); ///< the first one is the primary one
        QTest::addColumn<bool>("isLetIn");
        const unsigned ours = getegid();
        QList<unsigned> many;
        for (unsigned group = 20000; group < 20200; ++group)
            many.append(group);
        QTest::newRow("another user") << false << QList<unsigned>{nobody} << false;
        QTest::newRow("a member, but it is not for them")
            << false << QList<unsigned>{nobody, ours} << false;
        QTest::newRow("no member") << true << QList<unsigned>{nobody, 20000} << false;
        QTest::newRow("no member of many groups") << true << many << false;
        QTest::newRow("a member") << true << QList<unsigned>{nobody, ours} << true;
        QTest::newRow("a member of many groups") << true << (many + QList<unsigned>{ours}) << true;
        QTest::newRow("whose first group it is") << true << QList<unsigned>{ours} << true;
    }
    void onlyThoseWhomItIsForAreLetIn()
    {
        if (geteuid() != 0)
            QSKIP("only root can become another user");
        QFETCH(bool, isForGroup);
        QFETCH(QList<unsigned>, groups);
        QFETCH(bool, isLetIn);
        const auto socket = listening({}, isForGroup ? Admits::Group : Admits::Owner);
        QCOMPARE(chmod(qPrintable(m_path), 0666), 0);
        QCOMPARE(chmod(qPrintable(m_folder.path()), 0755), 0);
        const QByteArray path = m_path.toLocal8Bit();
        const pid_t child = fork();
        if (child == 0) {
            if (setgroups(static_cast<std::size_t>(groups.size()), groups.constData()) != 0
                || setgid(groups.constFirst()) != 0 || setuid(nobody) != 0)
                _exit(9);
            execlp("python3", "python3", "-c",
                   "import socket,sys\n"
                   "s=socket.socket(socket.AF_UNIX)\n"
                   "s.connect(sys.argv[1])\n"
                   "try:\n"
                   " s.sendall(b'{\"method\":\"two\"}\\n')\n"
                   " sys.exit(3 if s.recv(100) else 0)\n"
                   "except OSError:\n"
                   " sys.exit(0)\n",
                   path.constData(), nullptr);
            _exit(9);
        }
        int status = -1;
        QVERIFY(support::waitUntil([&] { return waitpid(child, &status, WNOHANG) == child; }));
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), isLetIn ? 3 : 0);
    }

    // In a user namespace every group that it does not know looks like this one.
    void theGroupOfNobodyIsNoGroup()
    {
        if (geteuid() != 0)
            QSKIP("only root can change its group");
        const gid_t own = getegid();
        QCOMPARE(setegid(nobody), 0);
        adminsocket::AdminSocket socket(echo, Admits::Group, {});
        const auto refused = socket.listen(m_path.toStdString());
        QCOMPARE(setegid(own), 0);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, core::ErrorKind::InvalidArgument);
    }

    void whatIsNoRequestIsAnsweredWithAnError_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("no JSON") << QByteArray("hello\n");
        QTest::newRow("array") << QByteArray("[]\n");
        QTest::newRow("no method") << QByteArray("{}\n");
        QTest::newRow("method of another type") << QByteArray("{\"method\":1}\n");
        QTest::newRow("parameters of another type")
            << QByteArray("{\"method\":\"a\",\"parameters\":[]}\n");
        QTest::newRow("deep") << QByteArray("{\"method\":\"a\",\"parameters\":{\"a\":")
                                     + QByteArray(50, '[') + QByteArray(50, ']') + "}}\n";
    }
    void whatIsNoRequestIsAnsweredWithAnError()
    {
        QFETCH(QByteArray, line);
        const auto socket = listening();
        const auto client = connected();
        client->write(line);
        QVERIFY(lineFrom(*client).contains("error"));
        client->write("{\"method\":\"two\"}\n");
        QVERIFY(lineFrom(*client).contains("result"));
    }

    void aLongRequestIsRefused()
    {
        const auto socket = listening();
        const auto client = connected();
        client->write(QByteArray(adminlink::Limits::request + 1, 'x'));
        const auto answer = lineFrom(*client);
        QVERIFY(answer.at("error").at("kind") == "too_large");
        QVERIFY(isClosed(*client));
    }

    void aLongAnswerIsNotSent()
    {
        const auto socket = listening();
        const auto client = connected();
        client->write("{\"method\":\"flood\"}\n");
        QVERIFY(lineFrom(*client).at("error").at("kind") == "too_large");
    }

    void onlySoManyConnectionsAreHeld()
    {
        const auto socket = listening({.connections = 2});
        const auto first = connected();
        const auto second = connected();
        first->write("{\"method\":\"a\"}\n");
        second->write("{\"method\":\"b\"}\n");
        QVERIFY(lineFrom(*first).contains("result"));
        QVERIFY(lineFrom(*second).contains("result"));
        const auto third = connected();
        QVERIFY(isClosed(*third));
        first->disconnectFromServer();
        QVERIFY(support::waitUntil([&] {
            const auto fourth = connected();
            fourth->write("{\"method\":\"c\"}\n");
            return lineFrom(*fourth).contains("result");
        }));
    }

    void whoSaysNothingIsSentAway()
    {
        const auto socket = listening({.idle = 100ms});
        const auto client = connected();
        QVERIFY(isClosed(*client));
    }

    void whoIsGoneWhileTheAnswerIsMadeDoesNoHarm()
    {
        const auto socket = listening();
        {
            const auto client = connected();
            client->write("{\"method\":\"wait\"}\n");
            client->flush();
            QTest::qWait(5);
        }
        const auto other = connected();
        other->write("{\"method\":\"wait\"}\n");
        QVERIFY(lineFrom(*other).contains("result"));
    }

    void aSocketOfADeadServerIsTakenOverAndThatOfALivingOneIsNot()
    {
        {
            QLocalServer dead;
            dead.listen(m_path);
            // Closing would remove it; a server that was killed leaves it.
            QVERIFY(QFile::rename(m_path, m_path + u'~'));
            dead.close();
            QVERIFY(QFile::rename(m_path + u'~', m_path));
        }
        const auto socket = listening();
        adminsocket::AdminSocket second(echo, Admits::Owner, {});
        const auto refused = second.listen(m_path.toStdString());
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, core::ErrorKind::Unavailable);
        QVERIFY(refused.error().message.find("Another server") != std::string::npos);
        const auto other = connected(); // the first one is still there
        other->write("{\"method\":\"a\"}\n");
        QVERIFY(lineFrom(*other).contains("result"));
        adminsocket::AdminSocket nowhere(echo, Admits::Owner, {});
        QVERIFY(!nowhere.listen("/nonexistent/admin.sock"));
        QFile file(m_folder.filePath(QStringLiteral("precious")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("text") == 4);
        file.close();
        QVERIFY(!nowhere.listen(file.fileName().toStdString()));
        QCOMPARE(file.size(), 4);
    }
};

QTEST_GUILESS_MAIN(AdminSocketTest)
#include "AdminSocketTest.moc"
