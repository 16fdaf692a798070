// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "core/Secret.h"

#include <string>

namespace app {

/// Asks for a password on the terminal, which does not show it. InvalidArgument: there is no
/// terminal, or nothing was typed.
core::Result<core::Secret> askForPassword(const std::string &question);

/// The first line of a file. NotFound: it cannot be read; InvalidArgument: it is empty or longer
/// than 4 KiB.
core::Result<core::Secret> passwordFromFile(const std::string &path);

} // namespace app
