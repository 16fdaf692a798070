// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"

#include <utility>

namespace view {

/// The same error for clients: its message goes through UnicodeHygiene and is at most 1,000 bytes
/// long, because it may quote what a mail server said or how a stranger named a folder.
core::Error cleanError(const core::Error &error);

/// The same result, its error clean.
template <typename T>
core::Result<T> withCleanError(core::Result<T> result)
{
    if (result)
        return result;
    return cleanError(result.error());
}

} // namespace view
