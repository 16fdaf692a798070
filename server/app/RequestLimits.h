// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/HttpSettings.h"
#include "core/Clock.h"
#include "http/Request.h"
#include "http/Response.h"
#include "state/RateBuckets.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace app {

/// How often somebody may ask, counted in memory. Addresses are counted before anything is opened,
/// looked up or sent; but an address is no person (all users of a hosted assistant share a few), so
/// a request with a valid token only counts for its mailbox. Logins and clients that authenticate
/// have limits of their own, which know more. Main thread only.
class RequestLimits
{
public:
    /// What was refused since the start, for the metrics.
    struct Refused
    {
        std::uint64_t unauthenticated = 0;
        std::uint64_t authorizePage = 0;
        std::uint64_t mailbox = 0;
    };

    /// The clock outlives this.
    RequestLimits(const config::HttpSettings &settings, const core::Clock &clock);

    /// By client address, for every request as it arrives. The answer is 429 with Retry-After, or
    /// nothing: go on.
    std::optional<http::Response> refuseOnArrival(const http::Request &request);
    /// By client address, for a call of the MCP endpoint that brought no valid token. Clients show
    /// the body of the answer to their user or model, so it is an error of JSON-RPC that says what
    /// to do.
    std::optional<http::Response> refuseUnauthenticated(const http::Request &request);
    /// The same for a call that brought one; `mailbox` is any name that stays the same.
    std::optional<http::Response> refuseMailbox(const std::string &mailbox);

    const Refused &refused() const { return m_refused; }

private:
    /// One limit and everybody's use of it.
    struct Limit
    {
        state::Rate rate;
        state::RateBuckets buckets;
    };

    /// Nothing when there was one to take, or else how long it takes until there is.
    std::optional<std::chrono::seconds> take(Limit &limit, const std::string &key,
                                             std::uint64_t &refused) const;

    const core::Clock &m_clock;
    Limit m_unauthenticated;
    Limit m_authorizePage;
    Limit m_mailbox;
    std::size_t m_callsPerMinute;
    Refused m_refused;
};

} // namespace app
