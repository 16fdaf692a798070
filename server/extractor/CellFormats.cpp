// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractor/CellFormats.h"

#include "core/Ascii.h"
#include "extractor/Limits.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>

namespace extractor {

namespace {

constexpr double secondsPerDay = 86400;
// Days before 1970 of day 0. Excel believes that 1900 had a February 29th, so that the days before
// it are counted from one day later.
constexpr int epoch1900 = -25569;
constexpr int epoch1904 = -24107;
constexpr int daysUntilTheDayThatNeverWas = 60;
constexpr double lastDay = 2'958'466; // the end of the year 9999

/// The formats that a workbook does not define (§18.8.30).
CellKind builtIn(std::uint32_t id)
{
    if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58))
        return CellKind::Date;
    if ((id >= 18 && id <= 21) || id == 32 || id == 33 || id == 34 || id == 35 || id == 45
        || id == 47)
        return CellKind::Time;
    if (id == 22)
        return CellKind::DateAndTime;
    return id == 46 ? CellKind::Duration : CellKind::Number;
}

std::uint32_t numberOf(std::string_view text)
{
    std::uint32_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// With zeros in front.
std::string padded(long number, std::size_t figures)
{
    const auto text = std::to_string(number);
    return std::string(figures - std::min(figures, text.size()), '0') + text;
}

/// `hours` is as wide as the hours are at least.
std::string timeOf(long seconds, std::size_t hours = 2)
{
    return padded(seconds / 3600, hours) + ':' + padded(seconds / 60 % 60, 2) + ':'
           + padded(seconds % 60, 2);
}

std::string dateOf(int daysSince1970)
{
    const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(daysSince1970))};
    return padded(static_cast<int>(date.year()), 4) + '-'
           + padded(static_cast<long>(static_cast<unsigned>(date.month())), 2) + '-'
           + padded(static_cast<long>(static_cast<unsigned>(date.day())), 2);
}

/// Whether an m stands for a month: a year or a day follows. Else it is for minutes.
bool isMonthAt(std::string_view code, std::size_t position)
{
    return code.substr(position).find_first_of("yYdD") != std::string_view::npos;
}

} // namespace

CellKind kindOf(std::string_view code)
{
    bool hasDate = false;
    bool hasTime = false;
    bool isDuration = false;
    bool isQuoted = false;
    for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
        const char c = core::toLower(code[i]);
        if (c == '"') {
            isQuoted = !isQuoted;
        } else if (isQuoted) {
            continue;
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i; // stands for itself, or is as wide as that
        } else if (c == '[') {
            const auto end = std::min(code.find(']', i), code.size() - 1);
            const char first = i + 1 < end ? core::toLower(code[i + 1]) : ' ';
            const bool isOneLetter = code.substr(i + 1, end - i - 1).find_first_not_of(code[i + 1])
                                     == std::string_view::npos;
            isDuration =
                isDuration || (isOneLetter && (first == 'h' || first == 'm' || first == 's'));
            i = end;
        } else if (c == 'h' || c == 's') {
            hasTime = true;
        } else if (c == 'y' || c == 'd' || (c == 'm' && !hasTime && isMonthAt(code, i))) {
            hasDate = true;
        } else if (c == '0' || c == '#' || c == '?' || c == 'g' || c == 'e' || c == '@') {
            // Figures beside a time are fractions of seconds.
            if (!hasDate && !hasTime && !isDuration)
                return CellKind::Number;
        }
    }
    if (isDuration)
        return CellKind::Duration;
    if (hasDate)
        return hasTime ? CellKind::DateAndTime : CellKind::Date;
    return hasTime ? CellKind::Time : CellKind::Number;
}

std::string formatCell(std::string_view text, CellKind kind, DateSystem system)
{
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (kind == CellKind::Number || error != std::errc() || end != text.data() + text.size()
        || !(number >= 0) || number >= lastDay)
        return std::string(text);
    const double wholeDays = std::floor(number);
    auto days = static_cast<int>(wholeDays);
    auto seconds = std::lround((number - wholeDays) * secondsPerDay);
    if (seconds == std::lround(secondsPerDay)) {
        ++days;
        seconds = 0;
    }
    if (kind == CellKind::Duration)
        return timeOf(days * 86400L + seconds, 1);
    if (kind == CellKind::Time && days == 0)
        return timeOf(seconds);
    if (system == DateSystem::From1900 && days == daysUntilTheDayThatNeverWas)
        return std::string(text);
    int sinceEpoch = days + (system == DateSystem::From1904 ? epoch1904 : epoch1900);
    if (system == DateSystem::From1900 && days < daysUntilTheDayThatNeverWas)
        ++sinceEpoch;
    auto result = dateOf(sinceEpoch);
    if (seconds != 0 || kind == CellKind::DateAndTime)
        result += ' ' + timeOf(seconds);
    return result;
}

void CellStyles::startElement(std::string_view name, const XmlAttributes &attributes)
{
    if (name == "numFmt" && m_formats.size() < Limits::relationships)
        m_formats.emplace(numberOf(attributes.value("numFmtId")),
                          kindOf(attributes.value("formatCode")));
    else if (name == "cellXfs")
        m_isInCellStyles = true;
    else if (name == "xf" && m_isInCellStyles && m_styleFormats.size() < Limits::relationships)
        m_styleFormats.push_back(numberOf(attributes.value("numFmtId")));
}

void CellStyles::endElement(std::string_view name)
{
    if (name == "cellXfs")
        m_isInCellStyles = false;
}

CellKind CellStyles::kind(std::size_t style) const
{
    if (style >= m_styleFormats.size())
        return CellKind::Number;
    const auto format = m_formats.find(m_styleFormats[style]);
    return format == m_formats.end() ? builtIn(m_styleFormats[style]) : format->second;
}

} // namespace extractor
