// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Async.h"

#include <chrono>
#include <functional>
#include <optional>
#include <stdexcept>

namespace support {

/// Spins the event loop until `isTrue` says so; false after `limit`.
bool waitUntil(const std::function<bool()> &isTrue,
               std::chrono::milliseconds limit = std::chrono::seconds(20));

namespace detail {

template <typename T>
core::Task<void> store(core::Task<T> task, std::shared_ptr<std::optional<T>> slot)
{
    slot->emplace(co_await std::move(task));
}

inline core::Task<void> storeDone(core::Task<void> task, std::shared_ptr<bool> done)
{
    co_await std::move(task);
    *done = true;
}

} // namespace detail

/// Runs a task to its end on the test's event loop and returns its value.
template <typename T>
T await(core::Task<T> task, std::chrono::milliseconds limit = std::chrono::seconds(20))
{
    auto slot = std::make_shared<std::optional<T>>();
    core::start(detail::store(std::move(task), slot));
    if (!waitUntil([&] { return slot->has_value(); }, limit))
        throw std::runtime_error("the task did not finish in time");
    return std::move(**slot);
}

inline void await(core::Task<void> task, std::chrono::milliseconds limit = std::chrono::seconds(20))
{
    auto done = std::make_shared<bool>(false);
    core::start(detail::storeDone(std::move(task), done));
    if (!waitUntil([&] { return *done; }, limit))
        throw std::runtime_error("the task did not finish in time");
}

} // namespace support
