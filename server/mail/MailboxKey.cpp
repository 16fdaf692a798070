// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/MailboxKey.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <cstdlib>
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

    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    const std::string_view key = processKey.reveal();
    const auto *const result = HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()),
                                    reinterpret_cast<const unsigned char *>(message.data()),
                                    message.size(), digest.data(), &size);
    core::wipe(message);
    // Without it sessions could not be told apart, so nothing may go on.
    if (result == nullptr)
        std::abort();
    return {digest.begin(), digest.begin() + size};
}

} // namespace mail
