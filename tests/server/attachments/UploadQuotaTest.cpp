// SPDX-License-Identifier: GPL-3.0-or-later
#include "attachments/UploadQuota.h"

#include "core/TextSource.h"
#include "support/Await.h"
#include "support/ByteSources.h"

#include <QTest>

using attachments::CountedSource;
using attachments::UploadQuota;
using core::ErrorKind;
using support::await;
using support::contentOf;

namespace {

constexpr std::int64_t later = 100;

ErrorKind refusalOf(const core::Result<core::Done> &grown)
{
    return grown ? ErrorKind::Internal : grown.error().kind;
}

} // namespace

class UploadQuotaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachLimitHolds()
    {
        const UploadQuota quota({.fileBytes = 10, .mailboxBytes = 15, .totalBytes = 20});
        auto first = quota.begin("a", "alice", later);
        QVERIFY(first.growTo(10));
        QVERIFY(first.growTo(5));                                   // it has that already
        QCOMPARE(refusalOf(first.growTo(11)), ErrorKind::TooLarge); // of a file
        auto second = quota.begin("b", "alice", later);
        QCOMPARE(refusalOf(second.growTo(6)), ErrorKind::TooLarge); // of the mailbox
        QVERIFY(second.growTo(5));
        auto third = quota.begin("c", "bob", later);
        QCOMPARE(refusalOf(third.growTo(6)), ErrorKind::Busy); // in all
        QVERIFY(third.growTo(5));
        QCOMPARE(quota.bytes(), std::uint64_t(20));
    }

    void whatIsNotKeptCountsNoMore()
    {
        const UploadQuota quota({.fileBytes = 10, .mailboxBytes = 10, .totalBytes = 10});
        {
            auto given = quota.begin("a", "alice", later);
            QVERIFY(given.growTo(10));
        }
        QCOMPARE(quota.bytes(), std::uint64_t(0));
        {
            auto kept = quota.begin("b", "alice", later);
            QVERIFY(kept.growTo(10));
            kept.keep();
        }
        QCOMPARE(quota.bytes(), std::uint64_t(10));
    }

    void whatIsReplacedCountsUntilThen()
    {
        const UploadQuota quota({.fileBytes = 10, .mailboxBytes = 15, .totalBytes = 15});
        {
            auto first = quota.begin("a", "alice", later);
            QVERIFY(first.growTo(10));
            first.keep();
        }
        auto second = quota.begin("a", "alice", later);
        QCOMPARE(refusalOf(second.growTo(6)), ErrorKind::TooLarge);
        QVERIFY(second.growTo(5));
        second.keep();
        QCOMPARE(quota.bytes(), std::uint64_t(5));
    }

    void whatExpiredMakesRoom()
    {
        const UploadQuota quota({.fileBytes = 10, .mailboxBytes = 10, .totalBytes = 10});
        auto room = quota.begin("a", "alice", later);
        QVERIFY(room.growTo(10));
        room.keep();
        QVERIFY(quota.takeExpired(later - 1).empty());
        QCOMPARE(quota.takeExpired(later), std::vector<std::string>{"a"});
        QVERIFY(quota.takeExpired(later).empty());
        auto next = quota.begin("b", "alice", later);
        QVERIFY(next.growTo(10));
    }

    void whatAnEarlierRunStoredCountsInAllAlone()
    {
        const UploadQuota quota({.fileBytes = 10, .mailboxBytes = 10, .totalBytes = 15});
        quota.add("old", 10, later);
        auto room = quota.begin("old", "alice", later);
        QCOMPARE(refusalOf(room.growTo(6)), ErrorKind::Busy);
        QVERIFY(room.growTo(5));
        room.keep();
        QCOMPARE(quota.bytes(), std::uint64_t(5));
    }

    void whatComesIsCounted()
    {
        const UploadQuota quota({.fileBytes = 10});
        auto room = quota.begin("a", "alice", later);
        const std::string bytes(11, 'x');
        core::TextSource source(bytes);
        CountedSource counted(source, room);
        QCOMPARE(*await(counted.read(4)), std::string("xxxx"));
        QCOMPARE(counted.count(), std::uint64_t(4));
        QCOMPARE(quota.bytes(), std::uint64_t(4));
        QCOMPARE(contentOf(counted, 100).error().kind, ErrorKind::TooLarge);
    }
};

QTEST_GUILESS_MAIN(UploadQuotaTest)
#include "UploadQuotaTest.moc"
