// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/Stream.h"

#include "net/ConnectionRace.h"
#include "net/Resolver.h"
#include "net/SocketStream.h"
#include "net/TlsContext.h"

#include <algorithm>

namespace net {

namespace {

core::Error plainTextRefused(const std::string &host)
{
    return {core::ErrorKind::PermissionDenied,
            "Unencrypted connections are only allowed to this machine, not to " + host + "."};
}

/// To those who connect, a server that has no address is like one that is away.
core::Error unreachable(core::Error error)
{
    if (error.kind == core::ErrorKind::NotFound)
        error.kind = core::ErrorKind::Unavailable;
    return error;
}

} // namespace

core::Task<core::Result<std::unique_ptr<Stream>>>
Stream::connect(const account::ServerEndpoint &endpoint, const TlsPolicy &policy, Limits limits,
                core::Deadline deadline, core::Cancellation cancellation)
{
    using account::Security;
    if (cancellation.isCancelled())
        co_return core::Error(core::ErrorKind::Cancelled, "cancelled");
    const auto host = canonicalHost(endpoint.host);
    if (!host || endpoint.port == 0)
        co_return core::Error(core::ErrorKind::InvalidArgument,
                              "The mail server's host name or port is not valid.");
    const auto tlsContext = TlsContext::of(policy);
    if (!tlsContext)
        co_return tlsContext.error();

    RaceCourse course;
    course.server = *host + ":" + std::to_string(endpoint.port);
    course.port = endpoint.port;
    auto addresses = co_await resolve(*host, deadline, cancellation);
    if (!addresses)
        co_return unreachable(addresses.error());
    course.addresses = std::move(*addresses);
    const auto isLoopback = [](const QHostAddress &address) { return address.isLoopback(); };
    if (endpoint.security == Security::PlainText
        && !std::ranges::all_of(course.addresses, isLoopback))
        co_return plainTextRefused(*host);

    auto socket = co_await connectToFirst(course, deadline, cancellation);
    if (!socket)
        co_return socket.error();
    auto stream = std::make_unique<SocketStream>(std::move(*socket), *host, *tlsContext, limits);
    stream->beginOperation(cancellation);
    if (endpoint.security == Security::ImplicitTls) {
        const auto encrypted = co_await stream->handshake(deadline);
        if (!encrypted)
            co_return encrypted.error();
    }
    std::unique_ptr<Stream> result = std::move(stream);
    co_return std::move(result);
}

} // namespace net
