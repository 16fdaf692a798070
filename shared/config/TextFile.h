// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"

#include <optional>
#include <string>

namespace config {

enum class FilePresence { Required, Optional };

/// All of a file of settings; nothing if it is optional and not there. One that is there must be
/// readable: InvalidArgument, for the administrator.
core::Result<std::optional<std::string>> readTextFile(const std::string &path,
                                                      FilePresence presence);

} // namespace config
