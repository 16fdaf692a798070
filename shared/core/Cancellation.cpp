// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/Cancellation.h"

#include <cstdint>
#include <map>
#include <utility>

namespace core {

struct Cancellation::State
{
    bool cancelled = false;
    std::uint64_t nextId = 0;
    std::map<std::uint64_t, std::function<void()>> callbacks;
};

Cancellation::Registration &Cancellation::Registration::operator=(Registration &&other) noexcept
{
    if (this != &other) {
        release();
        m_release = std::exchange(other.m_release, nullptr);
    }
    return *this;
}

Cancellation::Registration::~Registration()
{
    release();
}

void Cancellation::Registration::release()
{
    if (m_release)
        std::exchange(m_release, nullptr)();
}

bool Cancellation::isCancelled() const
{
    return m_state && m_state->cancelled;
}

Cancellation::Registration Cancellation::onCancel(std::function<void()> callback) const
{
    Registration registration;
    if (!m_state || m_state->cancelled)
        return registration;
    const auto id = m_state->nextId++;
    m_state->callbacks.emplace(id, std::move(callback));
    registration.m_release = [weak = std::weak_ptr<State>(m_state), id] {
        if (const auto state = weak.lock())
            state->callbacks.erase(id);
    };
    return registration;
}

CancellationSource::CancellationSource()
{
    m_token.m_state = std::make_shared<Cancellation::State>();
}

void CancellationSource::cancel()
{
    const auto state = m_token.m_state; // a callback may destroy what owns us
    if (std::exchange(state->cancelled, true))
        return;
    // One at a time: a callback may release other registrations.
    while (!state->callbacks.empty()) {
        auto node = state->callbacks.extract(state->callbacks.begin());
        node.mapped()();
    }
}

} // namespace core
