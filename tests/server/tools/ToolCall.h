// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/JsonText.h"
#include "mcp/Schema.h"
#include "server/attachments/AttachmentStage.h"
#include "server/mail/ScriptedMailServer.h"
#include "server/mail/ScriptedSending.h"
#include "server/tools/NoDocuments.h"
#include "tools/Catalog.h"
#include "view/MailPrincipal.h"

#include <QByteArray>
#include <QRegularExpression>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>
#include <string_view>
#include <utility>

/// What the tests of the tools share.
namespace toolcall {

/// Calls a tool as the endpoint does: checked arguments in, a checked result out.
inline core::Result<nlohmann::json> call(const tools::Services &services,
                                         account::MailAccountPtr account, std::string_view name,
                                         const nlohmann::json &arguments,
                                         core::Cancellation cancellation = {})
{
    const auto tools = tools::catalogue(services);
    const auto tool = std::ranges::find(tools, name, &mcp::Tool::name);
    if (tool == tools.end())
        qFatal("no such tool");
    auto checked = mcp::checkArguments(tool->parameters, arguments);
    if (!checked)
        return checked.error();
    mcp::CallContext context;
    context.caller.principal = std::make_shared<view::MailPrincipal>(
        std::move(account), view::MailPrincipal::Confirmation::NotWanted, "client");
    context.cancellation = std::move(cancellation);
    auto result = support::await(tool->run(context, *checked));
    if (!result)
        return result.error();
    // As a client reads it, with what was prepared as text.
    result = nlohmann::json::parse(core::writeJson(*result));
    const auto fits = mcp::checkResult(tool->result, *result);
    if (!fits)
        return fits.error();
    return result;
}

inline core::Result<nlohmann::json> call(scripted::MailServer &mail, std::string_view name,
                                         const nlohmann::json &arguments,
                                         documents::DocumentReader &documents = noDocuments())
{
    scripted::Sending sending(mail.pool);
    scripted::Attachments attachments(mail.pool);
    return call({.pool = mail.pool,
                 .sender = sending.sender,
                 .drafts = sending.drafts,
                 .attachments = attachments.store,
                 .documents = documents},
                scripted::account(mail.server, "pw", "family"), name, arguments,
                mail.cancellation.token());
}

inline core::Result<nlohmann::json> call(scripted::MailServer &mail, std::string_view name,
                                         const char *arguments)
{
    return call(mail, name, nlohmann::json::parse(arguments));
}

/// What a call cost: the commands on the wire and the round trips, without those of the login.
inline QByteArray cost(const scripted::MailServer &mail)
{
    const QRegularExpression command(QStringLiteral("^A\\d+ "),
                                     QRegularExpression::MultilineOption);
    const auto commands = QString::fromStdString(mail.server.received()).count(command);
    return QByteArray::number(commands - 1) + " commands, "
           + QByteArray::number(mail.server.roundTrips() - 1) + " round trips";
}

/// For QCOMPARE, which would try to print JSON in its own way.
inline QByteArray written(const nlohmann::json &value)
{
    return QByteArray::fromStdString(value.dump(1));
}

} // namespace toolcall
