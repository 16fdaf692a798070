// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"
#include "clients/Scope.h"
#include "core/Clock.h"
#include "core/Random.h"
#include "core/Result.h"
#include "core/Secret.h"
#include "crypto/KeyRing.h"
#include "i18n/Text.h"
#include "tokens/ClientId.h"

#include <optional>
#include <string>
#include <vector>

namespace provisioning {

/// What a client shall be. Everything is checked by provision(); nothing has to be before.
struct Request
{
    static constexpr int longestLifetime = 36500; ///< days

    account::ServerEndpoint imap;
    account::ServerEndpoint smtp;
    std::vector<std::string> redirectUris; ///< none: clients::defaultRedirectUris()
    clients::ScopeSet maximalScopes = clients::ScopeSet::all();
    std::string name; ///< shown on the login page; may be empty
    bool confirmsSendAndDelete = false;
    std::optional<int> lifetime = {}; ///< days; nothing: for ever
};

/// Which part of the request is wrong.
enum class Field {
    ImapServer,
    SmtpServer,
    RedirectUris,
    Scopes,
    Confirmation,
    Lifetime,
    Name,
    Key
};

struct Problem
{
    Field field;
    i18n::Text text; ///< a sentence: what is wrong and what to do
};

/// A new client. Nobody keeps it: what is not handed on now is lost.
struct ProvisionedClient
{
    std::string clientId;
    core::Secret clientSecret;
    tokens::ClientId client; ///< what was sealed into clientId
    std::string mcpUrl;      ///< where it connects to
};

/// The first thing that is wrong with the request itself, for forms that check while people type.
std::optional<Problem> check(const Request &request);
/// The same for one of its parts alone.
std::optional<Problem> checkServer(Field field, const account::ServerEndpoint &endpoint);

/// Makes the secret and seals the client for the server at `baseUrl`, which has the same keys.
core::Result<ProvisionedClient, Problem> provision(const Request &request,
                                                   const crypto::KeyRing &keys,
                                                   const std::string &baseUrl,
                                                   const core::Clock &clock, core::Random &random);

} // namespace provisioning
