// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/Fetcher.h"

#include "fetch/PublicAddress.h"
#include "fetch/Transfer.h"
#include "fetch/TransferLoop.h"

#include <algorithm>

namespace fetch {

namespace {

/// Counts a request for as long as it runs, however it ends.
class Running
{
public:
    explicit Running(std::size_t &count)
        : m_count(count)
    {
        ++m_count;
    }
    ~Running() { --m_count; }
    Running(const Running &) = delete;
    Running &operator=(const Running &) = delete;

private:
    std::size_t &m_count;
};

} // namespace

std::string Response::header(std::string_view name) const
{
    std::string value;
    for (const auto &[fieldName, fieldValue] : headers) {
        if (fieldName == name)
            value += (value.empty() ? "" : ", ") + fieldValue;
    }
    return value;
}

bool Policy::allows(const QHostAddress &address) const
{
    return isPublicAddress(address) || (reach == Reach::LoopbackForTesting && address.isLoopback());
}

bool Policy::allowsPort(std::uint16_t port) const
{
    return port == HttpsUrl::defaultPort || reach == Reach::LoopbackForTesting;
}

Fetcher::Fetcher(Policy policy, Limits limits, std::string userAgent, Resolve resolve)
    : m_policy(std::move(policy))
    , m_limits(limits)
    , m_userAgent(std::move(userAgent))
    , m_resolve(std::move(resolve))
    , m_loop(std::make_unique<TransferLoop>())
{}

Fetcher::~Fetcher() = default;

core::Task<core::Result<Response>> Fetcher::get(HttpsUrl url, std::string accept,
                                                core::Cancellation cancellation)
{
    if (!m_policy.allowsPort(url.port()))
        co_return core::Error(core::ErrorKind::PermissionDenied,
                              "The URL names a port other than 443.");
    if (m_running >= m_limits.running)
        co_return core::Error(core::ErrorKind::Busy,
                              "Too many documents are being fetched at the moment.");
    const Running running(m_running);
    co_return co_await run(url, accept, cancellation);
}

core::Task<core::Result<Response>> Fetcher::run(const HttpsUrl &url, const std::string &accept,
                                                const core::Cancellation &cancellation)
{
    const auto deadline = core::deadlineIn(m_limits.total);
    const auto addresses = co_await m_resolve(url.host(), deadline, cancellation);
    if (!addresses)
        co_return addresses.error();
    // One address that is not allowed spoils them all: who mixes them is up to something.
    for (const auto &address : *addresses) {
        if (!m_policy.allows(address))
            co_return core::Error(core::ErrorKind::PermissionDenied,
                                  "The host of the URL is not on the public internet.",
                                  address.toString().toStdString());
    }
    core::Result<Response> outcome =
        core::Error(core::ErrorKind::Unavailable, "The host of the URL has no address.");
    const auto count = std::min(addresses->size(), m_limits.addresses);
    for (std::size_t i = 0; i < count; ++i) {
        Transfer transfer(*m_loop, m_policy, m_limits);
        const auto prepared = transfer.prepare(url, addresses->at(i), m_userAgent, accept);
        if (!prepared)
            co_return prepared.error();
        outcome = co_await transfer.run(deadline, cancellation);
        if (outcome || !transfer.mayTryOtherAddress())
            break;
    }
    co_return outcome;
}

} // namespace fetch
