// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/Date.h"

#include "core/Ascii.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>

namespace mime {

namespace {

constexpr std::size_t maximumBytes = 256;
constexpr int firstYear = 1970;
constexpr int lastYear = 2100;

struct TimeOfDay
{
    int hour = 0;
    int minute = 0;
    int second = 0;
};

/// Day of the week, day, month, year, time, zone.
constexpr std::size_t maximumWords = 6;

/// The first blank-separated words; comments and commas count as blanks. Those that
/// are missing are empty.
std::array<std::string_view, maximumWords> wordsOf(std::string_view text)
{
    std::array<std::string_view, maximumWords> words;
    std::size_t count = 0;
    std::size_t depth = 0;
    std::size_t start = std::string_view::npos;
    const auto finish = [&](std::size_t end) {
        if (start != std::string_view::npos)
            words.at(count++) = text.substr(start, end - start);
        start = std::string_view::npos;
    };
    for (std::size_t i = 0; i < text.size() && count < maximumWords; ++i) {
        const char c = text[i];
        if (c == '(' || depth > 0) {
            finish(i);
            if (c == '(')
                ++depth;
            else if (c == ')')
                --depth;
        } else if (core::isBlank(c) || c == ',' || c == '\r' || c == '\n') {
            finish(i);
        } else if (start == std::string_view::npos) {
            start = i;
        }
    }
    if (count < maximumWords)
        finish(text.size());
    return words;
}

/// Between `minimumDigits` and `maximumDigits` digits and nothing else.
std::optional<int> number(std::string_view text, std::size_t minimumDigits,
                          std::size_t maximumDigits)
{
    if (text.size() < minimumDigits || text.size() > maximumDigits
        || !std::ranges::all_of(text, core::isDigit))
        return {};
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::optional<unsigned> monthNamed(std::string_view text)
{
    static constexpr std::array<std::string_view, 12> names = {
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
    if (text.size() < 3)
        return {};
    const auto *const name = std::ranges::find(names, core::toLower(text.substr(0, 3)));
    if (name == names.end())
        return {};
    return static_cast<unsigned>(name - names.begin()) + 1;
}

/// Two and three digits as RFC 5322 §4.3 reads them.
std::optional<int> yearOf(std::string_view text)
{
    const auto value = number(text, 2, 4);
    if (!value)
        return {};
    int year = *value;
    if (text.size() == 2)
        year += year < 50 ? 2000 : 1900;
    else if (text.size() == 3)
        year += 1900;
    if (year < firstYear || year > lastYear)
        return {};
    return year;
}

std::optional<TimeOfDay> timeOf(std::string_view text)
{
    std::array<std::string_view, 3> parts = {"", "", "0"};
    for (auto &part : parts) {
        const std::size_t colon = text.find(':');
        part = text.substr(0, colon);
        if (colon == std::string_view::npos) {
            text = {};
            break;
        }
        text.remove_prefix(colon + 1);
    }
    const auto hour = number(parts[0], 1, 2);
    const auto minute = number(parts[1], 1, 2);
    const auto second = number(parts[2], 1, 2);
    if (!text.empty() || !hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 60)
        return {};
    // ISO 8601 readers choke on leap seconds.
    return TimeOfDay{.hour = *hour, .minute = *minute, .second = std::min(*second, 59)};
}

/// Minutes east of Greenwich. "-0000" and names that nobody can know mean UTC.
std::optional<int> zoneOf(std::string_view text)
{
    struct Zone
    {
        std::string_view name;
        int hours;
    };
    static constexpr std::array<Zone, 8> zones = {{
        {.name = "edt", .hours = -4},
        {.name = "est", .hours = -5},
        {.name = "cdt", .hours = -5},
        {.name = "cst", .hours = -6},
        {.name = "mdt", .hours = -6},
        {.name = "mst", .hours = -7},
        {.name = "pdt", .hours = -7},
        {.name = "pst", .hours = -8},
    }};
    if (text.starts_with('+') || text.starts_with('-')) {
        const auto digits = number(text.substr(1), 4, 4);
        if (!digits || *digits / 100 > 23 || *digits % 100 > 59)
            return {};
        const int minutes = *digits / 100 * 60 + *digits % 100;
        return text.front() == '-' ? -minutes : minutes;
    }
    if (!std::ranges::all_of(text, core::isLetter))
        return {};
    const auto *const zone = std::ranges::find(zones, core::toLower(text), &Zone::name);
    return zone == zones.end() ? 0 : zone->hours * 60;
}

/// Not with printf, which would be a good part of what a list of messages costs.
class DateText
{
public:
    DateText &add(char character)
    {
        m_text.at(m_length++) = character;
        return *this;
    }
    DateText &addTwoDigits(int number)
    {
        return add(static_cast<char>('0' + number / 10 % 10))
            .add(static_cast<char>('0' + number % 10));
    }
    std::string take() const { return {m_text.data(), m_length}; }

private:
    std::array<char, sizeof "2026-11-02T09:30:00+01:00"> m_text{};
    std::size_t m_length = 0;
};

std::string format(std::chrono::year_month_day day, TimeOfDay time, int zoneMinutes)
{
    const int year = static_cast<int>(day.year());
    DateText text;
    text.addTwoDigits(year / 100).addTwoDigits(year % 100).add('-');
    text.addTwoDigits(static_cast<int>(static_cast<unsigned>(day.month()))).add('-');
    text.addTwoDigits(static_cast<int>(static_cast<unsigned>(day.day()))).add('T');
    text.addTwoDigits(time.hour).add(':');
    text.addTwoDigits(time.minute).add(':');
    text.addTwoDigits(time.second);
    if (zoneMinutes == 0)
        return text.add('Z').take();
    const int minutes = zoneMinutes < 0 ? -zoneMinutes : zoneMinutes;
    text.add(zoneMinutes < 0 ? '-' : '+');
    return text.addTwoDigits(minutes / 60).add(':').addTwoDigits(minutes % 60).take();
}

} // namespace

std::optional<std::string> isoDate(std::string_view dateField)
{
    const auto all = wordsOf(dateField.substr(0, maximumBytes));
    // The day of the week says nothing that the date does not.
    const bool hasWeekday = !all[0].empty() && core::isLetter(all[0].front());
    const auto words = std::span(all).subspan(hasWeekday ? 1 : 0);
    const auto day = number(words[0], 1, 2);
    const auto month = monthNamed(words[1]);
    const auto year = yearOf(words[2]);
    const auto time = timeOf(words[3]);
    const auto zone = words[4].empty() ? std::optional(0) : zoneOf(words[4]);
    if (!day || !month || !year || !time || !zone)
        return {};
    const std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(*month),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok())
        return {};
    return format(date, *time, *zone);
}

std::string isoDate(std::chrono::sys_seconds time)
{
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::hh_mm_ss clock(time - day);
    const TimeOfDay timeOfDay{.hour = static_cast<int>(clock.hours().count()),
                              .minute = static_cast<int>(clock.minutes().count()),
                              .second = static_cast<int>(clock.seconds().count())};
    return format(std::chrono::year_month_day(day), timeOfDay, 0);
}

} // namespace mime
