// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/Composition.h"

#include "mime/Initialise.h"
#include "support/Await.h"
#include "support/FakeClock.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <memory>
#include <set>

using core::ErrorKind;
using mail::Composition;
using mail::Letter;
using support::await;

namespace {

account::MailAccount alice(const std::string &address = "alice@example.test")
{
    account::MailAccount account;
    account.emailAddress = address;
    account.fullName = "Alice\r\nBcc: eve@example.test";
    return account;
}

Letter letter()
{
    return {.to = "bob@example.test", .subject = "s", .text = "t"};
}

std::string recipients(int count)
{
    std::string list;
    for (int i = 0; i < count; ++i)
        list += (i == 0 ? "a" : ", a") + std::to_string(i) + "@example.test";
    return list;
}

/// A file of so many bytes; it may break off when so many are left.
class FakeSource final : public core::ByteSource
{
public:
    FakeSource(std::size_t bytes, std::optional<std::size_t> breaksOffAt, bool saysSize)
        : m_size(bytes)
        , m_left(bytes)
        , m_breaksOffAt(breaksOffAt)
        , m_saysSize(saysSize)
    {}
    core::Task<core::Result<std::string>> read(std::size_t maximum) override
    {
        if (m_breaksOffAt && m_left <= *m_breaksOffAt)
            co_return core::Error(ErrorKind::Unavailable, "It broke off.");
        const auto count = std::min(maximum, m_left);
        m_left -= count;
        co_return std::string(count, 'x');
    }
    std::optional<std::uint64_t> size() const override
    {
        if (!m_saysSize)
            return std::nullopt;
        return m_size;
    }

private:
    std::size_t m_size;
    std::size_t m_left;
    std::optional<std::size_t> m_breaksOffAt;
    bool m_saysSize;
};

struct FakeEnclosure final : mail::Enclosure
{
    std::string name = "file.txt";
    std::size_t bytes = 10;
    std::optional<std::size_t> breaksOffAt = {};
    bool saysSize = true;

    std::string identity() const override { return name; }
    std::string fileName() const override { return name; }
    core::Task<core::Result<mail::OpenEnclosure>>
    open(core::Cancellation /*cancellation*/) const override
    {
        mail::OpenEnclosure opened;
        opened.source = std::make_unique<FakeSource>(bytes, breaksOffAt, saysSize);
        opened.contentType = "text/csv";
        co_return opened;
    }
};

} // namespace

class CompositionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { mime::initialise(); }

    void theEnvelopeHoldsEverybodyOnce()
    {
        auto words = letter();
        words.cc = "carol@example.test, bob@example.test";
        words.bcc = "dan@example.test";
        const auto composition = Composition::from(words, alice());
        QVERIFY(composition);
        QCOMPARE(composition->envelope().from.text(), std::string("alice@example.test"));
        std::string all;
        for (const auto &recipient : composition->envelope().recipients)
            all += recipient.text() + " ";
        QCOMPARE(all, std::string("bob@example.test carol@example.test dan@example.test "));
        QCOMPARE(composition->domain(), std::string("example.test"));
    }

    void theSendersNameIsOneLine() // M-17
    {
        const auto composition = Composition::from(letter(), alice());
        QVERIFY(composition);
        const auto built = await(composition->build("<m@x>", m_clock, m_random, {}));
        QVERIFY(built);
        QVERIFY(built->withBcc().find("\r\nBcc:") == std::string::npos);
        QVERIFY(built->withBcc().find("<alice@example.test>\r\n") != std::string::npos);
    }

    void aLargeMessageIsTheSameAsASmallOne()
    {
        for (const std::size_t size : {100UL, 100'000UL}) {
            auto words = letter();
            for (std::size_t i = 0; i < size; i += 10)
                words.text += "123456789\n";
            const auto composition = Composition::from(words, alice());
            QVERIFY(composition);
            const auto built = await(composition->build("<m@x>", m_clock, m_random, {}));
            QVERIFY(built);
            const auto message = built->withoutBcc();
            QVERIFY(message.starts_with("Date: Thu, 01 Jan 2026 00:00:00 +0000\r\n"));
            QVERIFY(message.size() > size && message.size() < size + size / 5 + 1000);
        }
    }

    void enclosuresAreFetchedAndAttached()
    {
        auto words = letter();
        words.enclosures = {std::make_shared<FakeEnclosure>()};
        const auto composition = Composition::from(words, alice());
        QVERIFY(composition);
        const auto built = await(composition->build("<m@x>", m_clock, m_random, {}));
        QVERIFY(built);
        const auto message = built->withoutBcc();
        QVERIFY(message.find("Content-Type: text/csv") != std::string::npos);
        QVERIFY(message.find("file.txt") != std::string::npos);
        QVERIFY(message.find("eHh4eHh4eHh4eA==") != std::string::npos);
    }

    void enclosuresThatCannotBeFetchedStopTheMessage_data()
    {
        QTest::addColumn<std::size_t>("bytes");
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("breaksOffAt");
        QTest::addColumn<bool>("saysSize");
        QTest::addColumn<ErrorKind>("kind");
        const auto most = Composition::maximumEnclosedBytes;
        QTest::newRow("too large, and it says so")
            << most + 1 << 1 << -1 << true << ErrorKind::TooLarge;
        QTest::newRow("too large") << most + 1 << 1 << -1 << false << ErrorKind::TooLarge;
        QTest::newRow("too large together")
            << most / 2 + 1 << 2 << -1 << true << ErrorKind::TooLarge;
        QTest::newRow("broken off")
            << std::size_t(1'000'000) << 1 << 500'000 << true << ErrorKind::Unavailable;
    }
    void enclosuresThatCannotBeFetchedStopTheMessage()
    {
        QFETCH(std::size_t, bytes);
        QFETCH(int, count);
        QFETCH(int, breaksOffAt);
        QFETCH(bool, saysSize);
        QFETCH(ErrorKind, kind);
        auto enclosure = std::make_shared<FakeEnclosure>();
        enclosure->bytes = bytes;
        enclosure->saysSize = saysSize;
        if (breaksOffAt >= 0)
            enclosure->breaksOffAt = static_cast<std::size_t>(breaksOffAt);
        auto words = letter();
        words.enclosures.assign(static_cast<std::size_t>(count), enclosure);
        const auto composition = Composition::from(words, alice());
        QVERIFY(composition);
        const auto built = await(composition->build("<m@x>", m_clock, m_random, {}));
        QVERIFY(!built);
        QCOMPARE(built.error().kind, kind);
    }

    void tooManyEnclosuresAreRefused()
    {
        auto words = letter();
        words.enclosures.assign(Composition::maximumEnclosures, std::make_shared<FakeEnclosure>());
        QVERIFY(Composition::from(words, alice()));
        words.enclosures.push_back(std::make_shared<FakeEnclosure>());
        const auto refused = Composition::from(words, alice());
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::InvalidArgument);
    }

    void enclosuresMakeAnotherMessage()
    {
        const auto textWith = [](std::vector<std::string> names) {
            auto words = letter();
            for (const auto &name : names) {
                auto enclosure = std::make_shared<FakeEnclosure>();
                enclosure->name = name;
                words.enclosures.push_back(enclosure);
            }
            return Composition::from(words, alice())->canonicalText();
        };
        const std::set<std::string> texts = {textWith({}), textWith({"a"}), textWith({"b"}),
                                             textWith({"a", "b"}), textWith({"b", "a"})};
        QCOMPARE(texts.size(), std::size_t(5));
        QCOMPARE(textWith({"a"}), textWith({"a"}));
    }

    void whatIsWrongIsRefused_data()
    {
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QByteArray>("cc");
        QTest::addColumn<QByteArray>("bcc");
        QTest::addColumn<QByteArray>("shown");
        const auto row = [](const char *name, const std::string &to, const std::string &cc,
                            const std::string &bcc, const char *shown) {
            QTest::newRow(name) << QByteArray::fromStdString(to) << QByteArray::fromStdString(cc)
                                << QByteArray::fromStdString(bcc) << QByteArray(shown);
        };
        row("nobody", "", "carol@example.test", "", "\"to\" must name");
        row("wrong to", "bob", "", "", "\"to\" holds \"bob\"");
        row("wrong cc", "bob@x.test", "carol", "", "\"cc\" holds \"carol\"");
        row("wrong bcc", "bob@x.test", "", "dan", "\"bcc\" holds \"dan\"");
        row("TA-11 101 recipients", recipients(101), "", "", "at most 100 recipients");
        row("TA-11 and what to do", recipients(101), "", "", "in several messages");
        row("TA-11 101 in all fields", recipients(50), recipients(50), "dan@x.test",
            "this one has 101");
        row("TA-08 another field", "a@x\r\nBcc: e@y", "", "", "\"to\" must be one line");
        row("TA-08 in cc", "a@x.test", "a@x.test\n", "", "\"cc\" must be one line");
    }
    void whatIsWrongIsRefused()
    {
        QFETCH(QByteArray, to);
        QFETCH(QByteArray, cc);
        QFETCH(QByteArray, bcc);
        QFETCH(QByteArray, shown);
        auto words = letter();
        words.to = to.toStdString();
        words.cc = cc.toStdString();
        words.bcc = bcc.toStdString();
        const auto composition = Composition::from(words, alice());
        QVERIFY(!composition);
        QCOMPARE(composition.error().kind, ErrorKind::InvalidArgument);
        QVERIFY2(QByteArray::fromStdString(composition.error().message).contains(shown),
                 composition.error().message.c_str());
    }

    void oneHundredRecipientsAreAccepted()
    {
        auto words = letter();
        words.to = recipients(100);
        QVERIFY(Composition::from(words, alice()));
    }

    void aSenderWithoutAnAddressIsRefused()
    {
        for (const char *address : {"", "alice", "alice@", "a@x\r\nTo: b@y"})
            QVERIFY(!Composition::from(letter(), alice(address)));
    }

    void everyDifferenceMakesAnotherMessage()
    {
        const auto canonical = [](const std::function<void(Letter &)> &change) {
            auto words = letter();
            change(words);
            return Composition::from(words, alice())->canonicalText();
        };
        const std::set<std::string> texts = {
            canonical([](Letter &) {}),
            canonical([](Letter &words) { words.to = "Bob <bob@example.test>"; }),
            canonical([](Letter &words) { words.to = "carol@example.test"; }),
            canonical([](Letter &words) { words.cc = "carol@example.test"; }),
            canonical([](Letter &words) { words.bcc = "carol@example.test"; }),
            canonical([](Letter &words) { words.subject = "st", words.text = ""; }),
            canonical([](Letter &words) { words.subject = "", words.text = "st"; }),
            canonical([](Letter &words) { words.html = ""; }),
            canonical([](Letter &words) { words.html = "t"; }),
            canonical([](Letter &words) { words.inReplyTo = "<a@x>"; }),
            canonical([](Letter &words) { words.references = {"<a@x>"}; }),
            canonical([](Letter &words) { words.references = {"<a@x>", "<b@x>"}; }),
            Composition::from(letter(), alice("other@example.test"))->canonicalText(),
        };
        QCOMPARE(texts.size(), 13U);
        // Blanks between recipients make none.
        QVERIFY(texts.contains(canonical([](Letter &words) { words.to = " bob@example.test "; })));
    }

private:
    support::FakeClock m_clock;
    core::SystemRandom m_random;
};

QTEST_GUILESS_MAIN(CompositionTest)
#include "CompositionTest.moc"
