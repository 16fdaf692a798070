// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace app {

/// What the programs exit with (sysexits.h where it has a word for it).
enum class ExitCode {
    Success = 0,
    Failure = 1,
    Usage = 2,          ///< unknown command or flag
    Unavailable = 69,   ///< EX_UNAVAILABLE: the port is in use
    Configuration = 78, ///< EX_CONFIG: a setting is missing or wrong
};

} // namespace app
