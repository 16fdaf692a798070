// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/SocketStream.h"

#include "core/Secret.h"
#include "net/TimeLimit.h"
#include "net/TlsFailure.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstring>
#include <utility>

#ifdef Q_OS_LINUX
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#endif

namespace net {

namespace {

/// What is held in either direction while the other side is not taking it.
constexpr std::size_t mostHeld = 256UL * 1024;
/// What is set aside for an announced size before bytes have come.
constexpr std::size_t mostReserved = 64UL * 1024;
/// What is moved at once: a TLS record (RFC 8446 §5.1).
constexpr std::size_t chunk = 16UL * 1024;
/// A buffer that is larger is given back when it is empty.
constexpr std::size_t mostKept = 1024;

/// Acknowledges what has come, at once. A server that answers pipelined commands one by one with
/// Nagle's algorithm on (Cyrus does) holds back each answer until we have acknowledged the one
/// before, and Linux would take 40 ms for that. It forgets the wish with every acknowledgement.
void acknowledgeNow([[maybe_unused]] const QAbstractSocket &socket)
{
#ifdef Q_OS_LINUX
    const int yes = 1;
    (void)setsockopt(static_cast<int>(socket.socketDescriptor()), IPPROTO_TCP, TCP_QUICKACK, &yes,
                     sizeof yes);
#endif
}

} // namespace

/// Suspends the coroutine until something has happened. It may wake without a reason.
struct SocketStream::WakeUp
{
    SocketStream &stream;
    core::Deadline deadline;

    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> waiter) const
    {
        assert(!stream.m_waiter);
        stream.m_waiter = waiter;
        stream.armTimer(stream.hasReadEnough() ? core::Deadline() : deadline);
    }
    void await_resume() const noexcept { stream.m_turnBytes = 0; }
};

SocketStream::SocketStream(SocketPointer socket, std::string host,
                           std::shared_ptr<const TlsContext> tlsContext, Limits limits)
    : m_socket(std::move(socket))
    , m_host(std::move(host))
    , m_tlsContext(std::move(tlsContext))
    , m_limits(limits)
{
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connectSignals();
    // The peer may have hung up before we listened.
    if (m_socket->state() != QAbstractSocket::ConnectedState)
        noteClosed();
}

SocketStream::~SocketStream()
{
    m_socket->disconnect(&m_home);
    m_socket->abort();
}

void SocketStream::connectSignals()
{
    QTcpSocket *socket = m_socket.get();
    const auto connect = [this, socket](auto signal, auto reaction) {
        QObject::connect(socket, signal, &m_home, std::move(reaction));
    };
    connect(&QTcpSocket::readyRead, [this] { onReadyRead(); });
    connect(&QTcpSocket::bytesWritten, [this] {
        pump();
        if (m_isFlushing)
            wake();
    });
    connect(&QTcpSocket::errorOccurred,
            [this](QAbstractSocket::SocketError error) { noteSocketError(error); });
    connect(&QTcpSocket::disconnected, [this] { noteClosed(); });
    QObject::connect(&m_timer, &QTimer::timeout, &m_home, [this] { wake(); });
}

void SocketStream::onReadyRead()
{
    acknowledgeNow(*m_socket);
    if (m_waiter)
        return wake();
    // Nobody reads: what comes is held, and an end is noticed.
    if (m_tls && !m_isEncrypted)
        return;
    m_turnBytes = 0;
    while (m_incoming.size() - m_start < mostHeld && receive(m_incoming, chunk) > 0) {
    }
}

void SocketStream::noteSocketError(QAbstractSocket::SocketError error)
{
    auto text = m_socket->errorString().toStdString();
    const bool isClosed = error == QAbstractSocket::RemoteHostClosedError;
    noteEnd(
        {core::ErrorKind::Unavailable,
         isClosed ? m_host + " closed the connection." : "The connection to " + m_host + " broke.",
         std::move(text)});
}

