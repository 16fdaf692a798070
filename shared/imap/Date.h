// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace imap {

/// `1-Feb-2025` or `01-Feb-2025`, a day that exists (RFC 9051, date).
std::optional<std::chrono::year_month_day> parseDate(std::string_view text);
std::string dateText(std::chrono::year_month_day date);

/// `17-Jul-1996 02:44:25 -0700`, the day also with a leading blank (RFC 9051, date-time).
std::optional<std::chrono::sys_seconds> parseInternalDate(std::string_view text);
/// In UTC.
std::string internalDateText(std::chrono::sys_seconds time);

} // namespace imap
