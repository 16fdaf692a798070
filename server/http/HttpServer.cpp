// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/HttpServer.h"

#include "core/Async.h"
#include "core/Log.h"
#include "http/Connection.h"
#include "http/Gate.h"
#include "http/Listener.h"
#include "http/TlsIdentity.h"

#include <QAbstractHttpServer>
#include <QHostAddress>
#include <QHttpServerRequest>
#include <QTcpSocket>

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
#include <QHttpServerResponder>
#elif QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
#error "QHttpServer of Qt 6.5 to 6.7 has a third interface: use 6.4 or 6.8 and newer"
#endif
#if QT_VERSION >= QT_VERSION_CHECK(6, 9, 0)
#include <QHttpServerConfiguration>
#endif

#include <algorithm>
#include <utility>
#include <vector>

namespace http {

namespace {

const core::Log logger("http");

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
constexpr auto whoContinues = Gate::Continue::ByBackend;
#else
constexpr auto whoContinues = Gate::Continue::ByGate;
#endif

/// All that QHttpServer does for us: it says when it has found a request. Everything about the
/// request comes from our own parser, and the answer does not go through it.
class Backend final : public QAbstractHttpServer
{
public:
    explicit Backend(Gate &gate)
        : m_gate(gate)
    {
#if QT_VERSION >= QT_VERSION_CHECK(6, 9, 0)
        // Its own limits stay on but looser than ours, so that every version answers alike.
        QHttpServerConfiguration configuration;
        configuration.setRateLimitPerSecond(0);
#if QT_VERSION >= QT_VERSION_CHECK(6, 10, 0)
        configuration.setKeepAliveTimeout(std::chrono::hours(24));
#endif
#if QT_VERSION >= QT_VERSION_CHECK(6, 11, 0)
        const RequestLimits &limits = gate.limits().request;
        const auto looser = [](std::size_t limit) { return 2 * static_cast<qint64>(limit); };
        configuration.setMaximumUrlSize(looser(limits.requestLine));
        configuration.setMaximumTotalHeaderSize(looser(limits.headerBlock));
        configuration.setMaximumHeaderFieldSize(looser(limits.headerField));
        configuration.setMaximumHeaderFieldCount(looser(limits.headerFields));
        configuration.setMaximumBodySize(looser(limits.body));
#endif
        setConfiguration(configuration);
#endif
    }

private:
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    bool handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder) override
    {
        const QPointer<Connection> connection = m_gate.takeSanctioned();
        const auto address = canonicalAddress(request.remoteAddress()).toString().toStdString();
        const auto port = request.remotePort();
        const bool isLocal = connection && connection->peer().address == ClientAddress::localSocket;
        if (!connection
            || (!isLocal
                && (connection->peer().port != port || connection->peer().address != address))) {
            m_gate.abortUnsanctioned(address, port);
            return true;
        }
        connection->dispatch(static_cast<std::size_t>(request.body().size()));
        // While the responder lives the backend reads nothing more. It is only taken when the
        // answer is pending: one that is taken and dropped in here makes the backend connect to the
        // socket once more for each request.
        if (connection && connection->needsBackend())
            connection->keepForBackend(
                std::make_shared<QHttpServerResponder>(std::move(responder)));
        return true;
    }
    void missingHandler(const QHttpServerRequest &, QHttpServerResponder &) override {}
#else
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override
    {
        Connection *connection = m_gate.takeSanctioned();
        if (connection == nullptr || !connection->isOn(socket)) {
            logger.error("unsanctioned_request");
            socket->abort();
            return true;
        }
        connection->dispatch(static_cast<std::size_t>(request.body().size()));
        return true;
    }
    void missingHandler(const QHttpServerRequest &, QTcpSocket *) override {}
#endif

    Gate &m_gate;
};

core::Error cannotListen(const Listener &listener, const std::string &where)
{
    return {core::ErrorKind::Unavailable,
            "Cannot listen on " + where + ": " + listener.errorString().toStdString() + "."};
}

} // namespace

