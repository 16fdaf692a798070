// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/AuditLog.h"
#include "core/Result.h"
#include "core/Task.h"
#include "http/FormData.h"
#include "http/Response.h"
#include "oauth/LoginCheck.h"
#include "oauth/Metadata.h"
#include "oauth/OAuthError.h"
#include "state/StateStore.h"
#include "tokens/Tokens.h"

#include <chrono>
#include <cstdint>
#include <string>

namespace oauth {

/// What a grant works with; it outlives the task.
struct GrantContext
{
    const http::FormData &form;
    const tokens::ClientId &client;
    const Urls &urls;
    const tokens::Tokens &tokens;
    state::StateStore &store;
    const LoginCheck &checkLogin;
    std::chrono::seconds loginRecheckAfter;
    core::Cancellation cancellation;
    const std::string &clientAddress;
};

/// The holder of a login, for the audit log.
audit::Subject subjectOf(const GrantContext &context, const account::MailAccount &account,
                         const std::string &family);

/// The answer of a grant (RFC 6749 §5.1), or the error.
using GrantResult = core::Result<http::Response, OAuthError>;

/// What the two tokens of an answer have in common.
struct TokenPair
{
    account::MailAccountPtr account;
    clients::ScopeSet accessScopes;  ///< of the access token
    clients::ScopeSet grantedScopes; ///< of the refresh token: what the user granted
    bool confirmsSendAndDelete = false;
    std::string family;
    std::uint32_t generation = 0;
    std::int64_t authenticatedAt = 0;
    std::int64_t familyExpiresAt = 0;
};

/// Seals an access and a refresh token and puts them into the answer.
GrantResult issueTokens(const GrantContext &context, const TokenPair &pair);

/// Begins the family of a new login and notes in `pair` how long it may live. Conflict: its code
/// came twice and has revoked it already.
core::Task<core::Result<core::Done>> beginFamily(const GrantContext &context, TokenPair &pair);

/// RFC 8707 §2.2: a resource, where one is named, must be the one that the grant is for.
bool isResourceAccepted(const http::FormData &form, const Urls &urls);

} // namespace oauth
