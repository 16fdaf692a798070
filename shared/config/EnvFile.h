// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/TextFile.h"
#include "core/Result.h"
#include "i18n/Failure.h"

#include <map>
#include <string>
#include <string_view>

namespace config {

/// Names and values of environment variables.
using Variables = std::map<std::string, std::string, std::less<>>;

/// Reads the text of a .env file: NAME=value lines, `#` comments, an optional `export `, and values
/// in single quotes (as they are) or double quotes (with \n, \" and \\), which end them. `origin`
/// names the file in errors, which say the line.
core::Result<Variables, i18n::Failure> parseEnvFile(std::string_view text,
                                                    const i18n::Text &origin);

/// The same from a file. A missing optional file is empty; one that is there must be readable.
core::Result<Variables> readEnvFile(const std::string &path, FilePresence presence);

/// The variables of this process.
Variables processEnvironment();

} // namespace config
