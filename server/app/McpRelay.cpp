// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/McpRelay.h"

#include <string>
#include <utility>

namespace app {

namespace {

core::Task<core::Result<core::Done>> leave(state::StateStore &store, std::string name,
                                           std::string text)
{
    auto left = co_await store.leaveMessage(name, std::move(text), std::chrono::minutes(1));
    co_return left;
}

core::Task<core::Result<std::string>> take(state::StateStore &store, std::string name)
{
    auto taken = co_await store.takeMessage(name);
    co_return taken;
}

std::string nameOfEnd(const std::string &session)
{
    return session + " ended";
}

core::Task<core::Result<core::Done>> endSession(state::StateStore &store, std::string subject,
                                                std::string session, std::chrono::seconds lifetime)
{
    const auto allowance = co_await store.take("ended-sessions", subject, sessionEnds);
    if (!allowance)
        co_return allowance.error();
    if (!allowance->isAllowed)
        co_return core::Error(core::ErrorKind::Busy,
                              "Too many sessions were ended within an hour. End this one later, or "
                              "let it expire.");
    auto left = co_await store.leaveMessage(nameOfEnd(session), "ended", lifetime);
    co_return left;
}

core::Task<core::Result<bool>> hasEnded(state::StateStore &store, std::string session)
{
    const auto found = co_await store.readMessage(nameOfEnd(session));
    if (!found)
        co_return found.error();
    co_return !found->empty();
}

} // namespace

mcp::Relay makeMcpRelay(state::StateStore &store)
{
    if (!store.isShared())
        return {};
    mcp::Relay relay;
    relay.leave = [&store](const std::string &name, const std::string &text) {
        return leave(store, name, text);
    };
    relay.take = [&store](const std::string &name) { return take(store, name); };
    relay.end = [&store](const std::string &subject, const std::string &session,
                         std::chrono::seconds lifetime) {
        return endSession(store, subject, session, lifetime);
    };
    relay.hasEnded = [&store](const std::string &session) { return hasEnded(store, session); };
    return relay;
}

} // namespace app
