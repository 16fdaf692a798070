// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Async.h"
#include "core/Cancellation.h"
#include "core/Result.h"
#include "core/Task.h"
#include "mcp/AnswerStream.h"
#include "mcp/CallContext.h"
#include "mcp/JsonRpc.h"
#include "mcp/Lifetime.h"
#include "mcp/Protocol.h"
#include "mcp/Resource.h"
#include "mcp/SessionRelay.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace mcp {

/// A session of the revisions with `initialize` (2025-11-25 transports, "Session Management"). What
/// must outlive this process is sealed into its id; here is only what is going on at the moment.
class LegacySession : public std::enable_shared_from_this<LegacySession>
{
public:
    LegacySession(const Revision &revision, ClientCapabilities capabilities, SessionRelay relay);

    ~LegacySession() { m_gone.cancel(); }
    LegacySession(const LegacySession &) = delete;
    LegacySession &operator=(const LegacySession &) = delete;

    /// Fires when the session is forgotten: nothing waits on its behalf any longer.
    core::Cancellation gone() const { return m_gone.token(); }

    const Revision &revision() const { return m_revision; }
    const ClientCapabilities &capabilities() const { return m_capabilities; }

    /// How often a process looks whether an answer or a cancellation has come to another one.
    static constexpr std::chrono::milliseconds relayInterval{500};

    /// Asks the client something on `stream` and waits. Unsupported: it answered with an error, or
    /// cannot be reached; DeadlineExceeded; Cancelled.
    core::Task<core::Result<nlohmann::json>> ask(std::shared_ptr<AnswerStream> stream,
                                                 std::string method, nlohmann::json params,
                                                 std::chrono::milliseconds timeLimit,
                                                 core::Cancellation cancellation);
    /// The client has answered. Answers that nobody waits for here are passed on to the other
    /// processes, if there are any; they may just be late.
    core::Task<void> take(ClientResponse response);

    /// Until a request has ended it can be cancelled, through whichever process.
    void began(const nlohmann::json &requestId, const std::shared_ptr<Lifetime> &lifetime);
    void ended(const nlohmann::json &requestId);
    /// notifications/cancelled. What does not run here is passed on to the other processes, if
    /// there are any; it may just be through.
    core::Task<void> cancel(nlohmann::json requestId);

    LogLevel logLevel = LogLevel::Info; ///< logging/setLevel

    /// The stream that the client has opened with GET takes notifications; a later one replaces it.
    /// Null: there shall be none.
    void openStream(const std::shared_ptr<AnswerStream> &stream);
    bool hasStream() const;

    /// resources/subscribe: the watch of each URI, null while nobody could be told.
    std::map<std::string, std::unique_ptr<ResourceWatch>> subscriptions;
    void pauseWatches();
    std::vector<std::string> pausedSubscriptions() const;
    /// notifications/resources/updated; kept, once per URI, until there is a stream.
    void reportUpdate(const std::string &uri);

    /// Nothing is going on.
    bool isIdle() const;

private:
    struct Running
    {
        std::weak_ptr<Lifetime> lifetime;
        core::CancellationSource through;
    };

    const Revision &m_revision;
    ClientCapabilities m_capabilities;
    core::CancellationSource m_gone;
    std::shared_ptr<const SessionRelay> m_relay;
    std::int64_t m_lastQuestion; ///< no other process has asked it
    std::map<std::int64_t, core::Completion<core::Result<nlohmann::json>>> m_questions;
    std::map<nlohmann::json, Running> m_running;
    std::weak_ptr<AnswerStream> m_stream;
    std::set<std::string> m_unreported;
};

} // namespace mcp
