// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/MediaQuery.h"

#include "core/Ascii.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <system_error>

namespace content {

namespace {

constexpr int screenWidth = 1024; // pixels

/// The pixels of "max-width: 600px".
std::optional<int> pixelsOf(std::string_view condition, std::string_view feature)
{
    if (!condition.starts_with(feature))
        return {};
    condition = core::trimmed(condition.substr(feature.size()));
    if (!condition.starts_with(':'))
        return {};
    condition = core::trimmed(condition.substr(1));
    int pixels = 0;
    const auto [end, error] =
        std::from_chars(condition.data(), condition.data() + condition.size(), pixels);
    if (error != std::errc())
        return {};
    return pixels;
}

bool holds(std::string_view condition)
{
    for (const auto *const feature : {"max-width", "max-device-width"}) {
        if (const auto pixels = pixelsOf(condition, feature))
            return screenWidth <= *pixels;
    }
    for (const auto *const feature : {"min-width", "min-device-width"}) {
        if (const auto pixels = pixelsOf(condition, feature))
            return screenWidth >= *pixels;
    }
    return false;
}

/// "only screen and (max-width: 600px)"
bool queryHolds(std::string_view query)
{
    while (!(query = core::trimmed(query)).empty()) {
        if (query.front() == '(') {
            const auto end = std::min(query.find(')'), query.size());
            if (!holds(core::trimmed(query.substr(1, end - 1))))
                return false;
            query.remove_prefix(std::min(end + 1, query.size()));
            continue;
        }
        const auto end = std::min(query.find_first_of(" \t\r\n("), query.size());
        const auto word = query.substr(0, end);
        if (word != "only" && word != "screen" && word != "all" && word != "and")
            return false;
        query.remove_prefix(end);
    }
    return true;
}

} // namespace

bool isForScreen(std::string_view queries)
{
    if (core::trimmed(queries).empty())
        return true;
    while (!queries.empty()) {
        const auto end = std::min(queries.find(','), queries.size());
        const auto query = core::trimmed(queries.substr(0, end));
        if (!query.empty() && queryHolds(query))
            return true;
        queries.remove_prefix(std::min(end + 1, queries.size()));
    }
    return false;
}

} // namespace content
