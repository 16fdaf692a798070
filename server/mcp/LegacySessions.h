// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "core/Task.h"
#include "mcp/LegacySession.h"
#include "mcp/Limits.h"
#include "mcp/Relay.h"
#include "mcp/Sealer.h"

#include <cstddef>
#include <deque>
#include <map>
#include <memory>
#include <set>
#include <string>

namespace mcp {

/// The sessions of clients that begin with `initialize`. An id is sealed and holds what was agreed,
/// so every process that has the keys understands it and a restart ends no session; only what goes
/// on right now is kept in memory.
class LegacySessions
{
public:
    LegacySessions(const Sealer &sealer, const Limits &limits, Relay relay);

    /// A new Mcp-Session-Id; empty if none can be made, and then there simply is no session.
    std::string begin(const std::string &subject, const Revision &revision,
                      const ClientCapabilities &capabilities) const;
    /// The session of an Mcp-Session-Id. 404 for one that is not of this caller, has ended or
    /// expired: clients then begin anew. While the other processes cannot be heard, a session that
    /// ended at one of them goes on: it permits nothing that its caller could not begin anew, and
    /// no session shall break because the store does.
    core::Task<core::Result<std::shared_ptr<LegacySession>, Refusal>> find(std::string subject,
                                                                           std::string id);
    /// DELETE: the id is no good any more, at any process. After an error it goes on everywhere, so
    /// that the client can try again.
    core::Task<core::Result<core::Done>> end(std::string subject, std::string id);

private:
    struct Entry
    {
        std::shared_ptr<LegacySession> session;
        std::uint64_t lastUse = 0;
    };

    core::Task<bool> hasEnded(const std::string &session);
    void forget(const std::string &session);
    bool makeRoom();

    const Sealer &m_sealer;
    const Limits &m_limits;
    Relay m_relay;
    std::map<std::string, Entry> m_sessions; ///< by the id of the sealed value
    std::set<std::string> m_ended;
    std::deque<std::string> m_endedInOrder; ///< the oldest is forgotten first
    std::uint64_t m_uses = 0;
};

} // namespace mcp
