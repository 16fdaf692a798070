// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "discovery/FoundSettings.h"
#include "discovery/Query.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace discovery {

/// A large provider of mailboxes, a row of resources/mail/providers.json.
struct Provider
{
    std::string name;
    std::vector<std::string> domains;   ///< of its e-mail addresses
    std::vector<std::string> exchanges; ///< where the MX records of its customers' domains end
    std::vector<account::ServerEndpoint> imap; ///< the best first
    std::vector<account::ServerEndpoint> smtp;
    UserName::Form imapUserName = UserName::Form::EmailAddress;
    UserName::Form smtpUserName = UserName::Form::EmailAddress;
    std::vector<Hint> hints;
};

/// All of them. Reading the table cannot fail: it is compiled in.
std::span<const Provider> providers();

/// By the domain of an e-mail address, or by one of its own servers; null when there is none.
const Provider *providerFor(const Query &query);
/// By the host of an MX record, in lower case.
const Provider *providerOfExchange(std::string_view exchange);

/// What the table says, for this query.
FoundSettings settingsOf(const Provider &provider, const Query &query);

/// The user name in that form. Nothing is known of it for a host.
UserName userNameFor(UserName::Form form, const Query &query);

} // namespace discovery
