// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/SocketStream.h"

#include "net/TimeLimit.h"
#include "net/TlsFailure.h"

#include <algorithm>
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

/// What the socket may hold for us, in either direction.
constexpr std::size_t socketBuffer = 256UL * 1024;
/// What is moved at once, and what is set aside for an announced size before bytes have come.
constexpr std::size_t chunk = 64UL * 1024;

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
        stream.armTimer(deadline);
    }
    void await_resume() const noexcept {}
};

SocketStream::SocketStream(SocketPointer socket, std::string host,
                           const QSslConfiguration &configuration, Limits limits)
    : m_socket(std::move(socket))
    , m_host(std::move(host))
    , m_limits(limits)
{
    m_socket->setReadBufferSize(socketBuffer);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    m_socket->setSslConfiguration(configuration);
    m_socket->setPeerVerifyName(QString::fromStdString(m_host));
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connectSignals();
    // The peer may have hung up before we listened.
    if (m_socket->state() != QAbstractSocket::ConnectedState)
        noteEnd({core::ErrorKind::Unavailable, m_host + " closed the connection."});
}

SocketStream::~SocketStream()
{
    m_socket->disconnect(&m_home);
    m_socket->abort();
}

void SocketStream::connectSignals()
{
    QSslSocket *socket = m_socket.get();
    const auto connect = [this, socket](auto signal, auto reaction) {
        QObject::connect(socket, signal, &m_home, std::move(reaction));
    };
    connect(&QSslSocket::readyRead, [this] {
        // Qt says it once for each piece that it has decrypted of what came in one.
        if (!m_isWakeQueued)
            acknowledgeNow(*m_socket);
        wake();
    });
    const auto goOnWriting = [this] {
        pump();
        if (m_isFlushing)
            wake();
    };
    connect(&QSslSocket::bytesWritten, goOnWriting);
    connect(&QSslSocket::encryptedBytesWritten, goOnWriting);
    connect(&QSslSocket::encrypted, [this] {
        m_isEncrypted = true;
        wake();
    });
    connect(&QSslSocket::sslErrors, [this](const QList<QSslError> &complaints) {
        m_refusedTls = tlsReportOf(*m_socket, complaints);
        noteEnd(explainCertificate(complaints, m_host));
    });
    connect(&QSslSocket::errorOccurred,
            [this](QAbstractSocket::SocketError error) { noteSocketError(error); });
    connect(&QSslSocket::disconnected, [this] {
        noteEnd({core::ErrorKind::Unavailable, m_host + " closed the connection."});
    });
    QObject::connect(&m_timer, &QTimer::timeout, &m_home, [this] { wake(); });
}

void SocketStream::noteSocketError(QAbstractSocket::SocketError error)
{
    auto text = m_socket->errorString().toStdString();
    switch (error) {
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        return noteEnd(explainHandshake(text, m_host));
    case QAbstractSocket::RemoteHostClosedError:
        return noteEnd(
            {core::ErrorKind::Unavailable, m_host + " closed the connection.", std::move(text)});
    default:
        return noteEnd({core::ErrorKind::Unavailable, "The connection to " + m_host + " broke.",
                        std::move(text)});
    }
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
    if (!m_waiter || std::exchange(m_isWakeQueued, true))
        return;
    QMetaObject::invokeMethod(
        &m_home,
        [this] {
            m_isWakeQueued = false;
            if (m_waiter)
                std::exchange(m_waiter, nullptr).resume(); // may destroy us
        },
        Qt::QueuedConnection);
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
    if (!m_failure && m_cancellation.isCancelled())
        fail({core::ErrorKind::Cancelled, "cancelled"});
    if (!m_failure && std::chrono::steady_clock::now() >= deadline)
        fail({core::ErrorKind::DeadlineExceeded, m_host + " did not answer in time."});
    return m_failure ? &*m_failure : nullptr;
}

const core::Error *SocketStream::endOfStream()
{
    if (m_end)
        fail(*m_end);
    return m_failure ? &*m_failure : nullptr;
}

