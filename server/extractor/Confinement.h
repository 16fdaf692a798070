// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"

/// What takes the process everything away that reading a document does not need, before it reads
/// the first byte of one. There is no way back.
namespace extractor {

/// Closes every descriptor but the standard ones, ends with the parent, allows no core dump, no
/// new process, no file that grows, no more memory and time than Limits say; if memory gets scarce,
/// this process goes first. Comes before loadCharsets().
core::Result<core::Done> limitResources();

/// From now on the process can read from its standard input, write to its standard output and
/// compute. Opening a file fails as if it were forbidden, for libraries try; everything else that
/// is asked of the kernel ends the process (SIGSYS).
core::Result<core::Done> forbidSystemCalls();

} // namespace extractor
