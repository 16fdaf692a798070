// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/FamilyRecord.h"

#include <QTest>

using state::FamilyRecord;
using state::RotationOutcome;

class FamilyRecordTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAnswer_data();
    void anAnswer();
    void reuseEndsTheFamily();
    void theGraceCountStartsAnewWithEachGeneration();
};

void FamilyRecordTest::anAnswer_data()
{
    // A family at generation 5 that began at second 1000, looked at some seconds later.
    QTest::addColumn<int>("shown");
    QTest::addColumn<int>("age");
    QTest::addColumn<int>("graceUses");
    QTest::addColumn<int>("revokedAt");
    QTest::addColumn<RotationOutcome>("outcome");
    QTest::addColumn<int>("generation");
    const auto row = [](const char *name, int shown, int age, int graceUses, int revokedAt,
                        RotationOutcome outcome, int generation) {
        QTest::newRow(name) << shown << age << graceUses << revokedAt << outcome << generation;
    };
    row("OA-089 newest", 5, 0, 0, 0, RotationOutcome::Rotated, 6);
    row("newest, after a month", 5, 2600000, 3, 0, RotationOutcome::Rotated, 6);
    row("OA-091 one behind, 30 s", 4, 30, 0, 0, RotationOutcome::Grace, 5);
    row("one behind, 60 s", 4, 60, 2, 0, RotationOutcome::Grace, 5);
    row("OA-092 one behind, 61 s", 4, 61, 0, 0, RotationOutcome::Reuse, 0);
    row("one behind, fourth time", 4, 30, 3, 0, RotationOutcome::Reuse, 0);
    row("one behind, the clock went back", 4, -5, 0, 0, RotationOutcome::Grace, 5);
    row("two behind", 3, 0, 0, 0, RotationOutcome::Reuse, 0);
    row("the first", 0, 0, 0, 0, RotationOutcome::Reuse, 0);
    row("from the future", 6, 0, 0, 0, RotationOutcome::Revoked, 0);
    row("revoked", 5, 0, 0, 900, RotationOutcome::Revoked, 0);
    row("last second", 5, 8999999, 0, 0, RotationOutcome::Rotated, 6);
    row("expired", 5, 9000000, 0, 0, RotationOutcome::Revoked, 0);
}

void FamilyRecordTest::anAnswer()
{
    QFETCH(int, shown);
    QFETCH(int, age);
    QFETCH(int, graceUses);
    QFETCH(int, revokedAt);
    QFETCH(RotationOutcome, outcome);
    QFETCH(int, generation);
    FamilyRecord family{.generation = 5,
                        .graceUses = static_cast<std::uint32_t>(graceUses),
                        .rotatedAt = 1000,
                        .expiresAt = 9001000,
                        .revokedAt = revokedAt};
    const auto rotation = family.rotate(static_cast<std::uint32_t>(shown), 1000 + age);
    QCOMPARE(nameOf(rotation.outcome), nameOf(outcome));
    QCOMPARE(rotation.generation, static_cast<std::uint32_t>(generation));
}

void FamilyRecordTest::reuseEndsTheFamily()
{
    FamilyRecord family{.generation = 5, .rotatedAt = 1000, .expiresAt = 9000};
    QVERIFY(family.rotate(2, 1500).outcome == RotationOutcome::Reuse);
    QCOMPARE(family.revokedAt, 1500);
    QVERIFY(family.rotate(5, 1501).outcome == RotationOutcome::Revoked);
}

void FamilyRecordTest::theGraceCountStartsAnewWithEachGeneration()
{
    FamilyRecord family{.expiresAt = 9000};
    QCOMPARE(family.rotate(0, 1000).generation, 1U);
    for (int i = 0; i < 3; ++i)
        QVERIFY(family.rotate(0, 1001).outcome == RotationOutcome::Grace);
    QCOMPARE(family.rotate(1, 1002).generation, 2U);
    for (int i = 0; i < 3; ++i)
        QVERIFY(family.rotate(1, 1003).outcome == RotationOutcome::Grace);
    QVERIFY(family.rotate(1, 1003).outcome == RotationOutcome::Reuse);
}

QTEST_APPLESS_MAIN(FamilyRecordTest)
#include "FamilyRecordTest.moc"
