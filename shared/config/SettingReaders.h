// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charconv>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

namespace config {

/// A decimal number between two limits; nothing for anything else, signs and blanks included.
template <typename Number>
std::optional<Number> parseNumber(std::string_view text, Number minimum, Number maximum)
{
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc() || end != text.data() + text.size() || number < minimum
        || number > maximum)
        return std::nullopt;
    return number;
}

/// For SettingRow::read: a number of things or bytes, stored in one member of `Group`, which is
/// Settings or a part of it.
template <auto Member, std::size_t Minimum, std::size_t Maximum, typename Group>
std::string readCount(std::string_view value, Group &settings)
{
    const auto number = parseNumber<std::size_t>(value, Minimum, Maximum);
    if (!number)
        return "must be a number from " + std::to_string(Minimum) + " to " + std::to_string(Maximum)
               + ".";
    settings.*Member = *number;
    return {};
}

/// The same for a number of seconds.
template <auto Member, std::int64_t Minimum, std::int64_t Maximum, typename Group>
std::string readSeconds(std::string_view value, Group &settings)
{
    const auto number = parseNumber<std::int64_t>(value, Minimum, Maximum);
    if (!number)
        return "must be a number of seconds from " + std::to_string(Minimum) + " to "
               + std::to_string(Maximum) + ".";
    settings.*Member = std::chrono::seconds(*number);
    return {};
}

} // namespace config
