// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/CssColour.h"

#include "core/Ascii.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <string>
#include <vector>

namespace content {

namespace {

constexpr int looksLikeDifference = 10; ///< of each component

struct Named
{
    std::string_view name;
    CssColour colour;
};

// CSS Color §6.1: the basic ones, and those that are nearly white.
constexpr std::array<Named, 27> named = {{
    {"white", CssColour::white()},
    {"black", {0, 0, 0}},
    {"transparent", {0, 0, 0, 0}},
    {"silver", {192, 192, 192}},
    {"gray", {128, 128, 128}},
    {"grey", {128, 128, 128}},
    {"red", {255, 0, 0}},
    {"maroon", {128, 0, 0}},
    {"yellow", {255, 255, 0}},
    {"olive", {128, 128, 0}},
    {"lime", {0, 255, 0}},
    {"green", {0, 128, 0}},
    {"aqua", {0, 255, 255}},
    {"cyan", {0, 255, 255}},
    {"teal", {0, 128, 128}},
    {"blue", {0, 0, 255}},
    {"navy", {0, 0, 128}},
    {"fuchsia", {255, 0, 255}},
    {"magenta", {255, 0, 255}},
    {"purple", {128, 0, 128}},
    {"orange", {255, 165, 0}},
    {"snow", {255, 250, 250}},
    {"ivory", {255, 255, 240}},
    {"ghostwhite", {248, 248, 255}},
    {"whitesmoke", {245, 245, 245}},
    {"floralwhite", {255, 250, 240}},
    {"azure", {240, 255, 255}},
}};

std::optional<CssColour> parseHexadecimal(std::string_view digits)
{
    std::array<int, 8> values = {};
    const bool isShort = digits.size() == 3 || digits.size() == 4;
    if (!isShort && digits.size() != 6 && digits.size() != 8)
        return {};
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const auto value = core::hexValue(digits[i]);
        if (!value)
            return {};
        values[i] = static_cast<int>(*value);
    }
    const auto component = [&](std::size_t index) {
        return isShort ? values[index] * 17 : values[index * 2] * 16 + values[index * 2 + 1];
    };
    const bool hasAlpha = digits.size() == 4 || digits.size() == 8;
    return CssColour{.red = component(0),
                     .green = component(1),
                     .blue = component(2),
                     .alpha = hasAlpha ? component(3) / 255.0 : 1.0};
}

/// rgb(255, 255, 255), rgba(100% 100% 100% / 0.5)
std::optional<CssColour> parseFunction(std::string_view text)
{
    const auto open = text.find('(');
    if (open == std::string_view::npos || !text.starts_with("rgb"))
        return {};
    std::vector<double> numbers;
    text.remove_prefix(open + 1);
    while (!text.empty() && numbers.size() < 4) {
        if (!core::isDigit(text.front()) && text.front() != '.') {
            text.remove_prefix(1);
            continue;
        }
        double number = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number,
                                                  std::chars_format::fixed);
        if (error != std::errc())
            return {};
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        const bool isAlpha = numbers.size() == 3;
        if (text.starts_with('%'))
            number *= isAlpha ? 0.01 : 2.55;
        numbers.push_back(number);
    }
    if (numbers.size() < 3)
        return {};
    const auto component = [&](std::size_t index) {
        return static_cast<int>(std::clamp(numbers[index], 0.0, 255.0));
    };
    return CssColour{.red = component(0),
                     .green = component(1),
                     .blue = component(2),
                     .alpha = numbers.size() == 4 ? std::clamp(numbers[3], 0.0, 1.0) : 1.0};
}

} // namespace

std::optional<CssColour> CssColour::parse(std::string_view text)
{
    text = core::trimmed(text);
    const auto *const found = std::ranges::find(named, text, &Named::name);
    if (found != named.end())
        return found->colour;
    if (text.starts_with('#'))
        return parseHexadecimal(text.substr(1));
    if (text.size() == 6) {
        if (const auto colour = parseHexadecimal(text))
            return colour;
    }
    return parseFunction(text);
}

bool CssColour::looksLike(const CssColour &other) const
{
    return std::abs(red - other.red) <= looksLikeDifference
           && std::abs(green - other.green) <= looksLikeDifference
           && std::abs(blue - other.blue) <= looksLikeDifference;
}

} // namespace content
