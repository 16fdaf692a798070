// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace app {

/// The path of mail_mcp_extract: `configured`, or beside this program, or in ../libexec/mail-mcp.
/// Empty if it is not there or cannot be run; the log says so.
std::string findExtractor(const std::string &configured);

} // namespace app