class HttpServer::Implementation
{
public:
    Implementation(Options options, Entry entry)
        : m_gate(std::move(options), std::move(entry), whoContinues)
        , m_backend(m_gate)
    {}

    ~Implementation()
    {
        // Sockets first, then what listens, then the backend: its responders point to it.
        m_gate.abortAll();
        for (auto *listener : m_listeners)
            delete listener;
    }

    Implementation(const Implementation &) = delete;
    Implementation &operator=(const Implementation &) = delete;

    void add(std::unique_ptr<Listener> listener)
    {
        m_listeners.push_back(listener.get());
        m_backend.bind(listener.release()); // the backend is its parent now
    }

    core::Task<void> stop(std::chrono::milliseconds grace)
    {
        for (auto *listener : m_listeners)
            listener->stop();
        m_gate.beginDrain();
        m_shutdown.cancel();
        const auto farewell = std::min(grace, m_gate.limits().farewellTime);
        if (m_gate.connectionCount() > 0 && farewell.count() > 0)
            (void)co_await core::sleepFor(farewell, m_gate.drained());
        m_gate.closeIdle();
        if (m_gate.connectionCount() > 0)
            (void)co_await core::sleepFor(grace - farewell, m_gate.drained());
        m_gate.abortAll();
        // The last socket may have woken us inside one of its signals, and whoever waits for us is
        // free to destroy the server.
        (void)co_await core::sleepFor(std::chrono::milliseconds(0));
    }

    Gate m_gate;
    Backend m_backend;
    std::vector<Listener *> m_listeners;
    core::CancellationSource m_shutdown;
};

HttpServer::HttpServer(Options options, Entry entry)
    : m_implementation(std::make_unique<Implementation>(std::move(options), std::move(entry)))
{}

HttpServer::~HttpServer() = default;

core::Result<core::Done> HttpServer::useCertificate(const std::string &certificateFile,
                                                    const std::string &keyFile)
{
    const auto configuration = loadTlsIdentity(certificateFile, keyFile);
    if (!configuration)
        return configuration.error();
    m_implementation->m_gate.setTls(*configuration);
    return core::Done{};
}

core::Result<core::Done> HttpServer::listen(const std::string &address, std::uint16_t port)
{
    QHostAddress host;
    if (!host.setAddress(QString::fromStdString(address))) {
        return core::Error(core::ErrorKind::InvalidArgument,
                           "“" + address + "” is not an IP address to listen on.");
    }
    auto listener = std::make_unique<Listener>(m_implementation->m_gate);
    if (!listener->listen(host, port) || !listener->start())
        return cannotListen(*listener, address + " port " + std::to_string(port));
    m_implementation->add(std::move(listener));
    return core::Done{};
}

core::Result<core::Done> HttpServer::adopt(int listeningDescriptor)
{
    auto listener = std::make_unique<Listener>(m_implementation->m_gate);
    if (!listener->setSocketDescriptor(listeningDescriptor) || !listener->start())
        return cannotListen(*listener, "descriptor " + std::to_string(listeningDescriptor));
    m_implementation->add(std::move(listener));
    return core::Done{};
}

std::uint16_t HttpServer::port() const
{
    const auto &listeners = m_implementation->m_listeners;
    // Qt makes a number out of the path of a UNIX socket.
    return listeners.empty() ? std::uint16_t{0} : boundPort(listeners.front()->socketDescriptor());
}

std::size_t HttpServer::connectionCount() const
{
    return m_implementation->m_gate.connectionCount();
}

const AnswerStats &HttpServer::answers() const
{
    return m_implementation->m_gate.answers();
}

core::Task<void> HttpServer::stop(std::chrono::milliseconds grace)
{
    return m_implementation->stop(grace);
}

core::Cancellation HttpServer::shutdownRequested() const
{
    return m_implementation->m_shutdown.token();
}

} // namespace http
