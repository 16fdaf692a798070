// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/MailboxKey.h"

#include "crypto/Hash.h"
#include "mail/CanonicalText.h"

#include <string>
#include <string_view>

namespace mail {

std::string loginKey(const account::ServerEndpoint &server, const account::Credentials &login,
                     const core::Secret &processKey)
{
    const std::string_view password = login.password.reveal();
    CanonicalText text(server.host.size() + login.username.size() + password.size() + 128);
    text.add(server.host).add(std::to_string(server.port));
    text.add(std::to_string(static_cast<int>(server.security)));
    text.add(login.username).add(password);

    std::string message = std::move(text).take();
    std::string key = crypto::hmacSha256(processKey.reveal(), message);
    core::wipe(message);
    return key;
}

std::string mailboxIdentity(const account::MailAccount &account)
{
    CanonicalText text;
    text.add(account.imap.host).add(account.imapLogin.username).add(account.emailAddress);
    return std::move(text).take();
}

} // namespace mail