void SocketStream::noteClosed()
{
    noteEnd({core::ErrorKind::Unavailable, m_host + " closed the connection."});
}

void SocketStream::noteEnd(core::Error error)
{
    // The first complaint is the cause, the others follow from it.
    if (!m_end)
        m_end = std::move(error);
    wake();
}

void SocketStream::wake()
{
    if (m_waiter)
        m_turn.request();
}

void SocketStream::goOn()
{
    m_hasJustWritten = false;
    if (m_waiter)
        std::exchange(m_waiter, nullptr).resume(); // may destroy us
}

void SocketStream::armTimer(core::Deadline deadline)
{
    if (m_timer.isActive() && m_timerDeadline == deadline)
        return;
    m_timerDeadline = deadline;
    m_timer.start(timerInterval(deadline));
}

const core::Error *SocketStream::failureBefore(core::Deadline deadline)
{
    if (m_operationBytes > m_limits.totalBytes)
        fail({core::ErrorKind::TooLarge, m_host + " sent more data than is allowed."});
    if (!m_failure && m_cancellation.isCancelled())
        fail({core::ErrorKind::Cancelled, "cancelled"});
    if (!m_failure && std::chrono::steady_clock::now() >= deadline)
        fail({core::ErrorKind::DeadlineExceeded, m_host + " did not answer in time."});
    return m_failure ? &*m_failure : nullptr;
}

const core::Error *SocketStream::endOfStream()
{
    if (isTurnOver())
        return nullptr; // there may be more before the end
    if (m_end)
        fail(*m_end);
    return m_failure ? &*m_failure : nullptr;
}

/// Whether nothing is read before the loop has turned: after so much that others come first, for a
/// peer may send as fast as we read; and after writing, so that whoever asks can count on being
/// suspended before there is an answer, however near the peer is.
bool SocketStream::isTurnOver() const
{
    return m_hasJustWritten || hasReadEnough();
}

bool SocketStream::hasReadEnough() const
{
    return m_turnBytes >= mostHeld;
}

void SocketStream::fail(core::Error error)
{
    if (m_failure)
        return;
    m_failure = std::move(error);
    m_socket->abort();
    forgetOutgoing();
    wake();
}

bool SocketStream::isOpen() const
{
    return !m_failure && !m_end;
}

void SocketStream::abort()
{
    fail({core::ErrorKind::Unavailable, "The connection to " + m_host + " was closed."});
}

void SocketStream::beginOperation(core::Cancellation cancellation)
{
    m_operationBytes = 0;
    m_cancellation = std::move(cancellation);
    m_registration = m_cancellation.onCancel([this] { wake(); });
}

// --- TLS

core::Task<core::Result<core::Done>> SocketStream::startTls(core::Deadline deadline)
{
    if (const auto *failure = failureBefore(deadline))
        co_return *failure;
    // Nothing that came in the clear after the answer to STARTTLS may be read later, as if TLS had
    // protected it. What comes from now on goes through TLS.
    if (hasBufferedBytes()) {
        const core::Error tampering(core::ErrorKind::Protocol,
                                    m_host
                                        + " sent data between STARTTLS and the handshake. Somebody "
                                          "may be tampering with the connection.");
        fail(tampering);
        co_return tampering;
    }
    co_return co_await handshake(deadline);
}

core::Task<core::Result<core::Done>> SocketStream::handshake(core::Deadline deadline)
{
    if (const auto *failure = failureBefore(deadline))
        co_return *failure;
    pump();
    m_tls = std::make_unique<TlsSession>(m_tlsContext, m_host, *m_socket);
    while (true) {
        if (const auto *failure = failureBefore(deadline))
            co_return *failure;
        using Step = TlsSession::Step;
        const auto step = m_tls->handshake();
        if (step == Step::Done && m_tls->complaints().empty()) {
            m_isEncrypted = true;
            co_return core::Done{};
        }
        if (step == Step::Done)
            noteEnd(explainCertificate(m_tls->complaints(), m_host));
        else if (step == Step::Ended)
            noteTlsEnd();
        if (const auto *end = endOfStream())
            co_return *end;
        co_await WakeUp{*this, deadline};
    }
}

