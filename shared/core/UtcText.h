// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>

namespace core {

/// A moment in UTC, in a format of strftime() and without a language.
std::string utcText(std::chrono::system_clock::time_point moment, const char *format);

} // namespace core
