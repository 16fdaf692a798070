// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "core/Task.h"
#include "http/Request.h"
#include "http/Response.h"
#include "oauth/Metadata.h"
#include "state/StateStore.h"
#include "tokens/Tokens.h"

#include <string_view>

namespace oauth {

/// Guards the MCP endpoint (RFC 6750, RFC 9728 §5.1): a request gets in with a valid access token
/// in its Authorization header, and in no other way.
class BearerGuard
{
public:
    BearerGuard(Urls urls, const tokens::Tokens &tokens, state::StateStore &store);

    /// The token's content, or the answer that refuses: 401 with a challenge, 400 for two
    /// Authorization headers, 503 when revocation cannot be checked. The request outlives the task.
    core::Task<core::Result<tokens::AccessToken, http::Response>>
    admit(const http::Request &request);

    /// 403 insufficient_scope (RFC 6750 §3.1): `needed` is all that the operation needs beside what
    /// was granted, so that one step-up is enough.
    http::Response refuseScope(const clients::ScopeSet &granted, std::string_view needed) const;

    /// 401 invalid_token (RFC 6750 §3.1) for a token that is still good but whose mailbox login the
    /// mail server refuses.
    http::Response refuseLogin() const;

private:
    http::Response challenge(std::string_view error, std::string_view description) const;

    Urls m_urls;
    const tokens::Tokens &m_tokens;
    state::StateStore &m_store;
};

} // namespace oauth
