// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"
#include "core/Cancellation.h"
#include "core/Clock.h"
#include "core/Result.h"
#include "core/Task.h"
#include "net/TlsPolicy.h"
#include "net/TlsReport.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace net {

/// One TCP connection to a server, plain or TLS, read by exactly one coroutine at a time. It
/// never buffers more than its limits and never waits past a deadline. Main thread only.
///
/// Errors: Unavailable (refused, reset, closed, no such host), UntrustedPeer (certificate or TLS
/// version, the message names the cause), Protocol (no TLS where TLS was expected, or bytes slipped
/// in before a handshake), DeadlineExceeded, Cancelled, TooLarge (a line or the byte budget). After
/// any error the stream is dead: every later call returns that same error.
///
/// A coroutine that waits is resumed in a turn of the event loop of its own, also by cancel() and
/// abort(), so it may destroy the stream. Nobody else may while it waits: abort() and let it end.
class Stream
{
public:
    struct Limits
    {
        std::size_t lineBytes = 64UL * 1024;             ///< longest line without its CRLF
        std::uint64_t totalBytes = 512ULL * 1024 * 1024; ///< budget per beginOperation()
    };

    /// Resolves, connects (all addresses, IPv6 and IPv4) and, for ImplicitTls, completes the
    /// handshake. PlainText endpoints are refused (PermissionDenied) unless every address of the
    /// host is a loopback one. InvalidArgument: no such host name can exist; Internal: the file of
    /// certificate authorities cannot be used. References must live until the task ends.
    static core::Task<core::Result<std::unique_ptr<Stream>>>
    connect(const account::ServerEndpoint &endpoint, const TlsPolicy &policy, Limits limits,
            core::Deadline deadline, core::Cancellation cancellation);

    virtual ~Stream() = default;

    /// TLS on a connection that began in the clear. Fails with Protocol, before any handshake, if
    /// the peer has already sent more bytes: they would later look as if they had been protected.
    virtual core::Task<core::Result<core::Done>> startTls(core::Deadline deadline) = 0;
    virtual bool isEncrypted() const = 0;
    /// What the last handshake told, also when it failed; empty when there was none.
    virtual TlsReport tlsReport() const = 0;

    /// Queues bytes; one turn's writes go out together. Errors surface at the next read, which is
    /// suspended unless what it wants had come before.
    virtual void write(std::string_view bytes) = 0;

    /// Waits until everything written is with the operating system, for those who write much or
    /// have to know that nothing is left here. It says nothing about what the peer has got.
    virtual core::Task<core::Result<core::Done>> flush(core::Deadline deadline) = 0;

    /// One line without its line end (CRLF, or a lone LF, which some servers send).
    virtual core::Task<core::Result<std::string>> readLine(core::Deadline deadline) = 0;
    /// Exactly `count` bytes; the caller has checked the announced size against its own limit.
    virtual core::Task<core::Result<std::string>> readBytes(std::size_t count,
                                                            core::Deadline deadline) = 0;
    /// What has come, at least one byte and at most `most`: for protocols that find their own ends.
    virtual core::Task<core::Result<std::string>> readAvailable(std::size_t most,
                                                                core::Deadline deadline) = 0;
    enum class Readiness {
        Ready,
        NotYet, ///< the time is over, or whoever waited does not want to any more
    };
    /// Returns at once when bytes are buffered, else when some arrive, or when `until` or `stop`
    /// ends the wait. The only wait that may end without anything being wrong: for IDLE.
    virtual core::Task<core::Result<Readiness>> waitReadable(core::Deadline until,
                                                             core::Cancellation stop) = 0;
    /// Whether bytes have come that nobody has read.
    virtual bool hasBufferedBytes() = 0;

    /// Starts a new byte budget and sets who may cancel the reads from now on.
    virtual void beginOperation(core::Cancellation cancellation) = 0;

    /// Longest line from now on, instead of Limits::lineBytes: some answers have no other form than
    /// one long line (IMAP's SEARCH), and only they may be that long.
    virtual void setLineLimit(std::size_t bytes) = 0;

    /// False once an error occurred or the peer closed. True proves nothing.
    virtual bool isOpen() const = 0;
    /// Closes now, without a goodbye.
    virtual void abort() = 0;
};

} // namespace net
