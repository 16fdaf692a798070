// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace app {

/// Passwords pass through this process: no core files, and no debugger of other processes of the
/// same user. Also raises the descriptor limit to what the system allows.
void hardenProcess();

} // namespace app
