// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace mime {

/// The Date field (RFC 5322 §3.3 and the obsolete forms of §4.3) as ISO 8601 with the sender's
/// offset: "2026-11-25T16:45:52+01:00"; "Z" where the sender did not say. Nothing if it cannot be
/// read or is not between the years 1970 and 2100.
std::optional<std::string> isoDate(std::string_view dateField);

/// The same form in UTC, for what servers say.
std::string isoDate(std::chrono::sys_seconds time);

} // namespace mime
