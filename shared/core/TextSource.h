// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ByteSource.h"

#include <string_view>

namespace core {

/// Bytes that are in memory already, as a source. They must outlive it.
class TextSource final : public ByteSource
{
public:
    explicit TextSource(std::string_view bytes)
        : m_size(bytes.size())
        , m_rest(bytes)
    {}

    Task<Result<std::string>> read(std::size_t maximum) override
    {
        const auto piece = m_rest.substr(0, maximum);
        m_rest.remove_prefix(piece.size());
        co_return std::string(piece);
    }
    std::optional<std::uint64_t> size() const override { return m_size; }

private:
    std::uint64_t m_size;
    std::string_view m_rest;
};

} // namespace core
