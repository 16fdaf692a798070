// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/MailboxKey.h"

#include "crypto/Hash.h"

#include <string>
#include <string_view>

namespace mail {

namespace {

/// With its length in front, so that no two lists of fields look alike.
void appendField(std::string &message, std::string_view field)
{
    message += std::to_string(field.size());
    message += ':';
    message += field;
}

} // namespace

std::string mailboxKey(const account::MailAccount &account, const core::Secret &processKey)
{
    const std::string port = std::to_string(account.imap.port);
    const std::string security = std::to_string(static_cast<int>(account.imap.security));
    const std::string_view password = account.imapLogin.password.reveal();
    std::string message;
    // Room for all of it: growing would leave copies of the password behind.
    message.reserve(account.imap.host.size() + account.imapLogin.username.size() + password.size()
                    + 128);
    appendField(message, account.imap.host);
    appendField(message, port);
    appendField(message, security);
    appendField(message, account.imapLogin.username);
    appendField(message, password);

    std::string key = crypto::hmacSha256(processKey.reveal(), message);
    core::wipe(message);
    return key;
}

} // namespace mail
