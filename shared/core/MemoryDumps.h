// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace core {

/// For programs that hold secrets: their memory goes into no core file, and no other process of the
/// same user can look into it.
void forbidMemoryDumps();

} // namespace core
