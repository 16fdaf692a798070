// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Turn.h"
#include "net/ConnectionRace.h"
#include "net/Stream.h"
#include "net/TlsContext.h"
#include "net/TlsSession.h"

#include <QObject>
#include <QTimer>

#include <coroutine>
#include <memory>
#include <optional>
#include <span>
#include <string>

namespace net {

/// The Stream on a QTcpSocket. What comes while nobody reads is kept only up to a bound, so a peer
/// that floods us is slowed down by TCP.
///
/// Whatever happens, a signal, the timer or a cancellation, only queues a wake-up of the one
/// waiting coroutine, which then looks at the state itself. So no coroutine ever runs inside an
/// emission of the socket.
class SocketStream final : public Stream
{
public:
    /// Takes a connected, unbuffered socket over. `host` is what the certificate has to be for.
    SocketStream(SocketPointer socket, std::string host,
                 std::shared_ptr<const TlsContext> tlsContext, Limits limits);
    ~SocketStream() override;
    SocketStream(const SocketStream &) = delete;
    SocketStream &operator=(const SocketStream &) = delete;

    /// The TLS handshake, now.
    core::Task<core::Result<core::Done>> handshake(core::Deadline deadline);

    core::Task<core::Result<core::Done>> startTls(core::Deadline deadline) override;
    bool isEncrypted() const override { return m_isEncrypted; }
    TlsReport tlsReport() const override;
    void write(std::string_view bytes) override;
    core::Task<core::Result<core::Done>> flush(core::Deadline deadline) override;
    core::Task<core::Result<std::string>> readLine(core::Deadline deadline) override;
    core::Task<core::Result<std::string>> readBytes(std::size_t count,
                                                    core::Deadline deadline) override;
    core::Task<core::Result<std::string>> readAvailable(std::size_t most,
                                                        core::Deadline deadline) override;
    core::Task<core::Result<Readiness>> waitReadable(core::Deadline until,
                                                     core::Cancellation stop) override;
    bool hasBufferedBytes() override;
    void beginOperation(core::Cancellation cancellation) override;
    void setLineLimit(std::size_t bytes) override { m_limits.lineBytes = bytes; }
    bool isOpen() const override;
    void abort() override;

private:
    struct WakeUp;

    void connectSignals();
    void onReadyRead();
    void noteSocketError(QAbstractSocket::SocketError error);
    void noteTlsEnd();
    void noteClosed();
    void noteEnd(core::Error error);
    void wake();
    void goOn();
    void armTimer(core::Deadline deadline);
    const core::Error *failureBefore(core::Deadline deadline);
    const core::Error *endOfStream();
    bool isTurnOver() const;
    bool hasReadEnough() const;
    void fail(core::Error error);

    void pump();
    bool send(std::string_view bytes);
    void forgetOutgoing();
    bool isFlushed() const;
    std::optional<std::string> takeLine();
    core::Task<core::Result<std::string>> readBetween(std::size_t least, std::size_t most,
                                                      core::Deadline deadline);
    std::size_t receive(std::string &target, std::size_t most);
    std::size_t receivePlain(std::span<char> target);
    std::size_t receiveTls(std::span<char> target);
    void releaseEmptyBuffer();

    SocketPointer m_socket;
    const std::string m_host;
    std::shared_ptr<const TlsContext> m_tlsContext;
    std::unique_ptr<TlsSession> m_tls; ///< from the handshake on
    Limits m_limits;
    QObject m_home; ///< context of the connections, which end with us
    QTimer m_timer;
    core::Deadline m_timerDeadline;

    std::coroutine_handle<> m_waiter;
    core::Turn m_turn{[this] { goOn(); }};
    core::Cancellation m_cancellation;
    core::Cancellation::Registration m_registration;

    std::string m_incoming;
    std::size_t m_start = 0;   ///< of what has not been handed out yet
    std::size_t m_scanned = 0; ///< so many bytes behind m_start hold no LF
    std::uint64_t m_operationBytes = 0;
    std::size_t m_turnBytes = 0; ///< received since the coroutine waited
    bool m_hasJustWritten = false;

    std::string m_outgoing;
    std::size_t m_pumped = 0; ///< so many bytes of m_outgoing are with the socket
    core::Turn m_pumping{[this] { pump(); }};
    bool m_isFlushing = false; ///< what was written wakes the waiter, too

    bool m_isEncrypted = false;
    std::optional<core::Error> m_end;     ///< why nothing more will come after what is buffered
    std::optional<core::Error> m_failure; ///< why this stream is dead
};

} // namespace net
