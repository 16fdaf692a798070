// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ExitCode.h"

#include <string_view>

namespace app {

/// Writes a line to standard output.
void printLine(std::string_view line);

/// Writes "mail_mcp: <sentence>" to standard error and passes the code on:
///     return fail(ExitCode::Usage, "…");
ExitCode fail(ExitCode code, std::string_view sentence);

} // namespace app
