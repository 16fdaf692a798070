// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "core/Task.h"
#include "mcp/MethodServices.h"
#include "mcp/Sealer.h"

#include <nlohmann/json.hpp>

#include <memory>
#include <optional>
#include <string>

namespace mcp {

/// What a conversation comes to.
struct ConversationEnd
{
    /// Set: the request is answered with this, and the work was not done (yet). The client is asked
    /// for something, or cannot be.
    std::optional<MethodResult> answer = {};
    core::Result<nlohmann::json> result = nlohmann::json();
};

/// The answer to a request whose results cannot be failures, see failed().
MethodResult answerOf(ConversationEnd end, RequestContext &context);

/// Whether the same answers may be used for the work more than once.
enum class Repeatable { Yes, No };

/// One request that may have to ask the client before it can be answered: with input_required and a
/// sealed state in 2026-07-28 (patterns/mrtr), with requests of our own in older revisions. All it
/// refers to must outlive it.
class Conversation
{
public:
    Conversation(const MethodServices &services, const Message &request, RequestContext &context,
                 Repeatable repeatable);

    /// Runs `call` until it has what it needs. Its context's `input` is set here.
    core::Task<ConversationEnd> run(Call call);

private:
    core::Result<Input, Refusal> readInput();
    core::Result<core::Done, Refusal> readState(const nlohmann::json &state, Input &input);
    std::optional<Refusal> findMissingCapability(const InputRequired &needed) const;
    MethodResult inputRequired(InputRequired needed) const;
    core::Task<core::Result<Input>> ask(InputRequired needed);
    std::string fingerprint() const;

    const MethodServices &m_services;
    const Message &m_request;
    RequestContext &m_context;
    Repeatable m_repeatable;
    std::shared_ptr<const Unsealed> m_state; ///< null: none came
};

} // namespace mcp
