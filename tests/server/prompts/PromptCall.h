// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "prompts/Catalog.h"
#include "server/view/CallContext.h"
#include "support/FakeClock.h"

#include <QtGlobal>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

/// What the tests of the prompts share.
namespace promptcall {

inline mcp::Prompt promptNamed(const prompts::Services &services, std::string_view name)
{
    const auto all = prompts::catalogue(services);
    const auto prompt = std::ranges::find(all, name, &mcp::Prompt::name);
    if (prompt == all.end())
        qFatal("no such prompt");
    return *prompt;
}

/// Gets a prompt as alice, on the first of January 2026.
inline core::Result<std::vector<mcp::PromptMessage>>
get(scripted::MailServer &mail, std::string_view name, const nlohmann::json &arguments)
{
    const support::FakeClock clock;
    const auto prompt = promptNamed({.pool = mail.pool, .clock = clock}, name);
    const auto context = scripted::callOf(mail);
    return support::await(prompt.run(context, arguments));
}

} // namespace promptcall
