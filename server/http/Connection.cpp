// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/Connection.h"

#include "core/Log.h"
#include "http/ConnectionExchange.h"
#include "http/Gate.h"

#include <QSslSocket>
#include <QTcpSocket>

#include <utility>

namespace http {

namespace {

const core::Log logger("http");

/// What a client may send us after its last request before we stop listening politely.
constexpr std::size_t mostDroppedBytes = 4UL * 1024 * 1024;
/// QHttpServer keeps a body until the next request of the connection. Larger ones end it.
constexpr std::size_t largestKeptBody = 64UL * 1024;

Connection::TimePoint now()
{
    return std::chrono::steady_clock::now();
}

} // namespace

Connection::Connection(Gate &gate, QTcpSocket *socket, Peer peer)
    : QObject(&gate)
    , m_gate(gate)
    , m_socket(socket)
    , m_peer(std::move(peer))
    , m_parser(gate.limits().request)
    , m_since(now())
    , m_lastWrite(m_since)
{
    connect(socket, &QTcpSocket::disconnected, this, &Connection::onDisconnected);
}

Connection::~Connection() = default;

void Connection::startHandshake(QSslSocket *socket, std::function<void()> encrypted)
{
    m_tlsSocket = socket;
    m_state = State::Handshake;
    connect(socket, &QSslSocket::encrypted, this, [this, encrypted = std::move(encrypted)] {
        m_state = State::Receiving;
        m_since = now();
        watch();
        encrypted();
    });
    socket->startServerEncryption();
}

void Connection::watch()
{
    connect(m_socket, &QIODevice::readyRead, this, &Connection::onReadyRead);
    connect(m_socket, &QIODevice::bytesWritten, this, &Connection::onBytesWritten);
    if (m_tlsSocket != nullptr)
        connect(m_tlsSocket, &QSslSocket::encryptedBytesWritten, this, &Connection::onBytesWritten);
}

void Connection::onReadyRead()
{
    m_gate.sanction(nullptr);
    switch (m_state) {
    case State::Handshake:
    case State::Gone:
        return;
    case State::Receiving:
        return receive();
    case State::Sanctioned:
    case State::Busy:
        if (m_socket->bytesAvailable() == 0)
            return;
        if (m_streamsContent && !hasAllContent())
            return onContent();
        m_hasSurplus = true;
        cutBackendOff();
        return dropInput();
    case State::Closing:
        return dropInput();
    }
}

void Connection::receive()
{
    const QByteArray bytes = m_socket->peek(m_socket->bytesAvailable());
    if (bytes.isEmpty())
        return;
    // Whoever has not taken the last answer asks too early: that is pipelining, and a client that
    // never reads could pile answers up.
    if (m_answerIsUnderway && m_parser.phase() == RequestParser::Phase::Idle)
        return beginClosing();
    const auto phaseBefore = m_parser.phase();
    const auto size = static_cast<std::size_t>(bytes.size());
    const auto used = m_parser.feed({bytes.constData(), size});
    if (m_parser.phase() == RequestParser::Phase::Failed)
        return refuse(m_parser.status(), m_parser.reason());
    if (!reserveBody())
        return refuse(503, "the server is busy");
    if (!m_isDirect && m_parser.goesDirect()) {
        m_isDirect = true;
        cutBackendOff();
    }
    if (m_isDirect)
        m_socket->skip(static_cast<qint64>(used)); // else the backend takes it
    if (m_parser.phase() == RequestParser::Phase::Done) {
        m_hasSurplus = used < size;
        m_state = State::Sanctioned;
        return m_isDirect ? dispatch(m_parser.request().body.size()) : m_gate.sanction(this);
    }
    if (m_parser.streamsContent())
        return streamContent(m_isDirect ? 0 : used);
    if (m_parser.phase() != phaseBefore)
        m_since = now();
    if (m_parser.awaitsContinue() && !std::exchange(m_saidContinue, true))
        sendContinue();
}

bool Connection::reserveBody()
{
    const std::size_t received = m_parser.request().body.size();
    if (received > m_reservedBytes && !m_gate.reserve(m_peer, received - m_reservedBytes))
        return false;
    m_reservedBytes = received;
    return true;
}

void Connection::releaseBody()
{
    if (const auto bytes = std::exchange(m_reservedBytes, 0); bytes > 0)
        m_gate.release(m_peer, bytes);
}

/// From here on the socket is ours alone. It takes no more from the network than its buffer holds,
/// so a client whose handler does not read is held up by TCP.
void Connection::streamContent(std::size_t headBytes)
{
    m_streamsContent = true;
    cutBackendOff();
    m_socket->skip(static_cast<qint64>(headBytes));
    m_socket->setReadBufferSize(static_cast<qint64>(m_gate.limits().streamedBodyWindow));
    ++m_requests;
    handOver();
}

std::string Connection::takeContent(std::size_t maximum)
{
    if (m_parser.awaitsContinue() && !std::exchange(m_saidContinue, true))
        sendContinue();
    std::string content;
    while (m_parser.phase() == RequestParser::Phase::Body && content.size() < maximum) {
        // Never more than can be handed on: content is not longer than what it comes in.
        const auto bytes = m_socket->read(static_cast<qint64>(maximum - content.size()));
        if (bytes.isEmpty())
            break;
        const auto size = static_cast<std::size_t>(bytes.size());
        m_hasSurplus = m_parser.feed({bytes.constData(), size}) < size;
        content += m_parser.takeContent();
    }
    if (m_parser.phase() == RequestParser::Phase::Failed) {
        refuse(m_parser.status(), m_parser.reason());
        return {};
    }
    m_since = now(); // if nothing has come, somebody waits from now on
    return content;
}

void Connection::onContent()
{
    if (!isWaitingForContent())
        return;
    m_contentTime += now() - m_since;
    m_exchange->streamedContent()->onProgress();
}

bool Connection::isWaitingForContent() const
{
    return m_streamsContent && m_exchange != nullptr && m_exchange->streamedContent()->isWaiting();
}

// RFC 9110 §10.1.1
void Connection::sendContinue()
{
    if (m_streamsContent || m_isDirect || !m_gate.backendSendsContinue())
        write("HTTP/1.1 100 Continue\r\n\r\n");
}

void Connection::dispatch(std::size_t bodySize)
{
    if (m_state != State::Sanctioned || bodySize != m_parser.request().body.size()) {
        logger.error("parsers_disagree", {{"client", m_peer.address}});
        return abort();
    }
    ++m_requests;
    if (m_hasSurplus) {
        cutBackendOff();
        dropInput();
        if (m_state == State::Gone)
            return;
    }
    handOver();
}

void Connection::handOver()
{
    m_state = State::Busy;
    const auto announced = m_parser.announcedBytes();
    Request request = m_parser.takeRequest();
    request.id = m_gate.nextRequestId();
    request.clientAddress = m_gate.clientAddress().resolve(m_peer.address, request.headers);
    const auto exchange =
        std::make_shared<ConnectionExchange>(m_gate, *this, std::move(request), m_parser.version());
    m_exchange = exchange.get();
    if (m_streamsContent)
        exchange->streamContent(announced);
    m_gate.handle(exchange);
}

void Connection::refuse(int status, std::string_view reason)
{
    logger.debug("request_refused",
                 {{"status", status}, {"reason", reason}, {"client", m_peer.address}});
    auto *const exchange = std::exchange(m_exchange, nullptr);
    if (exchange != nullptr && exchange->isAnswered()) {
        m_exchange = exchange;
        return abort(); // in the middle of another answer
    }
    m_isCutShort = true;
    Response response = Response::text(status, "Refused: " + std::string(reason) + ".\n");
    if (status == 503)
        response.headers.add("Retry-After", "1");
    m_gate.securityHeaders().addTo(response);
    releaseBody();
    write(serialize(response, Framing::Length, Persistence::Close, ContentOf::Method));
    beginClosing();
    if (exchange != nullptr)
        exchange->onRefused(status, reason); // last: its reader goes on in here
}

void Connection::cutBackendOff()
{
    disconnect(m_socket, &QIODevice::readyRead, nullptr, nullptr);
    connect(m_socket, &QIODevice::readyRead, this, &Connection::onReadyRead);
    // The backend reads inside a transaction, which would keep every byte.
    if (m_socket->isTransactionStarted())
        m_socket->commitTransaction();
}

void Connection::dropInput()
{
    // The buffer is small there, so a client that is not listened to is held up by TCP until the
    // answer has had its time to arrive.
    if (m_streamsContent && m_droppedBytes > mostDroppedBytes)
        return;
    const auto dropped = m_socket->skip(m_socket->bytesAvailable());
    m_droppedBytes += static_cast<std::size_t>(std::max<qint64>(dropped, 0));
    if (m_droppedBytes > mostDroppedBytes && !m_streamsContent)
        abort();
}

void Connection::write(const QByteArray &bytes)
{
    if (!m_socket)
        return;
    m_answerIsUnderway = true;
    m_socket->write(bytes);
}

std::size_t Connection::unsentBytes() const
{
    if (!m_socket)
        return 0;
    qint64 bytes = m_socket->bytesToWrite();
    if (m_tlsSocket != nullptr)
        bytes += m_tlsSocket->encryptedBytesToWrite();
    return static_cast<std::size_t>(bytes);
}

Persistence Connection::persistence() const
{
    const bool isLast =
        m_parser.wantsClose() || m_hasSurplus || m_streamsContent || m_gate.isDraining()
        || m_requests >= m_gate.limits().requestsPerConnection || m_reservedBytes > largestKeptBody;
    return isLast ? Persistence::Close : Persistence::KeepAlive;
}

void Connection::finishAnswer(Persistence persistence)
{
    m_exchange = nullptr;
    releaseBody();
    if (m_streamsContent && !hasAllContent())
        m_isCutShort = true;
    if (persistence == Persistence::Close || m_hasSurplus || m_gate.isDraining())
        return beginClosing();
    m_state = State::Receiving;
    m_parser.reset();
    m_saidContinue = false;
    m_since = now();
    m_backendToken.reset();
}

void Connection::abandonAnswer()
{
    m_exchange = nullptr;
    abort();
}

void Connection::onBytesWritten()
{
    m_lastWrite = now();
    if (unsentBytes() == 0)
        m_answerIsUnderway = false;
    if (m_state == State::Closing)
        closeWhenSent();
    else if (m_exchange != nullptr)
        m_exchange->onBytesWritten();
}

void Connection::beginClosing()
{
    m_state = State::Closing;
    m_since = now();
    cutBackendOff();
    dropInput();
    if (m_state == State::Closing)
        closeWhenSent();
}

void Connection::closeWhenSent()
{
    if (m_isShutDown || unsentBytes() > 0)
        return;
    m_isShutDown = true;
    m_since = now();
    if (m_tlsSocket == nullptr)
        closeForWriting(m_socket->socketDescriptor());
    else if (!m_isCutShort)
        m_socket->disconnectFromHost(); // the end of TLS has to be said inside TLS
}

std::chrono::milliseconds Connection::receiveTime() const
{
    const Limits &limits = m_gate.limits();
    switch (m_parser.phase()) {
    case RequestParser::Phase::Idle:
        return m_requests == 0 ? limits.headerTime : limits.idleTime;
    case RequestParser::Phase::Body:
        return limits.bodyTime
               + std::chrono::milliseconds(m_parser.contentBytes() * 1000 / limits.bodyRate);
    default:
        return limits.headerTime;
    }
}

void Connection::checkDeadline(TimePoint now)
{
    // TLS has bytes of its own to send at any time, so the wait for the client begins here.
    if (unsentBytes() == 0)
        m_lastWrite = now;
    else if (m_state == State::Closing || isIdle())
        m_since = now; // idling and lingering begin when the answer has left
    if (now - m_lastWrite > m_gate.limits().writeStallTime)
        return abort();
    const auto waited = now - m_since;
    switch (m_state) {
    case State::Handshake:
        if (waited > m_gate.limits().handshakeTime)
            abort();
        return;
    case State::Receiving:
        if (waited > receiveTime())
            endReceiving();
        return;
    case State::Sanctioned:
        // The backend dispatches in the same turn or never: it did not accept what we accepted.
        logger.error("parsers_disagree", {{"client", m_peer.address}});
        return refuse(400, "the request was not understood");
    case State::Closing:
        if (m_isShutDown && waited > m_gate.limits().lingerTime)
            abort();
        return;
    case State::Busy: // handlers have deadlines of their own
        if (isWaitingForContent() && m_contentTime + waited > receiveTime())
            refuse(408, "the request did not arrive in time");
        return;
    case State::Gone:
        return;
    }
}

void Connection::endReceiving()
{
    if (isIdle())
        return abort();
    refuse(408, "the request did not arrive in time");
}

bool Connection::isIdle() const
{
    return m_state == State::Receiving && m_parser.phase() == RequestParser::Phase::Idle;
}

void Connection::closeIfIdle()
{
    // A request has come, and we have not been told yet.
    if (m_socket && hasBytesWaiting(m_socket->socketDescriptor()))
        return;
    if (m_state == State::Handshake || (isIdle() && !m_answerIsUnderway))
        abort();
    else if (isIdle())
        beginClosing();
}

void Connection::abort()
{
    if (m_state == State::Gone)
        return;
    if (m_socket) {
        cutBackendOff();
        m_socket->abort();
    }
    onDisconnected(); // not every state of a socket announces its end
}

void Connection::onDisconnected()
{
    if (m_state == State::Gone)
        return;
    m_state = State::Gone;
    releaseBody();
    m_gate.remove(this);
    if (auto *exchange = std::exchange(m_exchange, nullptr))
        exchange->onClientGone();
    m_backendToken.reset();
    if (m_socket)
        m_socket->deleteLater();
    deleteLater();
}

} // namespace http