void SocketStream::noteTlsEnd()
{
    const auto &text = m_tls->failure();
    if (text.empty() && m_socket->state() != QAbstractSocket::ConnectedState)
        noteSocketError(m_socket->error());
    else if (text.empty())
        noteClosed();
    else if (m_isEncrypted)
        noteEnd({core::ErrorKind::Unavailable, "The connection to " + m_host + " broke.", text});
    else
        noteEnd(explainHandshake(text, m_host));
}

TlsReport SocketStream::tlsReport() const
{
    return m_tls ? m_tls->report() : TlsReport();
}

// --- Writing

void SocketStream::write(std::string_view bytes)
{
    if (m_failure)
        return;
    m_outgoing += bytes;
    m_pumping.request();
}

void SocketStream::pump()
{
    if (m_pumped == m_outgoing.size() || (m_tls && !m_isEncrypted))
        return;
    if (m_socket->state() != QAbstractSocket::ConnectedState)
        return;
    // A large message is not copied as a whole into the socket's buffers.
    while (m_pumped < m_outgoing.size()) {
        if (m_socket->bytesToWrite() >= static_cast<qint64>(mostHeld))
            break;
        const auto piece = std::string_view(m_outgoing).substr(m_pumped, chunk);
        m_pumped += piece.size();
        if (!send(piece))
            return;
        m_hasJustWritten = true;
        m_turn.request();
    }
    if (m_pumped == m_outgoing.size()) {
        forgetOutgoing();
    }
}

/// There may have been a password in it, and the connection rests for minutes.
void SocketStream::forgetOutgoing()
{
    core::wipe(m_outgoing);
    if (m_outgoing.capacity() > mostKept)
        m_outgoing.shrink_to_fit();
    m_pumped = 0;
}

bool SocketStream::send(std::string_view bytes)
{
    if (m_tls) {
        if (m_tls->write(bytes))
            return true;
        noteTlsEnd();
        return false;
    }
    if (m_socket->write(bytes.data(), static_cast<qint64>(bytes.size())) >= 0)
        return true;
    noteSocketError(m_socket->error());
    return false;
}

bool SocketStream::isFlushed() const
{
    return m_outgoing.empty() && m_socket->bytesToWrite() == 0;
}

core::Task<core::Result<core::Done>> SocketStream::flush(core::Deadline deadline)
{
    pump();
    while (true) {
        if (const auto *failure = failureBefore(deadline))
            co_return *failure;
        // A closed socket has forgotten what it had not sent.
        if (const auto *end = endOfStream())
            co_return *end;
        if (isFlushed())
            co_return core::Done{};
        m_isFlushing = true;
        co_await WakeUp{*this, deadline};
        m_isFlushing = false;
    }
}

// --- Reading

bool SocketStream::hasBufferedBytes()
{
    return m_start < m_incoming.size() || receive(m_incoming, chunk) > 0;
}

/// Takes what has come, without waiting; nothing when the turn is over.
std::size_t SocketStream::receive(std::string &target, std::size_t most)
{
    if (isTurnOver())
        return 0;
    std::array<char, chunk> piece; // NOLINT(*-member-init): it is written before it is read
    const std::span<char> wanted(piece.data(), std::min(most, piece.size()));
    std::size_t received = 0;
    if (m_tls)
        received = receiveTls(wanted);
    else
        received = receivePlain(wanted);
    target.append(piece.data(), received);
    m_operationBytes += received;
    m_turnBytes += received;
    return received;
}

std::size_t SocketStream::receivePlain(std::span<char> target)
{
    if (m_socket->state() != QAbstractSocket::ConnectedState)
        return 0;
    const auto count = m_socket->read(target.data(), static_cast<qint64>(target.size()));
    if (count < 0) // an unbuffered socket does not signal its end
        noteSocketError(m_socket->error());
    return static_cast<std::size_t>(std::max<qint64>(0, count));
}

