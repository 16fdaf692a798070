// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Peer.h"
#include "http/RequestParser.h"
#include "http/ResponseWriter.h"

#include <QObject>
#include <QPointer>

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string_view>

class QSslSocket;
class QTcpSocket;

namespace http {

class ConnectionExchange;
class Gate;

/// Stands before QHttpServer on one socket: it looks at the very bytes that QHttpServer is about to
/// read, and cuts it off at the first one that our parser does not accept. One request at a time;
/// bytes that arrive while it is being answered are dropped and the connection ends after the
/// answer.
///
/// QHttpServer reads a head byte by byte, which costs more than all else of a short call. So from
/// the first request on whose path goes direct (BodyRule), nothing of the connection reaches it:
/// the parser that has the last word anyhow is then the only one.
///
/// A request whose content is streamed does not reach QHttpServer: it is cut off behind the head,
/// and the connection belongs to that request alone. Dies by deleteLater once the socket is closed.
/// Main thread only.
class Connection : public QObject
{
public:
    using TimePoint = std::chrono::steady_clock::time_point;

    Connection(Gate &gate, QTcpSocket *socket, Peer peer);
    ~Connection() override;

    const Peer &peer() const { return m_peer; }

    /// TLS only: the handshake has a deadline and goes before everything else.
    void startHandshake(QSslSocket *socket, std::function<void()> encrypted);
    /// Watches the socket from now on. Must be called before QHttpServer gets it, so that our slot
    /// runs first.
    void watch();

    /// The backend has found a request, and it is the one that was sanctioned; its body had
    /// `bodySize` bytes. Hands it to the handlers, or cuts the backend off if it disagrees with us.
    void dispatch(std::size_t bodySize);
    bool isOn(const QTcpSocket *socket) const { return m_socket == socket; }
    /// While this is true the backend has to keep what it needs for the request (its responder).
    bool needsBackend() const { return m_state == State::Busy || m_state == State::Closing; }
    /// Kept until the request is answered or the connection has gone, never dropped inside
    /// dispatch.
    void keepForBackend(std::shared_ptr<void> token) { m_backendToken = std::move(token); }

    // For the content of the exchange, if it is streamed.
    /// What has come of it, at most so many bytes; empty: nothing yet, or nothing more. What breaks
    /// a rule is refused here, and the content hears of it.
    std::string takeContent(std::size_t maximum);
    bool hasAllContent() const { return m_parser.phase() == RequestParser::Phase::Done; }

    // For the exchange.
    void write(const QByteArray &bytes);
    std::size_t unsentBytes() const;
    /// Whether the connection may go on after the answer that is about to be written.
    Persistence persistence() const;
    /// The answer is complete.
    void finishAnswer(Persistence persistence);
    /// Nobody will complete the answer.
    void abandonAnswer();

    void checkDeadline(TimePoint now);
    void closeIfIdle();
    /// Ends the connection now, without a word.
    void abort();

private:
    enum class State {
        Handshake,
        Receiving,  ///< idle, head or body: the parser knows
        Sanctioned, ///< complete; the backend has the word
        Busy,       ///< being answered
        Closing,    ///< the last answer goes out, what comes in is dropped
        Gone,
    };

    void onReadyRead();
    void onBytesWritten();
    void onDisconnected();
    void onContent();
    void handOver();
    void streamContent(std::size_t headBytes);
    bool isWaitingForContent() const;
    bool reserveBody();
    void releaseBody();
    void receive();
    void sendContinue();
    void refuse(int status, std::string_view reason);
    void cutBackendOff();
    void dropInput();
    void beginClosing();
    void closeWhenSent();
    std::chrono::milliseconds receiveTime() const;
    bool isIdle() const;
    void endReceiving();

    Gate &m_gate;
    QPointer<QTcpSocket> m_socket;
    QSslSocket *m_tlsSocket = nullptr; ///< the same socket, if it is one
    Peer m_peer;
    RequestParser m_parser;
    ConnectionExchange *m_exchange = nullptr;
    std::shared_ptr<void> m_backendToken;
    TimePoint m_since;     ///< when the current wait began
    TimePoint m_lastWrite; ///< when the client took something, or there was nothing to take
    TimePoint::duration m_contentTime{}; ///< how long handlers have waited for streamed content
    std::size_t m_reservedBytes = 0;
    std::size_t m_droppedBytes = 0;
    std::size_t m_requests = 0;
    State m_state = State::Receiving;
    bool m_isCutShort = false;       ///< answered before the client has said everything
    bool m_hasSurplus = false;       ///< bytes came while a request was being answered
    bool m_answerIsUnderway = false; ///< some of it has not left yet
    bool m_isShutDown = false;
    bool m_saidContinue = false;
    bool m_streamsContent = false; ///< of this request, which is the last one then
    bool m_isDirect = false;       ///< QHttpServer has been cut off, for good
};

} // namespace http
