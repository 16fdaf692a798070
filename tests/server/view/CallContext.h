// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mcp/CallContext.h"
#include "server/mail/ScriptedMailServer.h"
#include "view/MailPrincipal.h"

#include <memory>
#include <utility>

namespace scripted {

/// A call of the owner of this mailbox, as the guard of /mcp would let it in.
inline mcp::CallContext callOf(account::MailAccountPtr account,
                               core::Cancellation cancellation = {})
{
    mcp::CallContext context;
    context.caller.principal = std::make_shared<view::MailPrincipal>(std::move(account));
    context.cancellation = std::move(cancellation);
    return context;
}

/// alice@example.test, who reads her mail on this server.
inline account::MailAccountPtr aliceOn(const support::ScriptedServer &server)
{
    auto account = scripted::account(server)->clone();
    account.emailAddress = "alice@example.test";
    return std::make_shared<const account::MailAccount>(std::move(account));
}

inline mcp::CallContext callOf(const MailServer &mail)
{
    return callOf(aliceOn(mail.server), mail.cancellation.token());
}

} // namespace scripted
