// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Cancellation.h"
#include "core/Clock.h"
#include "core/Result.h"
#include "core/Task.h"
#include "fetch/HttpsUrl.h"
#include "transfer/Transfer.h"

#include <QHostAddress>

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace fetch {

/// One complete answer. Redirects are answers like others: nobody follows them.
using Response = transfer::Response;

/// Looks up the addresses of a host; net::resolve() in the program.
using Resolve = std::function<core::Task<core::Result<std::vector<QHostAddress>>>(
    std::string host, core::Deadline deadline, core::Cancellation cancellation)>;

/// How much one request may cost, whoever chose its URL.
struct Limits
{
    std::size_t body = 64UL * 1024;          ///< bytes, as they come: nothing is unpacked
    std::size_t headers = 32UL * 1024;       ///< bytes of all fields
    std::size_t addresses = 4;               ///< that are tried, one after the other
    std::chrono::milliseconds total{5000};   ///< from the name to the last byte
    std::chrono::milliseconds lookUp{60000}; ///< until a late look-up is given up
    std::chrono::milliseconds connect{2000}; ///< TCP and TLS, for each address
    /// Requests at one time; more are refused. A look-up that is late counts on until it ends,
    /// because it keeps one of the few threads that Qt looks up names with.
    std::size_t running = 8;
};

/// Where requests may go.
struct Policy
{
    enum class Reach {
        Internet,           ///< public addresses, port 443
        LoopbackForTesting, ///< this computer as well, on any port
    };

    Reach reach = Reach::Internet;
    /// PEM file of the only authorities that are trusted; empty: those of the system.
    std::string caFile;

    bool allows(const QHostAddress &address) const;
    bool allowsPort(std::uint16_t port) const;
};

/// Fetches https documents whose URLs strangers choose, with libcurl. The name is resolved once,
/// every address of it must be allowed, and the connection goes to those addresses and no other;
/// the certificate counts for the name. No proxy, no redirect, no cookie, no credentials, no reuse
/// of connections. Main thread only.
class Fetcher
{
public:
    Fetcher(Policy policy, Limits limits, std::string userAgent, Resolve resolve);
    ~Fetcher();
    Fetcher(const Fetcher &) = delete;
    Fetcher &operator=(const Fetcher &) = delete;

    /// GET. PermissionDenied: the policy does not let it go there; Busy: too many at this time;
    /// Unavailable; UntrustedPeer; TooLarge; DeadlineExceeded; Cancelled; Protocol. The fetcher
    /// outlives the task.
    core::Task<core::Result<Response>> get(HttpsUrl url, std::string accept,
                                           core::Cancellation cancellation);

private:
    class Place;
    using PlacePtr = std::shared_ptr<const Place>;
    using Addresses = core::Result<std::vector<QHostAddress>>;

    core::Task<core::Result<Response>> run(const HttpsUrl &url, const std::string &accept,
                                           const core::Cancellation &cancellation);
    core::Task<Addresses> lookUp(const std::string &host, core::Deadline deadline,
                                 const core::Cancellation &cancellation, PlacePtr place);

    Policy m_policy;
    Limits m_limits;
    std::string m_userAgent;
    Resolve m_resolve;
    std::unique_ptr<transfer::Loop> m_loop;
    std::shared_ptr<std::size_t> m_running = std::make_shared<std::size_t>(0);
};

} // namespace fetch
