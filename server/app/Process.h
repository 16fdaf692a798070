// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace app {

/// Passwords pass through this process: no core files, no debugger of other processes of the same
/// user, no freed memory that still holds them. Also raises the descriptor limit to what the system
/// allows.
void hardenProcess();

} // namespace app
