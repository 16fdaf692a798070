// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mcp/Relay.h"

#include <chrono>
#include <map>
#include <memory>
#include <string>
#include <utility>

namespace support {

/// What processes leave for each other; as good as the real one within a test.
class MemoryRelay
{
public:
    mcp::Relay relay() const
    {
        mcp::Relay relay;
        relay.leave = [state = m_state](const std::string &name, const std::string &text) {
            return leave(state, name, text);
        };
        relay.take = [state = m_state](const std::string &name) { return take(state, name); };
        relay.end = [state = m_state](const std::string &, const std::string &session,
                                      std::chrono::seconds lifetime) {
            return end(state, session, lifetime);
        };
        relay.hasEnded = [state = m_state](const std::string &session) {
            return hasEnded(state, session);
        };
        return relay;
    }
    std::map<std::string, std::string> &messages() const { return m_state->messages; }
    /// Sessions that have ended, and how long that is remembered.
    const std::map<std::string, std::chrono::seconds> &ended() const { return m_state->ended; }
    /// From now on it can be reached, or not.
    void setReachable(bool isReachable) const { m_state->isReachable = isReachable; }
    /// How often it was looked for something that was left.
    int takes() const { return m_state->takes; }

private:
    struct State
    {
        std::map<std::string, std::string> messages;
        std::map<std::string, std::chrono::seconds> ended;
        bool isReachable = true;
        int takes = 0;
    };
    using StatePtr = std::shared_ptr<State>;

    static core::Error isOutOfReach()
    {
        return {core::ErrorKind::Unavailable, "The store cannot be reached."};
    }

    static core::Task<core::Result<core::Done>> leave(StatePtr state, std::string name,
                                                      std::string text)
    {
        if (!state->isReachable)
            co_return isOutOfReach();
        state->messages.insert_or_assign(std::move(name), std::move(text));
        co_return core::Done{};
    }
    static core::Task<core::Result<std::string>> take(StatePtr state, std::string name)
    {
        ++state->takes;
        if (!state->isReachable)
            co_return isOutOfReach();
        const auto node = state->messages.extract(name);
        co_return node ? node.mapped() : std::string();
    }
    static core::Task<core::Result<core::Done>> end(StatePtr state, std::string session,
                                                    std::chrono::seconds lifetime)
    {
        if (!state->isReachable)
            co_return isOutOfReach();
        state->ended.insert_or_assign(std::move(session), lifetime);
        co_return core::Done{};
    }
    static core::Task<core::Result<bool>> hasEnded(StatePtr state, std::string session)
    {
        if (!state->isReachable)
            co_return isOutOfReach();
        co_return state->ended.contains(session);
    }

    StatePtr m_state = std::make_shared<State>();
};

} // namespace support
