// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace attachments {

/// Some bytes of a content.
struct ByteRange
{
    std::uint64_t first = 0;
    std::uint64_t last = 0; ///< included

    std::uint64_t size() const { return last - first + 1; }
    bool operator==(const ByteRange &) const = default;
};

/// What a Range field asks for (RFC 9110 §14.2).
struct RangeRequest
{
    enum class Kind {
        Whole,         ///< no range, several, another unit, or nothing that can be read as one
        Part,          ///< `range`
        Unsatisfiable, ///< it begins behind the end
    };

    Kind kind = Kind::Whole;
    ByteRange range = {};
};

/// For a content of `size` bytes. A server may ignore a Range field, and does so with several
/// ranges: nobody needs them, and they have been used to multiply work.
RangeRequest parseRange(std::optional<std::string_view> field, std::uint64_t size);

} // namespace attachments
