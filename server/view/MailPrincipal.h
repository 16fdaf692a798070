// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"
#include "core/Result.h"
#include "mail/Mailbox.h"
#include "mail/MailboxChanges.h"
#include "mcp/Tool.h"

#include <string>
#include <utility>

namespace view {

/// A verified caller's mailbox. The guard of /mcp makes it from the access token.
class MailPrincipal : public mcp::Principal
{
public:
    /// Whether the mailbox owner is asked before anything is sent or deleted.
    enum class Confirmation { NotWanted, Wanted };

    explicit MailPrincipal(account::MailAccountPtr mailAccount,
                           Confirmation confirmationWish = Confirmation::NotWanted,
                           std::string hashOfClient = {})
        : account(std::move(mailAccount))
        , confirmation(confirmationWish)
        , clientHash(std::move(hashOfClient))
    {}

    const account::MailAccountPtr account;
    const Confirmation confirmation;
    const std::string clientHash; ///< empty for a client of an earlier server
};

/// Whoever called. Internal if the guard let somebody in without a mailbox.
core::Result<const MailPrincipal *> principalOf(const mcp::CallContext &context);
/// The account of whoever called. Internal if the guard let somebody in without one.
core::Result<account::MailAccountPtr> accountOf(const mcp::CallContext &context);
/// True if the owner of the mailbox wants to be asked before anything is sent or deleted.
bool wantsConfirmation(const mcp::CallContext &context);
/// The mailbox of whoever called.
core::Result<mail::Mailbox> mailboxOf(const mcp::CallContext &context, mail::SessionPool &pool);
/// The same for changes.
core::Result<mail::MailboxChanges> mailboxChangesOf(const mcp::CallContext &context,
                                                    mail::SessionPool &pool);

} // namespace view
