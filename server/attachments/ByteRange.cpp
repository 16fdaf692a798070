// SPDX-License-Identifier: GPL-3.0-or-later
#include "attachments/ByteRange.h"

#include "core/Ascii.h"

#include <algorithm>
#include <charconv>
#include <system_error>

namespace attachments {

namespace {

std::optional<std::uint64_t> numberIn(std::string_view text)
{
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

} // namespace

RangeRequest parseRange(std::optional<std::string_view> field, std::uint64_t size)
{
    constexpr std::string_view unit = "bytes=";
    using Kind = RangeRequest::Kind;
    if (!field || !core::equalsIgnoringCase(field->substr(0, unit.size()), unit))
        return {};
    const auto text = core::trimmed(field->substr(unit.size()));
    const auto dash = text.find('-');
    if (dash == std::string_view::npos)
        return {};
    const auto first = numberIn(text.substr(0, dash));
    const auto last = numberIn(text.substr(dash + 1));
    if (dash == 0) { // the last bytes
        if (!last)
            return {};
        if (*last == 0 || size == 0)
            return {.kind = Kind::Unsatisfiable};
        return {.kind = Kind::Part,
                .range = {.first = size - std::min(*last, size), .last = size - 1}};
    }
    const bool isOpen = dash + 1 == text.size();
    if (!first || (!isOpen && (!last || *last < *first)))
        return {};
    if (*first >= size)
        return {.kind = Kind::Unsatisfiable};
    return {.kind = Kind::Part,
            .range = {.first = *first, .last = isOpen ? size - 1 : std::min(*last, size - 1)}};
}

} // namespace attachments
