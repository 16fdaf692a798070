// SPDX-License-Identifier: GPL-3.0-or-later
#include "mcp/LegacySessions.h"

#include <algorithm>
#include <utility>

namespace mcp {

using nlohmann::json;

namespace {

Refusal noSuchSession()
{
    return {.code = ErrorCode::InvalidRequest,
            .message = "There is no such session, or it has ended. Begin with \"initialize\".",
            .httpStatus = 404};
}

json written(const ClientCapabilities &capabilities)
{
    json members = json::object();
    if (capabilities.elicitation)
        members["elicitation"] = json::object();
    if (capabilities.sampling)
        members["sampling"] = json::object();
    if (capabilities.roots)
        members["roots"] = json::object();
    return members;
}

} // namespace

LegacySessions::LegacySessions(const Sealer &sealer, const Limits &limits, Relay relay)
    : m_sealer(sealer)
    , m_limits(limits)
    , m_relay(std::move(relay))
{}

std::string LegacySessions::begin(const std::string &subject, const Revision &revision,
                                  const ClientCapabilities &capabilities) const
{
    const json data = {{"revision", revision.name}, {"capabilities", written(capabilities)}};
    const auto id = m_sealer.seal(SealPurpose::Session, subject, data, m_limits.sessionLifetime);
    return id ? *id : std::string();
}

core::Task<core::Result<std::shared_ptr<LegacySession>, Refusal>>
LegacySessions::find(std::string subject, std::string id)
{
    const auto opened = m_sealer.open(SealPurpose::Session, subject, id);
    if (!opened)
        co_return noSuchSession();
    const bool isOver = co_await hasEnded(opened->id);
    if (isOver)
        co_return noSuchSession();
    auto entry = m_sessions.find(opened->id);
    if (entry == m_sessions.end()) {
        const auto *const revision = findRevision(opened->data.value("revision", ""));
        if (revision == nullptr || revision->isSelfDescribing)
            co_return noSuchSession();
        auto session = std::make_shared<LegacySession>(
            *revision, ClientCapabilities::from(opened->data.value("capabilities", json())),
            SessionRelay(m_sealer, m_relay, subject, opened->id));
        if (!makeRoom())
            co_return session; // it works, except that nothing that lasts is possible
        entry = m_sessions.emplace(opened->id, Entry{.session = std::move(session)}).first;
    }
    entry->second.lastUse = ++m_uses;
    co_return entry->second.session;
}

core::Task<bool> LegacySessions::hasEnded(const std::string &session)
{
    if (!m_ended.contains(session) && m_relay.hasEnded) {
        const auto elsewhere = co_await m_relay.hasEnded(session);
        if (elsewhere && *elsewhere)
            forget(session);
    }
    co_return m_ended.contains(session);
}

core::Task<core::Result<core::Done>> LegacySessions::end(std::string subject, std::string id)
{
    const auto opened = m_sealer.open(SealPurpose::Session, subject, id);
    if (!opened)
        co_return core::Done{};
    if (m_relay.end) {
        // What is left of its lifetime is no longer than all of it.
        auto told = co_await m_relay.end(subject, opened->id, m_limits.sessionLifetime);
        if (!told)
            co_return told;
    }
    forget(opened->id);
    co_return core::Done{};
}

/// It has ended: nothing of it goes on here.
void LegacySessions::forget(const std::string &session)
{
    if (!m_ended.insert(session).second)
        return;
    m_endedInOrder.push_back(session);
    if (m_endedInOrder.size() > m_limits.sessions) {
        m_ended.erase(m_endedInOrder.front());
        m_endedInOrder.pop_front();
    }
    const auto entry = m_sessions.find(session);
    if (entry == m_sessions.end())
        return;
    const auto ended = entry->second.session;
    m_sessions.erase(entry);
    ended->openStream(nullptr);
    ended->subscriptions.clear();
}

/// Forgets the session that was not used for longest, among those in which nothing goes on.
bool LegacySessions::makeRoom()
{
    if (m_sessions.size() < m_limits.sessions)
        return true;
    auto oldest = m_sessions.end();
    for (auto entry = m_sessions.begin(); entry != m_sessions.end(); ++entry) {
        const bool isOlder =
            oldest == m_sessions.end() || entry->second.lastUse < oldest->second.lastUse;
        if (isOlder && entry->second.session->isIdle())
            oldest = entry;
    }
    if (oldest == m_sessions.end())
        return false;
    m_sessions.erase(oldest);
    return true;
}

} // namespace mcp
