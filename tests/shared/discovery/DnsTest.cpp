// SPDX-License-Identifier: GPL-3.0-or-later
#include "discovery/Dns.h"

#include "support/Await.h"

#include <QNetworkDatagram>
#include <QTest>
#include <QTimer>
#include <QUdpSocket>
#include <QtEndian>

using namespace std::chrono_literals;
using core::ErrorKind;
using discovery::MxRecord;
using discovery::SrvRecord;

namespace {

QByteArray number16(quint16 value)
{
    QByteArray bytes(2, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray labels(const QByteArray &name)
{
    QByteArray bytes;
    for (const auto &label : name.split('.'))
        bytes += char(label.size()) + label;
    return bytes + '\0';
}

/// The data of a record of type SRV or MX behind its type.
struct Answer
{
    quint16 type;
    QByteArray data;
};

/// A name service on an address of its own at port 53, which only root may use. It answers every
/// question with the same records.
class NameService
{
public:
    NameService(QByteArray code, std::vector<Answer> answers)
        : m_code(std::move(code))
        , m_answers(std::move(answers))
    {
        m_isUp = m_socket.bind(address(), 53);
        QObject::connect(&m_socket, &QUdpSocket::readyRead, &m_socket, [this] {
            while (m_socket.hasPendingDatagrams())
                answer(m_socket.receiveDatagram());
        });
    }

    static QHostAddress address() { return QHostAddress(QStringLiteral("127.53.7.1")); }
    bool isUp() const { return m_isUp; }

private:
    // RFC 1035 §4.1: header, question, answers.
    void answer(const QNetworkDatagram &question)
    {
        const QByteArray query = question.data();
        const auto end = query.indexOf('\0', 12) + 5;
        QByteArray reply = query.left(2) + m_code + number16(1)
                           + number16(static_cast<quint16>(m_answers.size())) + number16(0)
                           + number16(0) + query.mid(12, end - 12);
        for (const auto &[type, data] : m_answers)
            reply += QByteArray("\xc0\x0c", 2) + number16(type) + number16(1) + number16(0)
                     + number16(60) + number16(static_cast<quint16>(data.size())) + data;
        // makeReply() would let the system choose the address that it comes from.
        m_socket.writeDatagram(reply, question.senderAddress(),
                               static_cast<quint16>(question.senderPort()));
    }

    QUdpSocket m_socket;
    QByteArray m_code;
    std::vector<Answer> m_answers;
    bool m_isUp = false;
};

const QByteArray noError("\x81\x80", 2);
const QByteArray noSuchName("\x81\x83", 2);
const QByteArray refused("\x81\x85", 2);

Answer srv(quint16 priority, quint16 weight, quint16 port, const QByteArray &target)
{
    return {33, number16(priority) + number16(weight) + number16(port) + labels(target)};
}

} // namespace

class DnsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The resolver of the C library waits less, so that the test ends when it is through.
    void initTestCase() { qputenv("RES_OPTIONS", "timeout:1 attempts:1"); }

    void recordsAreInTheOrderOfTrial()
    {
        const auto ordered = discovery::inOrderOfTrial({
            {.target = "late.example.com", .port = 993, .priority = 20, .weight = 100},
            {.target = "light.example.com", .port = 993, .priority = 10, .weight = 1},
            {.target = ".", .port = 993, .priority = 0, .weight = 0},
            {.target = "", .port = 993, .priority = 0, .weight = 0},
            {.target = "noport.example.com", .port = 0, .priority = 0, .weight = 0},
            {.target = "heavy.example.com", .port = 993, .priority = 10, .weight = 60},
            {.target = "light2.example.com", .port = 993, .priority = 10, .weight = 1},
        });
        QStringList targets;
        for (const auto &record : ordered)
            targets += QString::fromStdString(record.target);
        QCOMPARE(targets, (QStringList{QStringLiteral("heavy.example.com"),
                                       QStringLiteral("light.example.com"),
                                       QStringLiteral("light2.example.com"),
                                       QStringLiteral("late.example.com")}));
        QVERIFY(discovery::inOrderOfTrial({}).empty());
    }

    void serviceRecordsAreLookedUp()
    {
        const NameService service(
            noError, {srv(0, 5, 993, "Imap.Example.com"), srv(10, 0, 1993, "imap2.example.com")});
        if (!service.isUp())
            QSKIP("port 53 cannot be used");
        const auto records = support::await(discovery::lookUpSrvAt(NameService::address())(
            "_imaps._tcp.example.com", core::deadlineIn(5s), {}));
        QVERIFY2(records, records ? "" : records.error().detail.c_str());
        QCOMPARE(records->size(), 2UL);
        const auto ordered = discovery::inOrderOfTrial(*records);
        QVERIFY(
            (ordered[0]
             == SrvRecord{.target = "imap.example.com", .port = 993, .priority = 0, .weight = 5}));
        QVERIFY((ordered[1]
                 == SrvRecord{
                     .target = "imap2.example.com", .port = 1993, .priority = 10, .weight = 0}));
    }

    void aServiceThatIsNotOfferedHasNoTarget()
    {
        const NameService service(noError, {{33, number16(0) + number16(0) + number16(0) + '\0'}});
        if (!service.isUp())
            QSKIP("port 53 cannot be used");
        const auto records = support::await(discovery::lookUpSrvAt(NameService::address())(
            "_imaps._tcp.example.com", core::deadlineIn(5s), {}));
        QVERIFY(records);
        QVERIFY(discovery::inOrderOfTrial(*records).empty());
    }

    void mailExchangesAreLookedUp()
    {
        const NameService service(noError, {{15, number16(10) + labels("ASPMX.L.Google.com")}});
        if (!service.isUp())
            QSKIP("port 53 cannot be used");
        const auto records = support::await(
            discovery::lookUpMxAt(NameService::address())("example.com", core::deadlineIn(5s), {}));
        QVERIFY2(records, records ? "" : records.error().detail.c_str());
        QCOMPARE(records->size(), 1UL);
        QVERIFY((records->front() == MxRecord{.exchange = "aspmx.l.google.com", .preference = 10}));
    }

    void onlySoManyRecordsAreTaken()
    {
        std::vector<Answer> many;
        for (quint16 i = 0; i < 20; ++i)
            many.push_back({15, number16(i) + labels("m")});
        const NameService service(noError, many);
        if (!service.isUp())
            QSKIP("port 53 cannot be used");
        const auto records = support::await(
            discovery::lookUpMxAt(NameService::address())("example.com", core::deadlineIn(5s), {}));
        QVERIFY2(records, records ? "" : records.error().detail.c_str());
        QCOMPARE(records->size(), 16UL);
    }

    void aNameThatDoesNotExistHasNoRecords()
    {
        const NameService service(noSuchName, {});
        if (!service.isUp())
            QSKIP("port 53 cannot be used");
        const auto records = support::await(discovery::lookUpSrvAt(NameService::address())(
            "_imaps._tcp.example.com", core::deadlineIn(5s), {}));
        QVERIFY2(records, records ? "" : records.error().message.c_str());
        QVERIFY(records->empty());
    }

    void aNameServiceThatRefusesIsAnError()
    {
        const NameService service(refused, {});
        if (!service.isUp())
            QSKIP("port 53 cannot be used");
        const auto records = support::await(discovery::lookUpMxAt(NameService::address())(
            "example.com", core::deadlineIn(20s), {}));
        QVERIFY(!records);
        QCOMPARE(records.error().kind, ErrorKind::Unavailable);
    }

    void aSilentNameServiceIsNotWaitedFor()
    {
        QUdpSocket silent;
        if (!silent.bind(QHostAddress(QStringLiteral("127.53.7.2")), 53))
            QSKIP("port 53 cannot be used");
        const auto begin = std::chrono::steady_clock::now();
        const auto records = support::await(discovery::lookUpSrvAt(silent.localAddress())(
            "_imaps._tcp.example.com", core::deadlineIn(100ms), {}));
        QVERIFY(!records);
        QCOMPARE(records.error().kind, ErrorKind::DeadlineExceeded);
        core::CancellationSource source;
        QTimer::singleShot(50, &silent, [&source] { source.cancel(); });
        const auto cancelled = support::await(discovery::lookUpSrvAt(silent.localAddress())(
            "_imaps._tcp.example.com", core::deadlineIn(20s), source.token()));
        QVERIFY(!cancelled);
        QCOMPARE(cancelled.error().kind, ErrorKind::Cancelled);
        QVERIFY(std::chrono::steady_clock::now() - begin < 3s);
        const auto late = support::await(discovery::lookUpMxAt(silent.localAddress())(
            "example.com", core::deadlineIn(20s), source.token()));
        QCOMPARE(late.error().kind, ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(DnsTest)
#include "DnsTest.moc"
