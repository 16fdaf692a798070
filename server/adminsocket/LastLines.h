// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"

#include <cstddef>
#include <string>
#include <vector>

namespace adminsocket {

/// So much of the end of a file is looked at, in bytes.
inline constexpr std::size_t lookedAt = 256UL * 1024;

/// The last complete lines of a file, at most `count`, the oldest first, without their ends.
/// Unavailable: it cannot be read.
core::Result<std::vector<std::string>> lastLines(const std::string &path, std::size_t count);

} // namespace adminsocket
