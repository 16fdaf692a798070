// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Cancellation.h"
#include "core/Result.h"
#include "core/Task.h"
#include "http/AnswerStats.h"
#include "http/ClientAddress.h"
#include "http/Exchange.h"
#include "http/Limits.h"
#include "http/SecurityHeaders.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace http {

/// The HTTP/1.1 server: QHttpServer behind a strict gate. Nothing above it knows either. Main
/// thread only.
///
///     HttpServer server(options, [&router](const ExchangePtr &e) { router.handle(e); });
///     if (const auto listening = server.listen("127.0.0.1", 3000); !listening)
///         return listening.error();
///     …
///     co_await server.stop(std::chrono::seconds(20));
class HttpServer
{
public:
    struct Options
    {
        Limits limits;
        SecurityHeaders securityHeaders{SecurityHeaders::Scheme::Http};
        ClientAddress clientAddress;
    };
    using Entry = std::function<void(const ExchangePtr &)>;

    /// `entry` gets every request that passed the gate; it must not throw.
    HttpServer(Options options, Entry entry);
    /// Drops what is still connected.
    ~HttpServer();
    HttpServer(const HttpServer &) = delete;
    HttpServer &operator=(const HttpServer &) = delete;

    /// PEM files: the certificate with its chain, and its key. From the next connection on
    /// everything is TLS (1.2 or newer) with this certificate; call it again to change the
    /// certificate. Errors: InvalidArgument, and what was in use stays in use.
    core::Result<core::Done> useCertificate(const std::string &certificateFile,
                                            const std::string &keyFile);

    /// Listens on one more address. Port 0 takes a free one. Errors: InvalidArgument (not an
    /// address), Unavailable (in use, not allowed).
    core::Result<core::Done> listen(const std::string &address, std::uint16_t port);
    /// Listens on a socket that is bound and listening already: systemd's socket activation, TCP or
    /// UNIX. Takes the descriptor over.
    core::Result<core::Done> adopt(int listeningDescriptor);
    /// The port of the first listener; 0 without one or for a UNIX socket.
    std::uint16_t port() const;

    std::size_t connectionCount() const;
    const AnswerStats &answers() const;

    /// Stops accepting, closes connections that stay idle for another Limits::farewellTime, lets
    /// the busy ones finish within `grace` and drops the rest. Keep the server until it returns.
    core::Task<void> stop(std::chrono::milliseconds grace);
    /// Fires when stop() begins: event streams, which would never finish by themselves, end then.
    core::Cancellation shutdownRequested() const;

private:
    class Implementation;
    std::unique_ptr<Implementation> m_implementation;
};

} // namespace http
