// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/Date.h"

#include "core/Ascii.h"
#include "imap/Text.h"

#include <algorithm>
#include <array>

namespace imap {

namespace {

using namespace std::chrono;

constexpr std::array<std::string_view, 12> monthNames = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/// Exactly `digits` digits.
std::optional<unsigned> parseDigits(std::string_view text, std::size_t digits)
{
    return text.size() == digits ? parseNumber<unsigned>(text) : std::nullopt;
}

std::string padded(unsigned value, std::size_t digits)
{
    auto text = std::to_string(value);
    return text.size() < digits ? std::string(digits - text.size(), '0') + text : text;
}

} // namespace

std::optional<year_month_day> parseDate(std::string_view text)
{
    const auto dash = text.find('-');
    if (dash == std::string_view::npos || dash < 1 || dash > 2 || text.size() != dash + 9
        || text[dash + 4] != '-')
        return std::nullopt;
    const auto dayNumber = parseDigits(text.substr(0, dash), dash);
    const auto yearNumber = parseDigits(text.substr(dash + 5), 4);
    const auto name = text.substr(dash + 1, 3);
    const auto *const found = std::ranges::find_if(monthNames, [name](std::string_view month) {
        return core::equalsIgnoringCase(month, name);
    });
    if (!dayNumber || !yearNumber || found == monthNames.end())
        return std::nullopt;
    const year_month_day date(year(static_cast<int>(*yearNumber)),
                              month(static_cast<unsigned>(found - monthNames.begin()) + 1),
                              day(*dayNumber));
    if (!date.ok())
        return std::nullopt;
    return date;
}

std::string dateText(year_month_day date)
{
    return std::to_string(unsigned(date.day())) + '-'
           + std::string(monthNames.at(unsigned(date.month()) - 1)) + '-'
           + padded(static_cast<unsigned>(int(date.year())), 4);
}

std::optional<sys_seconds> parseInternalDate(std::string_view text)
{
    while (text.starts_with(' '))
        text.remove_prefix(1);
    const auto space = text.find(' ');
    if (space == std::string_view::npos || text.size() != space + 15)
        return std::nullopt;
    const auto date = parseDate(text.substr(0, space));
    const auto time = text.substr(space + 1);
    const auto hour = parseDigits(time.substr(0, 2), 2);
    const auto minute = parseDigits(time.substr(3, 2), 2);
    const auto second = parseDigits(time.substr(6, 2), 2);
    const auto zoneHours = parseDigits(time.substr(10, 2), 2);
    const auto zoneMinutes = parseDigits(time.substr(12, 2), 2);
    if (!date || !hour || !minute || !second || !zoneHours || !zoneMinutes || time[2] != ':'
        || time[5] != ':' || time[8] != ' ' || (time[9] != '+' && time[9] != '-') || *hour > 23
        || *minute > 59 || *second > 60)
        return std::nullopt;
    const auto local = sys_days(*date) + hours(*hour) + minutes(*minute) + seconds(*second);
    const auto offset = hours(*zoneHours) + minutes(*zoneMinutes);
    return time[9] == '+' ? local - offset : local + offset;
}

std::string internalDateText(sys_seconds time)
{
    const auto days = floor<std::chrono::days>(time);
    const hh_mm_ss clock(time - days);
    const auto date = dateText(year_month_day(days));
    return (date.size() < 11 ? '0' + date : date) + ' '
           + padded(static_cast<unsigned>(clock.hours().count()), 2) + ':'
           + padded(static_cast<unsigned>(clock.minutes().count()), 2) + ':'
           + padded(static_cast<unsigned>(clock.seconds().count()), 2) + " +0000";
}

} // namespace imap
