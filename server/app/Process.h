// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace app {

/// Passwords pass through this process: no core files, and no debugger of other processes of the
/// same user. Also raises the descriptor limit to what the system allows.
void hardenProcess();

/// Lets the C library give large blocks back to the system as soon as they are freed. By itself it
/// keeps more and more of them, and what a busy minute needed would stay for ever.
void returnMemorySoon();

} // namespace app
