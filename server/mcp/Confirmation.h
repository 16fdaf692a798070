// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "core/Task.h"
#include "mcp/CallContext.h"
#include "mcp/Limits.h"
#include "mcp/Sealer.h"
#include "mcp/Tool.h"

#include <nlohmann/json.hpp>

#include <memory>
#include <optional>
#include <string>

namespace mcp {

/// Lets a person confirm what a tool is about to do (Tool::findQuestion): with a form where the
/// client has one; else in two steps, where the first call only returns the question and a token,
/// and the second one, with the token, acts. A token is good once, for this caller and these very
/// arguments.
class Confirmation
{
public:
    static constexpr const char *tokenParameter = "confirmation_token";

    Confirmation(Sealer sealer, std::chrono::seconds tokenLifetime);

    /// The parameter that tools with a question have in addition.
    static Field parameter();

    /// Asks with a form. Nothing: there is no question, it was answered with yes, or there are no
    /// forms. PermissionDenied: the answer was no.
    core::Task<core::Result<std::optional<InputRequired>>>
    ask(std::shared_ptr<const Tool> tool, const CallContext &context,
        std::shared_ptr<const nlohmann::json> arguments) const;

    /// The first of two steps: the result of the call that asks (a tool result, isError). Nothing:
    /// the tool may run. `token` is what the call brought, if anything.
    core::Task<core::Result<std::optional<nlohmann::json>>>
    askInTwoSteps(std::shared_ptr<const Tool> tool, const CallContext &context,
                  std::shared_ptr<const nlohmann::json> arguments,
                  std::optional<std::string> token) const;

private:
    core::Task<core::Result<core::Done>> redeem(const Tool &tool, const CallContext &context,
                                                const nlohmann::json &arguments,
                                                const std::string &token) const;

    Sealer m_sealer;
    std::chrono::seconds m_tokenLifetime;
};

} // namespace mcp
