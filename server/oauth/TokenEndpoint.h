// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Exchange.h"
#include "oauth/Metadata.h"
#include "state/StateStore.h"
#include "tokens/Tokens.h"

namespace oauth {

/// The token endpoint (RFC 6749 §3.2): authenticates the client and hands on to the grant.
class TokenEndpoint
{
public:
    TokenEndpoint(Urls urls, const tokens::Tokens &tokens, state::StateStore &store);

    core::Task<void> post(http::ExchangePtr exchange);

private:
    core::Task<http::Response> answer(const http::Request &request);

    Urls m_urls;
    const tokens::Tokens &m_tokens;
    state::StateStore &m_store;
};

} // namespace oauth
