// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/Quota.h"

#include "imap/Connection.h"
#include "imap/Refusal.h"
#include "imap/Session.h"
#include "imap/Text.h"
#include "imap/Tokenizer.h"

namespace imap {

using core::Error;
using core::ErrorKind;

// quota-response
std::optional<Quota> Quota::parse(Tokenizer &tokens)
{
    Quota quota;
    tokens.skipSpaces();
    if (tokens.takeNString(quota.root) == Tokenizer::NString::Malformed)
        return std::nullopt;
    tokens.skipSpaces();
    if (!tokens.take('('))
        return std::nullopt;
    while (true) {
        tokens.skipSpaces();
        if (tokens.take(')'))
            return quota;
        QuotaResource resource;
        resource.name = toUpper(tokens.takeAtom());
        tokens.skipSpaces();
        const auto usage = tokens.takeNumber();
        tokens.skipSpaces();
        const auto limit = tokens.takeNumber();
        if (resource.name.empty() || !usage || !limit)
            return std::nullopt;
        resource.usage = *usage;
        resource.limit = *limit;
        quota.resources.push_back(std::move(resource));
    }
}

core::Task<core::Result<std::vector<Quota>>> Connection::quota(const MailboxName &mailbox,
                                                               core::Deadline deadline)
{
    if (!m_session->capabilities().has("QUOTA"))
        co_return Error(ErrorKind::Unsupported,
                        "The mail server does not tell how full the mailbox is (no QUOTA).");
    Command command("GETQUOTAROOT");
    command.add(mailbox);
    auto harvest = co_await m_session->run(std::move(command), deadline);
    if (!harvest)
        co_return harvest.error();
    if (harvest->ends.front().condition != StatusLine::Condition::Ok)
        co_return refusal(harvest->ends.front(), Refused::Mailbox);
    co_return std::move(harvest->quotas);
}

} // namespace imap
