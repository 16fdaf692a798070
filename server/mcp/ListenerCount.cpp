// SPDX-License-Identifier: GPL-3.0-or-later
#include "mcp/ListenerCount.h"

#include <utility>

namespace mcp {

struct ListenerCount::State
{
    std::size_t maximum = 0;
    std::size_t maximumPerCaller = 0;
    std::size_t count = 0;
    std::map<std::string, std::size_t> perCaller;
};

ListenerCount::Place::Place(std::shared_ptr<State> state, std::string subject)
    : m_state(std::move(state))
    , m_subject(std::move(subject))
{
    ++m_state->count;
    ++m_state->perCaller[m_subject];
}

ListenerCount::Place::~Place()
{
    if (!m_state)
        return;
    --m_state->count;
    const auto mine = m_state->perCaller.find(m_subject);
    if (--mine->second == 0)
        m_state->perCaller.erase(mine);
}

ListenerCount::ListenerCount(const Limits &limits)
    : m_state(std::make_shared<State>())
{
    m_state->maximum = limits.listeners;
    m_state->maximumPerCaller = limits.listenersPerCaller;
}

core::Result<ListenerCount::Place> ListenerCount::enter(const std::string &subject) const
{
    const auto mine = m_state->perCaller.find(subject);
    if (mine != m_state->perCaller.end() && mine->second >= m_state->maximumPerCaller)
        return core::Error(core::ErrorKind::Busy,
                           "Too many clients of this account listen already. Close one of them.");
    if (m_state->count >= m_state->maximum)
        return core::Error(core::ErrorKind::Busy,
                           "The server has as many listeners as it may. Try again later.");
    return Place(m_state, subject);
}

std::size_t ListenerCount::count() const
{
    return m_state->count;
}

} // namespace mcp
