// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"
#include "clients/Scope.h"

#include <cstdint>
#include <string>

namespace tokens {

class ClaimsReader;
class ClaimsWriter;

/// What every MCP request shows: one mailbox, and what may be done with it.
struct AccessToken
{
    static constexpr std::string_view kind = "access";

    account::MailAccountPtr account;
    clients::ScopeSet scopes;
    bool confirmsSendAndDelete = false; ///< the owner is asked before either happens
    std::string clientHash;
    std::string family;

    /// Set by opening, ignored by sealing.
    std::string tokenId;
    std::int64_t issuedAt = 0;
    std::int64_t expiresAt = 0;
    /// Made by an earlier server: it belongs to no client (empty), is a family of its own, and may
    /// do everything.
    bool isLegacy = false;
};

void writeClaims(ClaimsWriter &claims, const AccessToken &token);
void readClaims(ClaimsReader &claims, AccessToken &token);

} // namespace tokens
