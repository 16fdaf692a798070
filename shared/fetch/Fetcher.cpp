// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/Fetcher.h"

#include "fetch/PublicAddress.h"
#include "fetch/Transfer.h"
#include "net/TimeLimit.h"

#include <algorithm>

namespace fetch {

/// One of the requests that may run at one time.
class Fetcher::Place
{
public:
    explicit Place(std::shared_ptr<std::size_t> count)
        : m_count(std::move(count))
    {
        ++*m_count;
    }
    ~Place() { --*m_count; }
    Place(const Place &) = delete;
    Place &operator=(const Place &) = delete;

private:
    std::shared_ptr<std::size_t> m_count; // a late look-up may outlive the fetcher
};

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
    , m_loop(std::make_unique<transfer::Loop>())
{}

Fetcher::~Fetcher() = default;

core::Task<core::Result<Response>> Fetcher::get(HttpsUrl url, std::string accept,
                                                core::Cancellation cancellation)
{
    if (!m_policy.allowsPort(url.port()))
        co_return core::Error(core::ErrorKind::PermissionDenied,
                              "The URL names a port other than 443.");
    if (*m_running >= m_limits.running)
        co_return core::Error(core::ErrorKind::Busy,
                              "Too many documents are being fetched at the moment.");
    co_return co_await run(url, accept, cancellation);
}

core::Task<core::Result<Response>> Fetcher::run(const HttpsUrl &url, const std::string &accept,
                                                const core::Cancellation &cancellation)
{
    const auto deadline = core::deadlineIn(m_limits.total);
    const auto place = std::make_shared<const Place>(m_running);
    const auto addresses = co_await lookUp(url.host(), deadline, cancellation, place);
    if (!addresses) {
        auto error = addresses.error();
        // It is the host that is not found, and not what was asked of it.
        if (error.kind == core::ErrorKind::NotFound)
            error.kind = core::ErrorKind::Unavailable;
        co_return error;
    }
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
        transfer.prepare(url, addresses->at(i), m_userAgent, accept);
        outcome = co_await transfer.run(deadline, cancellation);
        if (outcome || !transfer.mayTryOtherAddress())
            break;
    }
    co_return outcome;
}

namespace {

using Addresses = core::Result<std::vector<QHostAddress>>;

template <typename Place>
core::Task<void> finishLookUp(core::Task<Addresses> lookUp, core::Completion<Addresses> done,
                              Place place)
{
    (void)place; // kept until the look-up is through
    done.complete(co_await std::move(lookUp));
}

} // namespace

core::Task<Fetcher::Addresses> Fetcher::lookUp(const std::string &host, core::Deadline deadline,
                                               const core::Cancellation &cancellation,
                                               PlacePtr place)
{
    const core::Completion<Addresses> done;
    core::start(finishLookUp(m_resolve(host, core::deadlineIn(m_limits.lookUp), {}), done, place));
    const net::TimeLimit limit(deadline, cancellation, [done](core::ErrorKind kind) {
        done.complete(core::Error(kind, kind == core::ErrorKind::Cancelled
                                            ? "cancelled"
                                            : "Looking up the host of the URL took too long."));
    });
    co_return co_await done;
}

} // namespace fetch
