// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Task.h"
#include "mcp/JsonRpc.h"
#include "mcp/Relay.h"
#include "mcp/Sealer.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace mcp {

/// What a client sends in one session, on its way to the process that waits for it: answers to
/// questions, and cancellations. It is sealed for the caller: whoever can write to the store cannot
/// answer in the place of a person, nor stop what somebody does. Main thread only.
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

    /// No such request runs here. What cannot be passed on is lost, as if the client had not
    /// cancelled it.
    core::Task<void> leaveCancellation(nlohmann::json requestId) const;
    /// Whether the client has cancelled this request at another process. True once.
    core::Task<bool> takeCancellation(nlohmann::json requestId) const;

private:
    std::string nameOf(std::int64_t question) const;
    std::string nameOfCancellation(const nlohmann::json &requestId) const;
    core::Task<void> leave(SealPurpose purpose, std::string name, nlohmann::json data) const;
    core::Task<std::optional<nlohmann::json>> take(SealPurpose purpose, std::string name) const;

    Sealer m_sealer;
    Relay m_relay;
    std::string m_subject;
    std::string m_session;
};

} // namespace mcp
