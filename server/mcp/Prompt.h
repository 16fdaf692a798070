// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mcp/CallContext.h"
#include "mcp/Completion.h"

#include <string>
#include <vector>

namespace mcp {

/// An argument of a prompt. Arguments of prompts are strings.
struct PromptArgument
{
    enum class Presence { Required, Optional };

    std::string name;
    std::string title = {};
    std::string description = {};
    Presence presence = Presence::Required;
    std::size_t maximumLength = 2000; ///< bytes
    Complete complete = {};           ///< unset: nothing is suggested
};

struct PromptMessage
{
    enum class Role { User, Assistant };

    Role role = Role::User;
    nlohmann::json content; ///< a content block (text, image, resource …)

    static PromptMessage text(std::string text, Role role = Role::User);
};

/// One prompt: a beginning of a conversation that a person chooses from a menu.
struct Prompt
{
    std::string name;
    std::string title;
    std::string description;
    std::string scope = {}; ///< the OAuth scope it needs; empty: none
    std::string icon = {};  ///< see ServerInfo::iconUrl
    std::vector<PromptArgument> arguments = {};
    /// The messages. `arguments` hold strings, the required ones all, none too long.
    std::function<core::Task<core::Result<std::vector<PromptMessage>>>(
        const CallContext &context, const nlohmann::json &arguments)>
        run;
    FindNeededInput findNeededInput = {}; ///< unset: nothing is ever asked
};

} // namespace mcp
