// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/Resolver.h"
#include "support/Await.h"

#include <QTest>

using namespace std::chrono_literals;
using support::await;

class ResolverTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Qt's lookups go on when nobody listens any more; they should not be cut at the end of the
    // process.
    void cleanupTestCase()
    {
        for (const char *name : {"slow.invalid", "cancelled.invalid"})
            (void)await(net::resolve(name, core::deadlineIn(15s), {}));
    }

    void namesBecomeCanonical_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<QByteArray>("canonical"); // empty: refused
        const auto row = [](const char *host, const char *canonical) {
            QTest::newRow(host) << QByteArray(host) << QByteArray(canonical);
        };
        row("mail.example.com", "mail.example.com");
        row("mail.example.com.", "mail.example.com");
        row("mail_server", "mail_server");
        row("münchen.example", "xn--mnchen-3ya.example");
        row("192.0.2.1", "192.0.2.1");
        row("[2001:DB8::1]", "2001:db8::1");
        row("2001:db8:0::1", "2001:db8::1");
        row("", "");
        row(".", "");
        row(".example.com", "");
        row("mail..example.com", "");
        row("mail example", "");
        row("mail/example", "");
        row("mail\nexample", "");
        row("[mail.example.com", "");
        QTest::newRow("too long") << QByteArray(254, 'a') << QByteArray();
    }
    void namesBecomeCanonical()
    {
        QFETCH(QByteArray, host);
        QFETCH(QByteArray, canonical);
        const auto result = net::canonicalHost(host.toStdString());
        QCOMPARE(result.has_value(), !canonical.isEmpty());
        if (result)
            QCOMPARE(*result, canonical.toStdString());
    }

    void familiesTakeTurns()
    {
        const auto addresses = [](const QStringList &texts) {
            std::vector<QHostAddress> list;
            for (const auto &text : texts)
                list.emplace_back(text);
            return list;
        };
        using namespace Qt::Literals::StringLiterals;
        QCOMPARE(net::interleaveFamilies(
                     addresses({u"::1"_s, u"::2"_s, u"::3"_s, u"1.1.1.1"_s, u"2.2.2.2"_s})),
                 addresses({u"::1"_s, u"1.1.1.1"_s, u"::2"_s, u"2.2.2.2"_s, u"::3"_s}));
        QCOMPARE(net::interleaveFamilies(addresses({u"1.1.1.1"_s, u"2.2.2.2"_s, u"::1"_s})),
                 addresses({u"1.1.1.1"_s, u"::1"_s, u"2.2.2.2"_s}));
        QVERIFY(net::interleaveFamilies({}).empty());
    }

    void anAddressIsItsOwnAnswer()
    {
        const auto found = await(net::resolve("192.0.2.7", core::deadlineIn(10s), {}));
        QVERIFY(found);
        QCOMPARE(*found, std::vector<QHostAddress>{QHostAddress(QStringLiteral("192.0.2.7"))});
    }

    void thisMachineIsFound()
    {
        const auto found = await(net::resolve("localhost", core::deadlineIn(10s), {}));
        QVERIFY(found);
        QVERIFY(found->front().isLoopback());
    }

    // RFC 6761 §6.4: no name below .invalid exists.
    void aNameThatDoesNotExistIsReported()
    {
        const auto found = await(net::resolve("mail.invalid", core::deadlineIn(15s), {}));
        QVERIFY(!found);
        QVERIFY(found.error().message.find("mail.invalid") != std::string::npos);
        // Without any name service the answer is late instead of "no".
        QVERIFY(found.error().kind == core::ErrorKind::NotFound
                || found.error().kind == core::ErrorKind::Unavailable
                || found.error().kind == core::ErrorKind::DeadlineExceeded);
    }

    void aSlowNameServiceEndsAtTheDeadline()
    {
        const auto found = await(net::resolve("slow.invalid", core::deadlineIn(-1ms), {}));
        QVERIFY(!found);
        QCOMPARE(found.error().kind, core::ErrorKind::DeadlineExceeded);
        QCOMPARE(found.error().message,
                 std::string("Looking up the name slow.invalid took too long."));
    }

    void aCancellationEndsTheWait()
    {
        core::CancellationSource source;
        std::optional<core::ErrorKind> kind;
        core::start([](core::Cancellation token, auto &slot) -> core::Task<void> {
            const auto found =
                co_await net::resolve("cancelled.invalid", core::deadlineIn(1h), token);
            slot = found ? core::ErrorKind::Internal : found.error().kind;
        }(source.token(), kind));
        QVERIFY(!kind);
        source.cancel();
        QCOMPARE(kind, core::ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(ResolverTest)
#include "ResolverTest.moc"
