// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "mcp/Limits.h"

#include <cstddef>
#include <map>
#include <memory>
#include <string>

namespace mcp {

/// Bounds how many streams for notifications are open, in all and per caller.
class ListenerCount
{
    struct State;

public:
    /// One of them; given back when it is destroyed, also after the count is gone.
    class Place
    {
    public:
        Place(std::shared_ptr<State> state, std::string subject);
        Place(Place &&) noexcept = default;
        Place &operator=(Place &&) = delete;
        Place(const Place &) = delete;
        Place &operator=(const Place &) = delete;
        ~Place();

    private:
        std::shared_ptr<State> m_state;
        std::string m_subject;
    };

    explicit ListenerCount(const Limits &limits);

    /// Busy if there are too many.
    core::Result<Place> enter(const std::string &subject) const;
    std::size_t count() const;

private:
    std::shared_ptr<State> m_state;
};

} // namespace mcp
