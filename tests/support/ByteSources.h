// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ByteSource.h"
#include "support/Await.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace support {

/// A text of its own that comes in small pieces, as from a network.
class PiecesSource final : public core::ByteSource
{
public:
    explicit PiecesSource(std::string text, std::size_t pieceSize = 1000)
        : m_text(std::move(text))
        , m_pieceSize(pieceSize)
    {}
    core::Task<core::Result<std::string>> read(std::size_t maximum) override
    {
        auto piece = m_text.substr(m_position, std::min(maximum, m_pieceSize));
        m_position += piece.size();
        co_return piece;
    }
    std::optional<std::uint64_t> size() const override { return m_text.size(); }

private:
    std::string m_text;
    std::size_t m_pieceSize;
    std::size_t m_position = 0;
};

/// One that fails when it is read.
class FailingSource final : public core::ByteSource
{
public:
    explicit FailingSource(core::Error error)
        : m_error(std::move(error))
    {}
    core::Task<core::Result<std::string>> read(std::size_t) override { co_return m_error; }

private:
    core::Error m_error;
};

/// Everything that a source has, read in pieces of at most `maximum` bytes.
inline core::Result<std::string> contentOf(core::ByteSource &source, std::size_t maximum)
{
    std::string content;
    while (true) {
        const auto piece = await(source.read(maximum));
        if (!piece)
            return piece.error();
        if (piece->empty())
            return content;
        content += *piece;
    }
}

} // namespace support
