// SPDX-License-Identifier: GPL-3.0-or-later
#include "attachments/DownloadSlots.h"

#include <QTest>

#include <optional>
#include <vector>

using attachments::DownloadSlots;

class DownloadSlotsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMailboxHasSoManyAndNoMore()
    {
        DownloadSlots slots({.total = 3, .perMailbox = 2, .windowsPerMailbox = 1});
        std::vector<DownloadSlots::Slot> held;
        for (int i = 0; i < 2; ++i)
            held.push_back(*slots.take("alice"));
        const auto refused = slots.take("alice");
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, core::ErrorKind::Busy);
        held.push_back(*slots.take("bob"));
        QCOMPARE(slots.take("carol").error().kind, core::ErrorKind::Busy); // the total
        QCOMPARE(slots.inUse(), std::size_t(3));
        held.pop_back();
        QVERIFY(slots.take("carol"));
        held.clear();
        QCOMPARE(slots.inUse(), std::size_t(0));
        QVERIFY(slots.take("alice"));
    }

    void downloadsOfAMailboxTakeTurns()
    {
        DownloadSlots slots({.total = 9, .perMailbox = 9, .windowsPerMailbox = 1});
        const auto first = *slots.take("alice");
        const auto second = *slots.take("alice");
        const auto other = *slots.take("bob");
        QVERIFY(first.turns() == second.turns());
        QVERIFY(first.turns() != other.turns());
    }

    void aSlotOutlivesThePlaceItIsFrom()
    {
        std::optional<DownloadSlots> slots(DownloadSlots::Limits{});
        const auto slot = *slots->take("alice");
        slots.reset();
        QVERIFY(slot.turns() != nullptr);
    }
};

QTEST_APPLESS_MAIN(DownloadSlotsTest)
#include "DownloadSlotsTest.moc"
