// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/ConnectionRace.h"

#include "core/Async.h"
#include "net/TimeLimit.h"

#include <QNetworkProxy>
#include <QTimer>

#include <optional>

namespace net {

namespace {

using Outcome = core::Result<SocketPointer>;

core::Error explain(const std::string &server, QAbstractSocket::SocketError error,
                    std::string detail)
{
    const auto unavailable = core::ErrorKind::Unavailable;
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError:
        return {unavailable, server + " refuses connections. Check the port.", std::move(detail)};
    case QAbstractSocket::SocketTimeoutError:
        return {core::ErrorKind::DeadlineExceeded, server + " did not answer in time.",
                std::move(detail)};
    case QAbstractSocket::NetworkError:
        return {unavailable, server + " cannot be reached over the network.", std::move(detail)};
    default:
        return {unavailable, "The connection to " + server + " failed.", std::move(detail)};
    }
}

/// The attempts. It outlives the emissions that decide it: destroyed by deleteLater.
class Race : public QObject
{
public:
    Race(const RaceCourse &course, core::Completion<Outcome> done)
        : m_course(course)
        , m_done(std::move(done))
    {
        m_stagger.setSingleShot(true);
        m_stagger.setInterval(course.stagger);
        connect(&m_stagger, &QTimer::timeout, this, &Race::tryNext);
    }

    void tryNext()
    {
        if (m_isDecided || m_next == m_course.addresses.size())
            return;
        const QHostAddress address = m_course.addresses[m_next++];
        m_attempts.emplace_back(new QTcpSocket);
        ++m_running;
        QTcpSocket *socket = m_attempts.back().get();
        socket->setProxy(QNetworkProxy::NoProxy);
        connect(socket, &QTcpSocket::connected, this, [this, socket] { win(socket); });
        connect(socket, &QTcpSocket::errorOccurred, this,
                [this, socket, address](QAbstractSocket::SocketError error) {
                    lose(*socket, address, error);
                });
        if (m_next < m_course.addresses.size())
            m_stagger.start();
        // It may fail, and tell so, at once.
        socket->connectToHost(address, m_course.port, QIODevice::ReadWrite | QIODevice::Unbuffered);
    }

private:
    void win(QTcpSocket *socket)
    {
        if (!m_isDecided)
            decide(socket, std::nullopt);
    }

    void lose(const QTcpSocket &socket, const QHostAddress &address,
              QAbstractSocket::SocketError error)
    {
        if (m_isDecided)
            return;
        if (m_course.onFailure)
            m_course.onFailure(address, error);
        m_detail += (m_detail.empty() ? "" : "; ") + address.toString().toStdString() + ": "
                    + socket.errorString().toStdString();
        --m_running;
        if (m_next < m_course.addresses.size())
            return tryNext();
        if (m_running == 0)
            decide(nullptr, explain(m_course.server, error, m_detail));
    }

    void decide(QTcpSocket *winner, const std::optional<core::Error> &error)
    {
        m_isDecided = true;
        m_stagger.stop();
        // The waiter goes on outside the socket's emission.
        QMetaObject::invokeMethod(
            this, [this, winner, error] { announce(winner, error); }, Qt::QueuedConnection);
    }

    void announce(QTcpSocket *winner, const std::optional<core::Error> &error)
    {
        SocketPointer kept;
        for (auto &attempt : m_attempts) {
            if (attempt.get() == winner)
                kept = std::move(attempt);
        }
        m_attempts.clear();
        if (error)
            return m_done.complete(*error);
        kept->disconnect(this);
        m_done.complete(std::move(kept));
    }

    const RaceCourse m_course;
    const core::Completion<Outcome> m_done;
    std::vector<SocketPointer> m_attempts;
    std::size_t m_next = 0;
    std::size_t m_running = 0;
    QTimer m_stagger;
    std::string m_detail;
    bool m_isDecided = false;
};

} // namespace

core::Task<core::Result<SocketPointer>>
connectToFirst(const RaceCourse &course, core::Deadline deadline, core::Cancellation cancellation)
{
    const core::Completion<Outcome> done;
    const auto server = course.server;
    const TimeLimit limit(deadline, cancellation, [done, server](core::ErrorKind kind) {
        if (kind == core::ErrorKind::Cancelled)
            return done.complete(core::Error(kind, "cancelled"));
        done.complete(explain(server, QAbstractSocket::SocketTimeoutError, "deadline"));
    });
    const std::unique_ptr<Race, DeleteLater> race(new Race(course, done));
    race->tryNext();
    co_return co_await done;
}

} // namespace net
