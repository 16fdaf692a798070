// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/MailPrincipal.h"

namespace tools {

core::Result<mail::Mailbox> mailboxOf(const mcp::ToolContext &context, mail::SessionPool &pool)
{
    const auto *const principal =
        dynamic_cast<const MailPrincipal *>(context.caller.principal.get());
    if (principal == nullptr || !principal->account)
        return core::Error(core::ErrorKind::Internal, "This request carries no mailbox.",
                           "the principal is no MailPrincipal");
    return mail::Mailbox(pool, principal->account, context.cancellation);
}

} // namespace tools
