// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mcp/Schema.h"
#include "server/mail/ScriptedMailServer.h"
#include "tools/Catalog.h"
#include "tools/MailPrincipal.h"

#include <QByteArray>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>
#include <string_view>

namespace scripted {

/// Calls a tool as the endpoint does: checked arguments in, a checked result out.
inline core::Result<nlohmann::json> call(MailServer &mail, std::string_view name,
                                         const char *arguments)
{
    const auto tools = tools::catalogue(mail.pool);
    const auto tool = std::ranges::find(tools, name, &mcp::Tool::name);
    if (tool == tools.end())
        qFatal("no such tool");
    auto checked = mcp::checkArguments(tool->parameters, nlohmann::json::parse(arguments));
    if (!checked)
        return checked.error();
    mcp::ToolContext context;
    context.caller.principal = std::make_shared<tools::MailPrincipal>(account(mail.server));
    context.cancellation = mail.cancellation.token();
    auto result = support::await(tool->run(context, *checked));
    if (!result)
        return result.error();
    const auto fits = mcp::checkResult(tool->result, *result);
    if (!fits)
        return fits.error();
    return result;
}

/// For QCOMPARE, which would try to print JSON in its own way.
inline QByteArray written(const nlohmann::json &value)
{
    return QByteArray::fromStdString(value.dump(1));
}

} // namespace scripted
