// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventloop/EpollDispatcher.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QProcess>
#include <QSocketNotifier>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryFile>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <array>
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <sys/socket.h>
#include <unistd.h>

using namespace std::chrono_literals;

namespace {

/// Two ends of one connection, not blocking.
struct Pair
{
    Pair()
    {
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends.data()) != 0)
            qFatal("no socket pair");
    }
    ~Pair()
    {
        for (const int end : ends)
            ::close(end);
    }
    Pair(const Pair &) = delete;
    Pair &operator=(const Pair &) = delete;

    void send(const std::string &text) const
    {
        QCOMPARE(::write(ends[1], text.data(), text.size()), static_cast<ssize_t>(text.size()));
    }
    std::string receive() const
    {
        std::string text(1024, ' ');
        text.resize(static_cast<std::size_t>(
            std::max<ssize_t>(::read(ends[0], text.data(), text.size()), 0)));
        return text;
    }

    std::array<int, 2> ends{};
};

/// One round that does not wait.
void turn(QEventLoop::ProcessEventsFlags flags = QEventLoop::AllEvents)
{
    QAbstractEventDispatcher::instance()->processEvents(flags);
}

} // namespace

class EpollDispatcherTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheLoopOfThisProgram()
    {
        QVERIFY(dynamic_cast<eventloop::EpollDispatcher *>(QAbstractEventDispatcher::instance())
                != nullptr);
    }

    // --- Posted events

    void deliversWhatItsOwnThreadPosts()
    {
        QEventLoop loop;
        int count = 0;
        std::function<void()> again = [&] {
            if (++count == 1000)
                return loop.quit();
            QMetaObject::invokeMethod(this, again, Qt::QueuedConnection);
        };
        QMetaObject::invokeMethod(this, again, Qt::QueuedConnection);
        loop.exec();
        QCOMPARE(count, 1000);
    }

    void isWokenByOtherThreads()
    {
        for (int round = 0; round < 200; ++round) {
            QEventLoop loop;
            std::thread other([&] {
                QMetaObject::invokeMethod(&loop, [&] { loop.quit(); }, Qt::QueuedConnection);
            });
            loop.exec(); // else it never ends
            other.join();
        }
    }

    void endsAWaitThatIsInterrupted()
    {
        std::thread other([] {
            std::this_thread::sleep_for(10ms);
            QAbstractEventDispatcher::instance(QCoreApplication::instance()->thread())->interrupt();
        });
        turn(QEventLoop::WaitForMoreEvents); // else it never ends
        other.join();
        turn();
    }

    void destroysWhatIsToBeDestroyedLater()
    {
        QEventLoop loop;
        auto *const object = new QObject;
        connect(object, &QObject::destroyed, &loop, &QEventLoop::quit);
        QTimer::singleShot(0ms, object, &QObject::deleteLater);
        loop.exec();
    }

    // --- Sockets

    void saysThatThereIsSomethingToRead()
    {
        const Pair pair;
        QSocketNotifier notifier(pair.ends[0], QSocketNotifier::Read);
        std::vector<std::string> received;
        connect(&notifier, &QSocketNotifier::activated, this,
                [&] { received.push_back(pair.receive()); });
        turn();
        QVERIFY(received.empty());
        pair.send("one");
        turn(QEventLoop::WaitForMoreEvents);
        QCOMPARE(received, std::vector<std::string>({"one"}));
        pair.send("two");
        turn(QEventLoop::ExcludeSocketNotifiers);
        QCOMPARE(received.size(), 1U);
        notifier.setEnabled(false);
        turn();
        QCOMPARE(received.size(), 1U);
        notifier.setEnabled(true);
        turn();
        QCOMPARE(received.back(), "two");
    }

    void goesOnSayingItUntilItIsRead()
    {
        const Pair pair;
        QSocketNotifier notifier(pair.ends[0], QSocketNotifier::Read);
        int count = 0;
        connect(&notifier, &QSocketNotifier::activated, this, [&] { ++count; });
        pair.send("something");
        turn();
        turn();
        QCOMPARE(count, 2);
    }

    void saysThatTheOtherEndIsClosed()
    {
        Pair pair;
        QSocketNotifier notifier(pair.ends[0], QSocketNotifier::Read);
        int count = 0;
        connect(&notifier, &QSocketNotifier::activated, this, [&] { ++count; });
        turn();
        ::close(std::exchange(pair.ends[1], -1));
        turn(QEventLoop::WaitForMoreEvents);
        QCOMPARE(count, 1);
    }

    void saysThatThereIsRoomToWrite()
    {
        const Pair pair;
        QSocketNotifier reader(pair.ends[0], QSocketNotifier::Read);
        turn(); // the reader is known when the writer comes
        QSocketNotifier writer(pair.ends[0], QSocketNotifier::Write);
        int count = 0;
        connect(&writer, &QSocketNotifier::activated, this, [&] {
            if (++count == 3)
                writer.setEnabled(false);
        });
        for (int round = 0; round < 5; ++round)
            turn(); // first poll is asked, then epoll, then nobody
        QCOMPARE(count, 3);
        writer.setEnabled(true);
        turn();
        QCOMPARE(count, 4);
    }

    void saysThatThereIsRoomAgain()
    {
        const Pair pair;
        const std::string much(4096, 'x');
        while (::write(pair.ends[0], much.data(), much.size()) > 0) {
        }
        QSocketNotifier writer(pair.ends[0], QSocketNotifier::Write);
        int count = 0;
        connect(&writer, &QSocketNotifier::activated, this, [&] {
            ++count;
            writer.setEnabled(false);
        });
        turn();
        QCOMPARE(count, 0);
        std::thread other([&] {
            std::this_thread::sleep_for(10ms);
            std::string drain(1024 * 1024, ' ');
            while (::read(pair.ends[1], drain.data(), drain.size()) > 0) {
            }
        });
        turn(QEventLoop::WaitForMoreEvents); // else it never ends
        other.join();
        QCOMPARE(count, 1);
    }

    void tellsNobodyWhoHasGoneMeanwhile()
    {
        const Pair pair;
        auto reader = std::make_unique<QSocketNotifier>(pair.ends[0], QSocketNotifier::Read);
        auto writer = std::make_unique<QSocketNotifier>(pair.ends[0], QSocketNotifier::Write);
        int reads = 0;
        int writes = 0;
        connect(reader.get(), &QSocketNotifier::activated, this, [&] {
            ++reads;
            writer.reset();
        });
        connect(writer.get(), &QSocketNotifier::activated, this, [&] { ++writes; });
        pair.send("something");
        turn();
        QCOMPARE(reads, 1);
        QCOMPARE(writes, 0);
    }

    void doesNotConfuseADescriptorWithItsSuccessor()
    {
        Pair first;
        Pair second;
        std::array<std::unique_ptr<QSocketNotifier>, 2> notifiers;
        std::unique_ptr<Pair> successor;
        std::unique_ptr<QSocketNotifier> successorNotifier;
        int successorReads = 0;
        int reads = 0;
        // Whichever is told first closes the other, whose number goes to a new connection.
        const auto replace = [&](Pair &other, std::unique_ptr<QSocketNotifier> &notifier) {
            if (++reads > 1)
                return;
            const int number = other.ends[0];
            notifier.reset();
            ::close(std::exchange(other.ends[0], -1));
            successor = std::make_unique<Pair>();
            QCOMPARE(successor->ends[0], number);
            successorNotifier = std::make_unique<QSocketNotifier>(number, QSocketNotifier::Read);
            connect(successorNotifier.get(), &QSocketNotifier::activated, this,
                    [&] { ++successorReads; });
        };
        notifiers[0] = std::make_unique<QSocketNotifier>(first.ends[0], QSocketNotifier::Read);
        notifiers[1] = std::make_unique<QSocketNotifier>(second.ends[0], QSocketNotifier::Read);
        connect(notifiers[0].get(), &QSocketNotifier::activated, this,
                [&] { replace(second, notifiers[1]); });
        connect(notifiers[1].get(), &QSocketNotifier::activated, this,
                [&] { replace(first, notifiers[0]); });
        turn();
        first.send("something");
        second.send("something");
        turn();
        QCOMPARE(reads, 1);
        QCOMPARE(successorReads, 0);
        successor->send("something");
        turn();
        QCOMPARE(successorReads, 1);
    }

    void tellsTheRestInALoopWithinTheLoop()
    {
        const Pair first;
        const Pair second;
        QSocketNotifier one(first.ends[0], QSocketNotifier::Read);
        QSocketNotifier other(second.ends[0], QSocketNotifier::Read);
        std::vector<std::string> received;
        const auto react = [&](const Pair &pair) {
            received.push_back(pair.receive());
            if (received.size() == 1)
                turn();
        };
        connect(&one, &QSocketNotifier::activated, this, [&] { react(first); });
        connect(&other, &QSocketNotifier::activated, this, [&] { react(second); });
        first.send("something");
        second.send("something");
        turn();
        QCOMPARE(received, std::vector<std::string>({"something", "something"}));
    }

    void takesWhatEpollCannotWatch()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        QSocketNotifier notifier(file.handle(), QSocketNotifier::Read);
        int count = 0;
        connect(&notifier, &QSocketNotifier::activated, this, [&] { ++count; });
        turn();
        turn(QEventLoop::WaitForMoreEvents); // a file is always ready
        QCOMPARE(count, 2);
    }

    void servesManyAtOnce()
    {
        constexpr std::size_t many = 300; // more than one round takes
        std::vector<Pair> pairs(many);
        std::vector<std::unique_ptr<QSocketNotifier>> notifiers;
        std::size_t received = 0;
        for (const auto &pair : pairs) {
            notifiers.push_back(
                std::make_unique<QSocketNotifier>(pair.ends[0], QSocketNotifier::Read));
            connect(notifiers.back().get(), &QSocketNotifier::activated, this,
                    [&] { received += pair.receive().size(); });
            pair.send("1");
        }
        turn();
        turn();
        QCOMPARE(received, many);
    }

    // --- Timers

    void firesTimers()
    {
        QEventLoop loop;
        QElapsedTimer time;
        time.start();
        QTimer repeated;
        int count = 0;
        connect(&repeated, &QTimer::timeout, this, [&] {
            QVERIFY(repeated.isActive());
            if (++count == 3)
                loop.quit();
        });
        repeated.start(10ms);
        QVERIFY(repeated.remainingTime() > 0 && repeated.remainingTime() <= 10);
        loop.exec();
        QVERIFY(time.elapsed() >= 30);
        turn(QEventLoop::X11ExcludeTimers);
        QCOMPARE(count, 3);
        repeated.stop();
        QCOMPARE(repeated.remainingTime(), -1);
    }

    void isNotStarvedBySockets()
    {
        const Pair pair;
        QSocketNotifier busy(pair.ends[0], QSocketNotifier::Write);
        QEventLoop loop;
        QTimer::singleShot(5ms, &loop, &QEventLoop::quit);
        loop.exec(); // else it never ends
    }

    // --- What Qt does with it

    void carriesConnectionsAndProcesses()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, this, [&] {
            auto *const peer = server.nextPendingConnection();
            connect(peer, &QTcpSocket::readyRead, peer, [peer] { peer->write(peer->readAll()); });
        });
        const QByteArray sent(4 * 1024 * 1024, 'x');
        QByteArray received;
        QEventLoop loop;
        QTcpSocket client;
        connect(&client, &QTcpSocket::connected, this, [&] { client.write(sent); });
        connect(&client, &QTcpSocket::readyRead, this, [&] {
            received += client.readAll();
            if (received.size() == sent.size())
                client.disconnectFromHost();
        });
        connect(&client, &QTcpSocket::disconnected, &loop, &QEventLoop::quit);
        client.connectToHost(QHostAddress::LocalHost, server.serverPort());
        loop.exec();
        QCOMPARE(received, sent);

        QProcess process;
        connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
        process.start(QStringLiteral("cat"));
        process.write("something");
        process.closeWriteChannel();
        loop.exec();
        QCOMPARE(process.readAllStandardOutput(), QByteArray("something"));
    }

    void noticesThatNobodyListens()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const auto port = server.serverPort();
        server.close();
        QEventLoop loop;
        QTcpSocket client;
        connect(&client, &QTcpSocket::errorOccurred, &loop, &QEventLoop::quit);
        client.connectToHost(QHostAddress::LocalHost, port);
        loop.exec();
        QCOMPARE(client.error(), QAbstractSocket::ConnectionRefusedError);
    }
};

int main(int argc, char **argv)
{
    QCoreApplication::setEventDispatcher(new eventloop::EpollDispatcher);
    const QCoreApplication application(argc, argv);
    EpollDispatcherTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "EpollDispatcherTest.moc"