std::size_t SocketStream::receiveTls(std::span<char> target)
{
    const auto reading = m_tls->read(target);
    if (reading.step == TlsSession::Step::Ended)
        noteTlsEnd();
    return reading.bytes;
}

/// Most sessions rest, nearly all of the time.
void SocketStream::releaseEmptyBuffer()
{
    if (m_start < m_incoming.size())
        return;
    m_incoming.clear();
    m_start = 0;
    if (m_incoming.capacity() > mostKept)
        m_incoming.shrink_to_fit();
}

std::optional<std::string> SocketStream::takeLine()
{
    const char *begin = m_incoming.data() + m_start;
    const auto size = m_incoming.size() - m_start;
    const auto *end =
        static_cast<const char *>(std::memchr(begin + m_scanned, '\n', size - m_scanned));
    m_scanned = end ? 0 : size;
    auto length = end ? static_cast<std::size_t>(end - begin) : size;
    if (length > 0 && begin[length - 1] == '\r')
        --length;
    if (length > m_limits.lineBytes) {
        fail({core::ErrorKind::TooLarge, m_host + " sent a line that is too long."});
        return std::nullopt;
    }
    if (!end)
        return std::nullopt;
    std::string line(begin, length);
    m_start += static_cast<std::size_t>(end - begin) + 1;
    releaseEmptyBuffer();
    return line;
}

core::Task<core::Result<std::string>> SocketStream::readLine(core::Deadline deadline)
{
    pump();
    while (true) {
        if (const auto *failure = failureBefore(deadline))
            co_return *failure;
        if (auto line = takeLine())
            co_return std::move(*line);
        if (m_failure)
            co_return *m_failure;
        m_incoming.erase(0, std::exchange(m_start, 0));
        if (receive(m_incoming, chunk) > 0)
            continue;
        if (const auto *end = endOfStream())
            co_return *end;
        co_await WakeUp{*this, deadline};
    }
}

core::Task<core::Result<std::string>> SocketStream::readBytes(std::size_t count,
                                                              core::Deadline deadline)
{
    return readBetween(count, count, deadline);
}

core::Task<core::Result<std::string>> SocketStream::readAvailable(std::size_t most,
                                                                  core::Deadline deadline)
{
    return readBetween(1, most, deadline);
}

core::Task<core::Result<std::string>> SocketStream::readBetween(std::size_t least, std::size_t most,
                                                                core::Deadline deadline)
{
    pump();
    std::string bytes;
    // The size is only the peer's word, so memory follows the bytes that come.
    bytes.reserve(std::min(most, mostReserved));
    const auto buffered = std::min(most, m_incoming.size() - m_start);
    bytes.append(m_incoming, m_start, buffered);
    m_start += buffered;
    m_scanned = 0;
    releaseEmptyBuffer();
    while (true) {
        if (const auto *failure = failureBefore(deadline))
            co_return *failure;
        if (bytes.size() >= least)
            co_return std::move(bytes);
        if (receive(bytes, most - bytes.size()) > 0)
            continue;
        if (const auto *end = endOfStream())
            co_return *end;
        co_await WakeUp{*this, deadline};
    }
}

core::Task<core::Result<Stream::Readiness>> SocketStream::waitReadable(core::Deadline until,
                                                                       core::Cancellation stop)
{
    pump();
    const auto registration = stop.onCancel([this] { wake(); });
    while (true) {
        if (const auto *failure = failureBefore(core::Deadline::max()))
            co_return *failure;
        if (hasBufferedBytes())
            co_return Readiness::Ready;
        if (const auto *end = endOfStream())
            co_return *end;
        if (stop.isCancelled() || std::chrono::steady_clock::now() >= until)
            co_return Readiness::NotYet;
        co_await WakeUp{*this, until};
    }
}

} // namespace net
