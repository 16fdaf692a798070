// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/Command.h"
#include "imap/Date.h"

#include <chrono>
#include <cstdint>
#include <string>

/// The parts of a command that are one word, whether it is sent or shown: with nothing secret in
/// them, and the same for every server.
namespace imap {

inline std::string wordOf(Word word)
{
    return std::string(word.text());
}
inline std::string wordOf(std::uint64_t number)
{
    return std::to_string(number);
}
inline std::string wordOf(const SequenceSet &set)
{
    return set.text();
}
inline std::string wordOf(std::chrono::year_month_day date)
{
    return dateText(date);
}
inline std::string wordOf(std::chrono::sys_seconds time)
{
    return '"' + internalDateText(time) + '"';
}
inline std::string wordOf(const Flag &flag)
{
    return flag.text();
}
inline std::string wordOf(const Section &section)
{
    return "BODY.PEEK[" + section.specification() + ']' + section.windowText();
}

} // namespace imap
