// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ByteSource.h"

namespace attachments {

/// Hands a source on and notes whether it failed: whoever stores it elsewhere tells by that who is
/// to blame, the source or the other side.
class NotingSource final : public core::ByteSource
{
public:
    /// The source outlives it.
    explicit NotingSource(core::ByteSource &source)
        : m_source(source)
    {}

    core::Task<core::Result<std::string>> read(std::size_t maximum) override
    {
        auto piece = co_await m_source.read(maximum);
        m_hasFailed = !piece;
        co_return piece;
    }
    std::optional<std::uint64_t> size() const override { return m_source.size(); }
    bool hasFailed() const { return m_hasFailed; }

private:
    core::ByteSource &m_source;
    bool m_hasFailed = false;
};

} // namespace attachments
