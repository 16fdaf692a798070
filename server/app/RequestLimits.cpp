// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/RequestLimits.h"

#include "http/ClientAddress.h"

#include <chrono>

namespace app {

namespace {

state::Rate perMinute(std::size_t count, std::size_t burst)
{
    return state::Rate::perPeriod(static_cast<std::uint32_t>(count), std::chrono::minutes(1),
                                  static_cast<std::uint32_t>(burst));
}

/// Whether the place finds out who is asking, and limits by that.
bool limitsByItself(const http::Request &request)
{
    if (request.path == "/mcp")
        return request.method != "OPTIONS"; // a preflight brings no token
    return request.path == "/oauth/token"
           || (request.path == "/oauth/authorize" && request.method == "POST");
}

} // namespace

RequestLimits::RequestLimits(const config::HttpSettings &settings, const core::Clock &clock)
    : m_clock(clock)
    , m_unauthenticated{perMinute(settings.unauthenticatedPerMinute,
                                  settings.unauthenticatedPerMinute),
                        {}}
    , m_authorizePage{perMinute(settings.authorizePerMinute, settings.authorizePerMinute), {}}
    , m_mailbox{perMinute(settings.mcpPerMinute, settings.mcpBurst), {}}
{}

std::optional<http::Response> RequestLimits::refuseOnArrival(const http::Request &request)
{
    // It costs nothing, and who watches over the server must not take it for dead.
    if (request.path == "/health" || limitsByItself(request))
        return std::nullopt;
    if (request.path == "/oauth/authorize")
        return take(m_authorizePage, http::addressGroup(request.clientAddress),
                    m_refused.authorizePage);
    return refuseUnauthenticated(request);
}

std::optional<http::Response> RequestLimits::refuseUnauthenticated(const http::Request &request)
{
    return take(m_unauthenticated, http::addressGroup(request.clientAddress),
                m_refused.unauthenticated);
}

std::optional<http::Response> RequestLimits::refuseMailbox(const std::string &mailbox)
{
    return take(m_mailbox, mailbox, m_refused.mailbox);
}

std::optional<http::Response> RequestLimits::take(Limit &limit, const std::string &key,
                                                  std::uint64_t &refused) const
{
    const auto allowance = limit.buckets.take(key, limit.rate, state::timeOf(m_clock));
    if (allowance.isAllowed)
        return std::nullopt;
    ++refused;
    const auto seconds =
        std::to_string(std::chrono::ceil<std::chrono::seconds>(allowance.retryAfter).count());
    return http::Response::text(429, "Too many requests. Try again in " + seconds + " s.\n")
        .with("Retry-After", http::HeaderValue::sanitized(seconds));
}

} // namespace app
