// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Exchange.h"
#include "oauth/ClientDirectory.h"
#include "oauth/LoginCheck.h"
#include "oauth/Metadata.h"
#include "state/StateStore.h"
#include "tokens/Tokens.h"

#include <chrono>

namespace oauth {

/// The token endpoint (RFC 6749 §3.2): authenticates the client and hands on to the grant.
class TokenEndpoint
{
public:
    struct Configuration
    {
        /// Of one client from one address (IPv6: one /64), good and bad requests alike.
        state::Rate requests = state::Rate::perPeriod(30, std::chrono::minutes(1), 30);
        /// Clients that fail to prove who they are, from one address.
        state::Rate clientFailures = state::Rate::perPeriod(10, std::chrono::minutes(1), 10);
        /// A refresh asks the mail servers again when they last accepted the login so long ago.
        std::chrono::seconds loginRecheckAfter = std::chrono::hours(24);
    };

    TokenEndpoint(Urls urls, Configuration configuration, const tokens::Tokens &tokens,
                  ClientDirectory &clients, state::StateStore &store, LoginCheck checkLogin);

    core::Task<void> post(http::ExchangePtr exchange);

private:
    core::Task<http::Response> answer(const http::Request &request,
                                      core::Cancellation cancellation);

    Urls m_urls;
    Configuration m_configuration;
    const tokens::Tokens &m_tokens;
    ClientDirectory &m_clients;
    state::StateStore &m_store;
    LoginCheck m_checkLogin;
};

} // namespace oauth
