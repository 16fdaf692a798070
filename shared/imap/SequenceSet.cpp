// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/SequenceSet.h"

#include "imap/Text.h"

#include <algorithm>

namespace imap {

namespace {

core::Error invalidSet()
{
    return {core::ErrorKind::InvalidArgument,
            "A message set must be numbers from 1 to 4294967295, like 5, 1:10 or 3,7:*"};
}

/// A non-zero number or `*` (0) at the start of `text`, which loses it.
std::optional<std::uint32_t> takeElement(std::string_view &text)
{
    if (text.starts_with('*')) {
        text.remove_prefix(1);
        return 0;
    }
    const auto number = takeNumber<std::uint32_t>(text);
    return number && *number > 0 ? number : std::nullopt;
}

void appendNumber(std::string &text, std::uint32_t number)
{
    text += number == 0 ? "*" : std::to_string(number);
}

} // namespace

core::Result<SequenceSet> SequenceSet::of(std::vector<std::uint32_t> numbers)
{
    std::ranges::sort(numbers);
    if (numbers.empty() || numbers.front() == 0)
        return invalidSet();
    SequenceSet set;
    for (const auto number : numbers) {
        if (!set.m_ranges.empty() && number - set.m_ranges.back().last <= 1)
            set.m_ranges.back().last = number;
        else
            set.m_ranges.push_back({number, number});
    }
    return set;
}

core::Result<SequenceSet> SequenceSet::range(std::uint32_t first, std::uint32_t last)
{
    if (first == 0 || last == 0)
        return invalidSet();
    SequenceSet set;
    set.m_ranges.push_back({std::min(first, last), std::max(first, last)});
    return set;
}

core::Result<SequenceSet> SequenceSet::parse(std::string_view text)
{
    SequenceSet set;
    while (true) {
        const auto first = takeElement(text);
        if (!first)
            return invalidSet();
        auto last = first;
        if (text.starts_with(':')) {
            text.remove_prefix(1);
            last = takeElement(text);
            if (!last)
                return invalidSet();
        }
        Range range{*first, *last};
        // Either order is allowed; `*` (0) is the highest number there is.
        if (range.last != 0 && (range.first == 0 || range.first > range.last))
            std::swap(range.first, range.last);
        set.m_ranges.push_back(range);
        if (text.empty())
            return set;
        if (!text.starts_with(','))
            return invalidSet();
        text.remove_prefix(1);
    }
}

std::uint64_t SequenceSet::count() const
{
    std::uint64_t count = 0;
    for (const auto &range : m_ranges)
        count += range.last == 0 ? 1 : std::uint64_t(range.last) - range.first + 1;
    return count;
}

bool SequenceSet::isOpen() const
{
    return std::ranges::any_of(m_ranges, [](const Range &range) { return range.last == 0; });
}

std::string SequenceSet::text() const
{
    std::string text;
    for (const auto &range : m_ranges) {
        if (!text.empty())
            text.push_back(',');
        appendNumber(text, range.first);
        if (range.first != range.last) {
            text.push_back(':');
            appendNumber(text, range.last);
        }
    }
    return text;
}

std::vector<std::uint32_t> SequenceSet::newestFirst(std::size_t limit) const
{
    auto ranges = m_ranges;
    std::ranges::sort(ranges, [](const Range &a, const Range &b) { return a.last > b.last; });
    std::vector<std::uint32_t> numbers;
    std::uint64_t below = std::uint64_t(1) << 32U; // nothing at or above it is listed again
    for (const auto &range : ranges) {
        auto number = std::min<std::uint64_t>(range.last, below - 1);
        for (; number >= range.first && number > 0; --number) {
            if (numbers.size() == limit)
                return numbers;
            numbers.push_back(static_cast<std::uint32_t>(number));
        }
        below = std::min<std::uint64_t>(below, range.first);
        if (below <= 1)
            break;
    }
    return numbers;
}

} // namespace imap
