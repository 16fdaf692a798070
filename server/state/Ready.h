// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "core/Task.h"

#include <utility>

namespace state {

/// A task for what is known at once, where only the interface is asynchronous.
template <typename T>
core::Task<core::Result<T>> ready(core::Result<T> result)
{
    co_return std::move(result);
}

} // namespace state
