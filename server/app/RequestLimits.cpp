// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/RequestLimits.h"

#include "http/ClientAddress.h"
#include "mcp/JsonRpc.h"

#include <nlohmann/json.hpp>

#include <utility>

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

http::Response tryAgainIn(std::chrono::seconds wait, http::Response response)
{
    response.status = 429;
    response.headers.add("Retry-After", http::HeaderValue::sanitized(std::to_string(wait.count())));
    return response;
}

http::Response refuseRequest(std::chrono::seconds wait)
{
    return tryAgainIn(wait,
                      http::Response::text(429, "Too many requests. Try again in "
                                                    + std::to_string(wait.count()) + " s.\n"));
}

/// Its id is not known: nothing of the request's body was looked at.
http::Response refuseCall(std::chrono::seconds wait, const std::string &why)
{
    const mcp::Refusal refusal{.code = mcp::ErrorCode::InternalError,
                               .message =
                                   why + " Try again in " + std::to_string(wait.count()) + " s.",
                               .httpStatus = 429,
                               .data = {{"code", core::nameOf(core::ErrorKind::Busy)},
                                        {"retryable", true},
                                        {"retry_after_seconds", wait.count()}}};
    return tryAgainIn(wait, http::Response::json(429, mcp::errorMessage(nullptr, refusal)));
}

} // namespace

RequestLimits::RequestLimits(const config::HttpSettings &settings, const core::Clock &clock)
    : m_clock(clock)
    , m_unauthenticated{perMinute(settings.unauthenticatedPerMinute,
                                  settings.unauthenticatedPerMinute),
                        {}}
    , m_authorizePage{perMinute(settings.authorizePerMinute, settings.authorizePerMinute), {}}
    , m_mailbox{perMinute(settings.mcpPerMinute, settings.mcpBurst), {}}
    , m_callsPerMinute(settings.mcpPerMinute)
{}

std::optional<http::Response> RequestLimits::refuseOnArrival(const http::Request &request)
{
    // It costs nothing, and who watches over the server must not take it for dead.
    if (request.path == "/health" || limitsByItself(request))
        return std::nullopt;
    const std::string address = http::addressGroup(request.clientAddress);
    const auto wait = request.path == "/oauth/authorize"
                          ? take(m_authorizePage, address, m_refused.authorizePage)
                          : take(m_unauthenticated, address, m_refused.unauthenticated);
    if (!wait)
        return std::nullopt;
    return refuseRequest(*wait);
}

std::optional<http::Response> RequestLimits::refuseUnauthenticated(const http::Request &request)
{
    const auto wait = take(m_unauthenticated, http::addressGroup(request.clientAddress),
                           m_refused.unauthenticated);
    if (!wait)
        return std::nullopt;
    return refuseCall(*wait, "Too many requests without a valid access token came from your "
                             "address.");
}

std::optional<http::Response> RequestLimits::refuseMailbox(const std::string &mailbox)
{
    const auto wait = take(m_mailbox, mailbox, m_refused.mailbox);
    if (!wait)
        return std::nullopt;
    return refuseCall(*wait, "Too many calls for this mailbox: at most "
                                 + std::to_string(m_callsPerMinute) + " a minute are answered.");
}

std::optional<std::chrono::seconds> RequestLimits::take(Limit &limit, const std::string &key,
                                                        std::uint64_t &refused) const
{
    const auto allowance = limit.buckets.take(key, limit.rate, state::timeOf(m_clock));
    if (allowance.isAllowed)
        return std::nullopt;
    ++refused;
    return std::chrono::ceil<std::chrono::seconds>(allowance.retryAfter);
}

} // namespace app
