// SPDX-License-Identifier: GPL-3.0-or-later
#include "provisioning/KeyRotation.h"

#include "i18n/Language.h"
#include "provisioning/KeySource.h"
#include "support/CountingRandom.h"
#include "support/FakeClock.h"
#include "tokens/Tokens.h"

#include <QTest>

class KeyRotationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewKeyIsOneThatTheServerTakes()
    {
        core::SystemRandom random;
        const auto first = provisioning::newKey(random);
        QCOMPARE(first.reveal().size(), 44UL);
        QVERIFY(provisioning::keysFromText(first.reveal()));
        QVERIFY(!first.equals(provisioning::newKey(random).reveal()));
    }

    void theNewKeySealsAndTheOldOnesOpen()
    {
        support::CountingRandom random(1);
        const support::FakeClock clock;
        const auto before = provisioning::keysFromText(provisioning::newKey(random).reveal());
        QVERIFY(before);
        const tokens::Tokens old(*before, "https://mail.example.com", {}, clock, random);
        tokens::ProtocolState state;
        state.purpose = "session";
        state.subject = "alice";
        const auto sealed = old.seal(state, std::chrono::hours(1));
        QVERIFY(sealed);

        const auto rotation = provisioning::rotate(*before, clock, random);
        QVERIFY(rotation);
        QCOMPARE(rotation->newKeyId, std::string("2026-01-01"));
        QVERIFY(rotation->olderKeyIds == std::vector<std::string>{"default"});
        const auto after = provisioning::keysFromText(rotation->encryptionKeys.reveal());
        QVERIFY(after);
        QCOMPARE(after->sealingKey().id, rotation->newKeyId);
        const tokens::Tokens now(*after, "https://mail.example.com", {}, clock, random);
        QVERIFY(now.openProtocolState(sealed->text));
        const auto fresh = now.seal(state, std::chrono::hours(1));
        QVERIFY(fresh);
        QVERIFY(now.openProtocolState(fresh->text));
        QVERIFY(!old.openProtocolState(fresh->text));
    }

    void severalKeysOfOneDayHaveNamesOfTheirOwn()
    {
        support::CountingRandom random(1);
        const support::FakeClock clock;
        auto keys = provisioning::keysFromText(provisioning::newKey(random).reveal());
        for (const char *id : {"2026-01-01", "2026-01-01b", "2026-01-01c"}) {
            const auto rotation = provisioning::rotate(*keys, clock, random);
            QVERIFY(rotation);
            QCOMPARE(rotation->newKeyId, std::string(id));
            keys = provisioning::keysFromText(rotation->encryptionKeys.reveal());
            QVERIFY(keys);
        }
        QCOMPARE(keys->keys().size(), 4UL);
    }

    void theNinthKeyIsRefused()
    {
        support::CountingRandom random(1);
        const support::FakeClock clock;
        auto keys = provisioning::keysFromText(provisioning::newKey(random).reveal());
        for (std::size_t i = 1; i < crypto::KeyRing::maximumKeys; ++i)
            keys = provisioning::keysFromText(
                provisioning::rotate(*keys, clock, random)->encryptionKeys.reveal());
        QVERIFY(keys);
        const auto rotation = provisioning::rotate(*keys, clock, random);
        QVERIFY(!rotation);
        QCOMPARE(rotation.error().kind, core::ErrorKind::InvalidArgument);
    }

    void theStepsNameTheOldKeysAndNoSecret()
    {
        support::CountingRandom random(1);
        const support::FakeClock clock;
        const auto key = provisioning::newKey(random);
        const auto keys = provisioning::keysFromText("spring:" + std::string(key.reveal()));
        const auto rotation = provisioning::rotate(*keys, clock, random);
        QVERIFY(rotation);
        std::string all;
        for (const auto &step : rotation->steps)
            all += i18n::Language::english().render(step) + '\n';
        QVERIFY2(all.find("(spring)") != std::string::npos, all.c_str());
        QVERIFY(all.find(key.reveal()) == std::string::npos);
        QCOMPARE(rotation->steps.size(), 5UL);
    }
};

QTEST_GUILESS_MAIN(KeyRotationTest)
#include "KeyRotationTest.moc"
