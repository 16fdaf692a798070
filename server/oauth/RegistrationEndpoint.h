// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Random.h"
#include "http/Exchange.h"
#include "state/StateStore.h"
#include "tokens/Tokens.h"

#include <chrono>
#include <cstddef>

namespace oauth {

/// The client registration endpoint (RFC 7591 §3). Nothing is stored: the client_id is what was
/// registered, sealed, and names no mail servers. A client_secret is told once; only its hash is
/// sealed. Software statements are ignored, and there is nothing to manage later (RFC 7592).
class RegistrationEndpoint
{
public:
    struct Limits
    {
        std::chrono::seconds lifetime = std::chrono::hours(24 * 180);
        /// A client_id travels in a URL, and a request line has 8 KiB.
        std::size_t clientIdBytes = 4096;
        state::Rate perAddress{.interval = std::chrono::seconds(10), .burst = 60};
    };

    /// All but the limits outlive it.
    RegistrationEndpoint(const tokens::Tokens &tokens, state::StateStore &store,
                         core::Random &random, Limits limits);

    core::Task<void> post(http::ExchangePtr exchange);

private:
    core::Task<http::Response> answer(const http::Request &request);
    http::Response registerClient(const http::Request &request);

    const tokens::Tokens &m_tokens;
    state::StateStore &m_store;
    core::Random &m_random;
    Limits m_limits;
};

} // namespace oauth
