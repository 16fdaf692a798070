// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/ResidentMemory.h"

#include <QTest>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <vector>

namespace {

constexpr char canary = 'x';
/// At its beginning the C library notes things about a piece that is free.
constexpr std::size_t noted = 64;

/// The compiler must not see that nobody reads it.
void fill(char *memory, std::size_t size)
{
    auto *const visible = static_cast<volatile char *>(memory);
    for (std::size_t i = 0; i < size; ++i)
        visible[i] = canary;
}

/// Where it is, so that the compiler does not see who looks there when it has been freed.
std::uintptr_t addressOf(const void *memory)
{
    const volatile auto address = reinterpret_cast<std::uintptr_t>(memory);
    return address;
}

std::size_t leftAt(std::uintptr_t address, std::size_t size)
{
    const auto *const visible = reinterpret_cast<const volatile char *>(address);
    std::size_t count = 0;
    for (std::size_t i = noted; i < size; ++i)
        count += visible[i] == canary ? 1U : 0U;
    return count;
}

} // namespace

/// The allocator of this program is the one under test; the address sanitizer has its own.
class WipingAllocatorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
#if defined(__SANITIZE_ADDRESS__)
        QSKIP("the address sanitizer brings an allocator of its own");
#endif
    }

    void whatIsFreedIsOverwritten_data()
    {
        QTest::addColumn<std::size_t>("size");
        QTest::newRow("less than a page") << std::size_t{200};
        QTest::newRow("a few pages") << std::size_t{20'000};
        QTest::newRow("many pages") << std::size_t{100'000};
    }
    void whatIsFreedIsOverwritten()
    {
        QFETCH(std::size_t, size);
        auto *const memory = static_cast<char *>(std::malloc(size));
        void *const behind = std::malloc(size); // so that it is not given back to the system
        const auto address = addressOf(memory);
        fill(memory, size);
        QVERIFY(leftAt(address, size) > 0);
        std::free(memory);
        QCOMPARE(leftAt(address, size), std::size_t{0});
        std::free(behind);
    }

    void aPageWithOneByteIsOverwritten()
    {
        constexpr std::size_t size = 40'000;
        auto *const memory = static_cast<char *>(std::calloc(size, 1));
        void *const behind = std::malloc(size);
        const auto address = addressOf(memory);
        for (std::size_t at = noted; at < size; at += 1000)
            fill(memory + at, 1);
        std::free(memory);
        QCOMPARE(leftAt(address, size), std::size_t{0});
        std::free(behind);
    }

    void whatIsCutOffIsOverwritten()
    {
        constexpr std::size_t size = 40'000;
        constexpr std::size_t kept = 1000;
        auto *const memory = static_cast<char *>(std::malloc(size));
        void *const behind = std::malloc(size);
        fill(memory, size);
        auto *const shrunk = static_cast<char *>(std::realloc(memory, kept));
        const auto address = addressOf(shrunk);
        QCOMPARE(leftAt(address, kept), kept - noted);
        // Behind the kept part the C library notes that the rest is free.
        QCOMPARE(leftAt(address + kept, size - kept - noted), std::size_t{0});
        std::free(shrunk);
        std::free(behind);
    }

    void buffersThatWereNeverFilledTakeNoMemory()
    {
        constexpr std::size_t size = 60'000;
        constexpr std::size_t count = 1000;
        std::vector<void *> buffers(2 * count);
        // Small ones in between, or the free ones would be joined and given back to the system.
        for (std::size_t i = 0; i < buffers.size(); ++i)
            buffers[i] = std::malloc(i % 2 == 0 ? size : 100);
        const support::ResidentMemory memory;
        if (!memory.peakGrowth())
            QSKIP("it cannot be measured here");
        for (std::size_t i = 0; i < buffers.size(); i += 2)
            std::free(buffers[i]);
        QVERIFY2(*memory.peakGrowth() < count * size / 4,
                 std::to_string(*memory.peakGrowth()).c_str());
        for (std::size_t i = 1; i < buffers.size(); i += 2)
            std::free(buffers[i]);
    }
};

QTEST_GUILESS_MAIN(WipingAllocatorTest)
#include "WipingAllocatorTest.moc"
