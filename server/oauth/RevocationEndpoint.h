// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Exchange.h"
#include "oauth/ClientDirectory.h"
#include "state/StateStore.h"
#include "tokens/Tokens.h"

namespace oauth {

/// The revocation endpoint (RFC 7009): ends the family of an access or refresh token. A token that
/// is not ours, or not this client's, is answered with 200 as well (§2.2).
class RevocationEndpoint
{
public:
    /// `clientFailures` as at the token endpoint.
    RevocationEndpoint(const tokens::Tokens &tokens, ClientDirectory &clients,
                       state::StateStore &store, state::Rate clientFailures);

    core::Task<void> post(http::ExchangePtr exchange);

private:
    core::Task<http::Response> answer(const http::Request &request);

    const tokens::Tokens &m_tokens;
    ClientDirectory &m_clients;
    state::StateStore &m_store;
    state::Rate m_clientFailures;
};

} // namespace oauth
