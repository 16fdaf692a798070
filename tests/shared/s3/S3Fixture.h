// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ByteSource.h"
#include "core/Random.h"
#include "s3/Client.h"
#include "support/Await.h"
#include "support/FakeClock.h"

#include <memory>
#include <string>

/// What the tests of the client share.
namespace s3fixture {

using namespace std::chrono_literals;

/// Bytes out of nothing: `size` of them, each telling where it is; may fail or lie about its size.
class MadeUpBytes : public core::ByteSource
{
public:
    explicit MadeUpBytes(std::uint64_t size)
        : m_size(size)
        , m_announced(size)
    {}

    void failAt(std::uint64_t position) { m_failsAt = position; }
    void announce(std::optional<std::uint64_t> size) { m_announced = size; }
    std::uint64_t position() const { return m_position; }

    static char at(std::uint64_t position)
    {
        return static_cast<char>((position * 2654435761U) >> 13);
    }

    core::Task<core::Result<std::string>> read(std::size_t maximum) override
    {
        if (m_position >= m_failsAt)
            co_return core::Error(core::ErrorKind::Conflict, "The message has gone.");
        std::string piece(std::min<std::uint64_t>({maximum, m_size - m_position, 50000}), '\0');
        for (auto &character : piece)
            character = at(m_position++);
        co_return piece;
    }
    std::optional<std::uint64_t> size() const override { return m_announced; }

private:
    std::uint64_t m_size;
    std::optional<std::uint64_t> m_announced;
    std::uint64_t m_position = 0;
    std::uint64_t m_failsAt = ~std::uint64_t(0);
};

/// As many bytes as the source has, or what went wrong; `isAsMade` when they are those of
/// MadeUpBytes.
struct Drained
{
    std::uint64_t count = 0;
    bool isAsMade = true;
    std::optional<core::Error> error;
};

inline core::Task<Drained> drain(core::ByteSource &source)
{
    Drained drained;
    while (true) {
        const auto piece = co_await source.read(64UL * 1024);
        if (!piece) {
            drained.error = piece.error();
            co_return drained;
        }
        if (piece->empty())
            co_return drained;
        for (const char character : *piece)
            drained.isAsMade &= character == MadeUpBytes::at(drained.count++);
    }
}

/// Waits for its turn and stores a file. References outlive the task.
inline core::Task<core::Result<core::Done>> putInTurn(s3::Client &client, std::string key,
                                                      core::ByteSource &source, std::string type,
                                                      core::Deadline deadline,
                                                      core::Cancellation cancellation = {})
{
    auto turn = co_await client.turn(deadline, cancellation);
    if (!turn)
        co_return turn.error();
    co_return co_await client.put(std::move(*turn), std::move(key), source, std::move(type),
                                  deadline, std::move(cancellation));
}

} // namespace s3fixture
