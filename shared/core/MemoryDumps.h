// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace core {

/// For programs that hold secrets: their memory goes into no core file, and no other process of the
/// same user can look into it. On macOS the former alone; Windows writes dumps only where its
/// administrator has asked for them, and is left as it is.
void forbidMemoryDumps();

} // namespace core
