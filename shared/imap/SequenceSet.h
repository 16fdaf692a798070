// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace imap {

/// Messages, by UID or by sequence number (RFC 9051, sequence-set). Never empty, never zero.
class SequenceSet
{
public:
    /// `last` = 0 stands for `*`, whatever the highest number is.
    struct Range
    {
        std::uint32_t first = 0;
        std::uint32_t last = 0;

        bool operator==(const Range &) const = default;
    };

    /// Sorted, each once, neighbours joined. InvalidArgument if empty or if one is 0.
    static core::Result<SequenceSet> of(std::vector<std::uint32_t> numbers);
    /// first..last in either order, neither 0.
    static core::Result<SequenceSet> range(std::uint32_t first, std::uint32_t last);
    /// As a person or a server writes it: "1:3,7,10:*". InvalidArgument.
    static core::Result<SequenceSet> parse(std::string_view text);

    /// How many numbers it stands for; open ranges (`*`) count as one.
    std::uint64_t count() const;
    bool isOpen() const; ///< has a `*`
    const std::vector<Range> &ranges() const { return m_ranges; }
    std::string text() const;
    /// The highest `limit` numbers, highest first, each once. Not for open sets.
    std::vector<std::uint32_t> newestFirst(std::size_t limit) const;

    bool operator==(const SequenceSet &) const = default;

private:
    SequenceSet() = default;

    std::vector<Range> m_ranges;
};

} // namespace imap
