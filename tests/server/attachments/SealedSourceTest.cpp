// SPDX-License-Identifier: GPL-3.0-or-later
#include "attachments/SealedSource.h"

#include "support/Await.h"
#include "support/ByteSources.h"

#include <QTest>

using attachments::OpeningSource;
using attachments::SealingSource;
using core::ErrorKind;
using support::await;
using support::contentOf;
using support::PiecesSource;

namespace {

const std::string key(32, 'k');

std::string someBytes(std::size_t size)
{
    std::string bytes;
    for (std::size_t i = 0; i < size; ++i)
        bytes += static_cast<char>(i * 7 % 253);
    return bytes;
}

std::string sealed(const std::string &bytes)
{
    PiecesSource source(bytes);
    SealingSource sealing(source, key, std::string(16, 's'));
    const auto content = contentOf(sealing, 77'777);
    if (!content || sealing.size() != content->size())
        qFatal("it does not have the size that it names");
    return *content;
}

core::Result<std::string> opened(const std::string &stored, const std::string &fileKey = key)
{
    const auto source = await(OpeningSource::open(std::make_unique<PiecesSource>(stored), fileKey));
    if (!source)
        return source.error();
    const auto size = (*source)->size();
    auto content = contentOf(**source, 100'000);
    if (content && size != content->size())
        qFatal("it does not have the size that it names");
    if (!content && contentOf(**source, 100'000))
        qFatal("it goes on after an error");
    return content;
}

} // namespace

class SealedSourceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileComesBackAsItWas()
    {
        for (const std::size_t size :
             {0UL, 1UL, 262'143UL, 262'144UL, 262'145UL, 524'288UL, 1'000'000UL}) {
            const auto bytes = someBytes(size);
            const auto content = opened(sealed(bytes));
            QVERIFY(content);
            QVERIFY(*content == bytes);
        }
    }

    void nothingOfItCanBeReadWithoutTheKey()
    {
        const auto stored = sealed("SECRET-CONTENT");
        QVERIFY(stored.find("SECRET") == std::string::npos);
        QCOMPARE(opened(stored, std::string(32, 'x')).error().kind, ErrorKind::Protocol);
    }

    void whatWasChangedIsRefused_data()
    {
        QTest::addColumn<int>("keep"); // bytes; negative: all, with one changed
        QTest::newRow("the salt") << -1;
        QTest::newRow("the first chunk") << -100;
        QTest::newRow("the second chunk") << -300'000;
        QTest::newRow("without the second chunk") << 16 + 262'144 + 16;
        QTest::newRow("cut off") << 300'000;
        QTest::newRow("cut off in the head") << 10;
        QTest::newRow("the head alone") << 16;
        QTest::newRow("empty") << 0;
    }
    void whatWasChangedIsRefused()
    {
        QFETCH(int, keep);
        auto stored = sealed(someBytes(400'000));
        if (keep < 0)
            stored[static_cast<std::size_t>(-keep)] ^= 1;
        else
            stored.resize(static_cast<std::size_t>(keep));
        QCOMPARE(opened(stored).error().kind, ErrorKind::Protocol);
    }

    void errorsArePassedOn()
    {
        support::FailingSource source({ErrorKind::Cancelled, "gone"});
        SealingSource sealing(source, key, std::string(16, 's'));
        QCOMPARE(contentOf(sealing, 100).error().kind, ErrorKind::Cancelled);
        const auto content = await(OpeningSource::open(
            std::make_unique<support::FailingSource>(core::Error(ErrorKind::Unavailable, "down")),
            key));
        QCOMPARE(content.error().kind, ErrorKind::Unavailable);
    }

    void whatHasNoSizeHasNone()
    {
        support::FailingSource source({ErrorKind::Cancelled, "gone"});
        QVERIFY(!SealingSource(source, key, std::string(16, 's')).size());
    }
};

QTEST_GUILESS_MAIN(SealedSourceTest)
#include "SealedSourceTest.moc"
