// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/MailPrincipal.h"

namespace view {

namespace {

template <typename Mailbox>
core::Result<Mailbox> openFor(const mcp::CallContext &context, mail::SessionPool &pool)
{
    auto account = accountOf(context);
    if (!account)
        return account.error();
    return Mailbox(pool, std::move(*account), context.cancellation);
}

} // namespace

core::Result<const MailPrincipal *> principalOf(const mcp::CallContext &context)
{
    const auto *const principal =
        dynamic_cast<const MailPrincipal *>(context.caller.principal.get());
    if (principal == nullptr || !principal->account)
        return core::Error(core::ErrorKind::Internal, "This request carries no mailbox.",
                           "the principal is no MailPrincipal");
    return principal;
}

core::Result<account::MailAccountPtr> accountOf(const mcp::CallContext &context)
{
    const auto principal = principalOf(context);
    if (!principal)
        return principal.error();
    return (*principal)->account;
}

bool wantsConfirmation(const mcp::CallContext &context)
{
    const auto principal = principalOf(context);
    return principal && (*principal)->confirmation == MailPrincipal::Confirmation::Wanted;
}

core::Result<mail::Mailbox> mailboxOf(const mcp::CallContext &context, mail::SessionPool &pool)
{
    auto mailbox = openFor<mail::Mailbox>(context, pool);
    if (mailbox)
        mailbox->reportConnecting([report = context.reportProgress] {
            report(1, 2, "The mail server has accepted the login and is being asked.");
        });
    return mailbox;
}

core::Result<mail::MailboxChanges> mailboxChangesOf(const mcp::CallContext &context,
                                                    mail::SessionPool &pool)
{
    return openFor<mail::MailboxChanges>(context, pool);
}

} // namespace view