void SocketStream::fail(core::Error error)
{
    if (m_failure)
        return;
    m_failure = std::move(error);
    m_socket->abort();
    m_outgoing.clear();
    m_pumped = 0;
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
    // From here to startClientEncryption() nothing may turn the event loop: whatever came in the
    // clear after the answer to STARTTLS would later look as if TLS had protected it.
    if (hasBufferedBytes()) {
        fail({core::ErrorKind::Protocol,
              m_host
                  + " sent data between STARTTLS and the handshake. Somebody may be tampering "
                    "with the connection."});
        co_return *m_failure;
    }
    co_return co_await handshake(deadline);
}

core::Task<core::Result<core::Done>> SocketStream::handshake(core::Deadline deadline)
{
    if (const auto *failure = failureBefore(deadline))
        co_return *failure;
    pump();
    m_socket->startClientEncryption();
    while (!m_isEncrypted || m_end) {
        if (const auto *end = endOfStream())
            co_return *end;
        if (const auto *failure = failureBefore(deadline))
            co_return *failure;
        co_await WakeUp{*this, deadline};
    }
    co_return core::Done{};
}

TlsReport SocketStream::tlsReport() const
{
    return m_isEncrypted ? tlsReportOf(*m_socket, {}) : m_refusedTls;
}

// --- Writing

void SocketStream::write(std::string_view bytes)
{
    if (m_failure)
        return;
    m_outgoing += bytes;
    if (std::exchange(m_isPumpQueued, true))
        return;
    QMetaObject::invokeMethod(
        &m_home,
        [this] {
            m_isPumpQueued = false;
            pump();
        },
        Qt::QueuedConnection);
}

void SocketStream::pump()
{
    if (m_pumped == m_outgoing.size())
        return;
    if (m_socket->state() != QAbstractSocket::ConnectedState)
        return;
    // A large message is not copied as a whole into the socket's buffers.
    while (m_pumped < m_outgoing.size()) {
        const auto waiting = m_socket->bytesToWrite() + m_socket->encryptedBytesToWrite();
        if (waiting >= static_cast<qint64>(socketBuffer))
            break;
        const auto size = std::min(chunk, m_outgoing.size() - m_pumped);
        const auto begin = m_outgoing.data() + std::exchange(m_pumped, m_pumped + size);
        m_socket->write(begin, static_cast<qint64>(size));
        m_socket->flush();
    }
    if (m_pumped == m_outgoing.size()) {
        m_outgoing.clear();
        m_pumped = 0;
    }
}

bool SocketStream::isFlushed() const
{
    return m_outgoing.empty() && m_socket->bytesToWrite() == 0
           && m_socket->encryptedBytesToWrite() == 0;
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

bool SocketStream::hasBufferedBytes() const
{
    return m_start < m_incoming.size() || m_socket->bytesAvailable() > 0;
}

std::size_t SocketStream::receive(std::string &target, std::size_t most)
{
    // Qt would warn: below the TLS socket there is another one, which is closed already.
    if (m_socket->state() == QAbstractSocket::UnconnectedState && m_socket->bytesAvailable() <= 0)
        return 0;
    // One byte more than there is: only a read that empties the socket's buffer makes Qt listen
    // again after the buffer was full.
    const auto available = std::max<qint64>(0, m_socket->bytesAvailable());
    const auto wanted = std::min({most, static_cast<std::size_t>(available) + 1, chunk});
    const auto before = target.size();
    target.resize(before + wanted);
    const auto count = m_socket->read(target.data() + before, static_cast<qint64>(wanted));
    const auto received = static_cast<std::size_t>(std::max<qint64>(0, count));
    target.resize(before + received);
    m_operationBytes += received;
    if (m_operationBytes > m_limits.totalBytes)
        fail({core::ErrorKind::TooLarge, m_host + " sent more data than is allowed."});
    return received;
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
    bytes.reserve(std::min(most, chunk));
    const auto buffered = std::min(most, m_incoming.size() - m_start);
    bytes.append(m_incoming, m_start, buffered);
    m_start += buffered;
    m_scanned = 0;
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
