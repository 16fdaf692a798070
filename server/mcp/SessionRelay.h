// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Task.h"
#include "mcp/JsonRpc.h"
#include "mcp/Relay.h"
#include "mcp/Sealer.h"

#include <cstdint>
#include <optional>
#include <string>

namespace mcp {

/// The answers of one session on their way to the process that waits for them. They are sealed for
/// the caller: whoever can write to the store cannot answer in the place of a person. Main thread
/// only.
class SessionRelay
{
public:
    /// `session` names the session in every process.
    SessionRelay(Sealer sealer, Relay relay, std::string subject, std::string session);

    /// Whether there may be other processes.
    bool isPossible() const { return m_relay.leave && m_relay.take; }

    /// Nobody waits for this answer here. What cannot be passed on is lost, as if the client had
    /// not answered.
    core::Task<void> leave(ClientResponse response) const;
    /// The answer to a question of this process, if it has come to another one.
    core::Task<std::optional<ClientResponse>> take(std::int64_t question) const;

private:
    std::string nameOf(std::int64_t question) const;

    Sealer m_sealer;
    Relay m_relay;
    std::string m_subject;
    std::string m_session;
};

} // namespace mcp
