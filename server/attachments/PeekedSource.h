// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ByteSource.h"

#include <memory>
#include <string>
#include <string_view>

namespace attachments {

/// A source whose beginning can be looked at before it is read. Main thread only.
class PeekedSource final : public core::ByteSource
{
public:
    explicit PeekedSource(std::shared_ptr<core::ByteSource> source);

    /// The first bytes, `count` of them if there are so many. To be called once, before the first
    /// read. Errors: those of the source.
    core::Task<core::Result<std::string>> peek(std::size_t count);

    core::Task<core::Result<std::string>> read(std::size_t maximum) override;
    std::optional<std::uint64_t> size() const override { return m_source->size(); }

private:
    core::Task<core::Result<std::string>> readBeginning(std::size_t maximum);

    std::shared_ptr<core::ByteSource> m_source;
    std::string m_beginning; ///< not read yet, from m_at on
    std::size_t m_at = 0;
};

} // namespace attachments
