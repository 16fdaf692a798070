// SPDX-License-Identifier: GPL-3.0-or-later
#include "discovery/Probe.h"

#include "imap/Connection.h"
#include "smtp/Connection.h"

#include <utility>

namespace discovery {

namespace {

/// For the goodbye: whoever answered the greeting answers this at once, or not at all.
constexpr std::chrono::milliseconds goodbye{300};

core::Task<core::Result<core::Done>> probeImap(const account::ServerEndpoint &endpoint,
                                               const net::TlsPolicy &policy,
                                               core::Deadline deadline,
                                               core::Cancellation cancellation)
{
    const imap::ConnectionOptions options;
    const auto connection = co_await imap::Connection::open(endpoint, policy, options, deadline,
                                                            std::move(cancellation));
    if (!connection)
        co_return connection.error();
    static_cast<void>(co_await (*connection)->logout(core::deadlineIn(goodbye)));
    co_return core::Done{};
}

core::Task<core::Result<core::Done>> probeSmtp(const account::ServerEndpoint &endpoint,
                                               const net::TlsPolicy &policy,
                                               core::Deadline deadline,
                                               core::Cancellation cancellation)
{
    const smtp::ConnectionOptions options;
    const auto connection = co_await smtp::Connection::open(endpoint, policy, options, deadline,
                                                            std::move(cancellation));
    if (!connection)
        co_return connection.error();
    co_await (*connection)->quit(core::deadlineIn(goodbye));
    co_return core::Done{};
}

core::Task<core::Result<core::Done>> probe(Protocol protocol, account::ServerEndpoint endpoint,
                                           net::TlsPolicy policy, core::Deadline deadline,
                                           core::Cancellation cancellation)
{
    if (protocol == Protocol::Imap)
        co_return co_await probeImap(endpoint, policy, deadline, std::move(cancellation));
    co_return co_await probeSmtp(endpoint, policy, deadline, std::move(cancellation));
}

} // namespace

Probe probeWith(net::TlsPolicy policy)
{
    return [policy = std::move(policy)](Protocol protocol, account::ServerEndpoint endpoint,
                                        core::Deadline deadline, core::Cancellation cancellation) {
        net::TlsPolicy own = policy;
        return probe(protocol, std::move(endpoint), std::move(own), deadline,
                     std::move(cancellation));
    };
}

} // namespace discovery
