// SPDX-License-Identifier: GPL-3.0-or-later
#include "adminsocket/AdminSocket.h"

#include "adminlink/Protocol.h"
#include "core/Async.h"
#include "core/JsonText.h"
#include "core/Log.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QPointer>
#include <QTimer>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cerrno>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace adminsocket {

namespace {

using core::Error;
using core::ErrorKind;
using nlohmann::json;

const core::Log logger("admin");

constexpr int takeOverWait = 500; ///< milliseconds until a listener there counts as dead

/// What the kernel calls groups that a user namespace does not know (user_namespaces(7)).
constexpr gid_t overflowGroup = 65534;
constexpr std::size_t mostGroups = 65536; ///< that a process can be in, credentials(7)

bool isInOurGroup(int descriptor, gid_t primary)
{
    if (primary == getegid())
        return true;
    std::vector<gid_t> groups(64);
    auto size = static_cast<socklen_t>(groups.size() * sizeof(gid_t));
    // The kernel says how much it needs, and more can have come since.
    while (getsockopt(descriptor, SOL_SOCKET, SO_PEERGROUPS, groups.data(), &size) != 0) {
        if (errno != ERANGE || groups.size() >= mostGroups)
            return false;
        groups.resize(std::max(size / sizeof(gid_t), 2 * groups.size()));
        size = static_cast<socklen_t>(groups.size() * sizeof(gid_t));
    }
    groups.resize(size / sizeof(gid_t));
    return std::ranges::find(groups, getegid()) != groups.end();
}

bool mayComeIn(const QLocalSocket &socket, Admits admits)
{
    ucred peer = {};
    socklen_t size = sizeof(peer);
    const auto descriptor = static_cast<int>(socket.socketDescriptor());
    if (getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0)
        return false;
    return peer.uid == geteuid() || peer.uid == 0
           || (admits == Admits::Group && isInOurGroup(descriptor, peer.gid));
}

std::string lineOf(const core::Result<json> &outcome)
{
    json answer;
    if (outcome)
        answer["result"] = *outcome;
    else
        answer["error"] = {{"kind", core::nameOf(outcome.error().kind)},
                           {"message", outcome.error().message}};
    auto line = answer.dump(-1, ' ', false, json::error_handler_t::replace);
    if (line.size() >= adminlink::Limits::answer)
        return lineOf(Error(ErrorKind::TooLarge, "The answer would be too long."));
    return line + '\n';
}

core::Task<core::Result<json>> answerTo(const Handler &handler, std::string_view line)
{
    const core::JsonLimits limits{.bytes = adminlink::Limits::request, .values = 64, .depth = 8};
    const auto request = core::parseJson(line, limits);
    if (!request)
        co_return request.error();
    if (!request->is_object() || !request->contains("method") || !request->at("method").is_string())
        co_return Error(ErrorKind::InvalidArgument, "A request is an object with a method.");
    json parameters = request->value("parameters", json::object());
    if (!parameters.is_object())
        co_return Error(ErrorKind::InvalidArgument, "The parameters must be an object.");
    auto method = request->at("method").get<std::string>();
    co_return co_await handler(std::move(method), std::move(parameters));
}

/// One connection. It dies with its socket.
class Session : public QObject
{
public:
    Session(QLocalSocket *socket, Handler handler, const Limits &limits, QObject *parent)
        : QObject(parent)
        , m_socket(socket)
        , m_handler(std::move(handler))
    {
        socket->setParent(this);
        socket->setReadBufferSize(static_cast<qint64>(adminlink::Limits::request) + 1);
        m_idle.setSingleShot(true);
        m_idle.start(limits.idle);
        connect(&m_idle, &QTimer::timeout, this, [this] {
            m_socket->abort();
            deleteLater(); // it may have been gone before
        });
        connect(socket, &QLocalSocket::disconnected, this, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this] { readRequest(); });
    }

private:
    void readRequest()
    {
        if (m_isBusy)
            return;
        if (m_socket->canReadLine()) {
            m_isBusy = true;
            m_idle.start();
            core::start(respond(this, m_handler, m_socket->readLine().toStdString()));
        } else if (m_socket->bytesAvailable() > static_cast<qint64>(adminlink::Limits::request)) {
            m_isBusy = true;
            send(Error(ErrorKind::TooLarge, "The request is too long."));
            m_socket->disconnectFromServer();
        }
    }

    static core::Task<void> respond(QPointer<Session> self, Handler handler, std::string line)
    {
        const auto outcome = co_await answerTo(handler, line);
        if (!self)
            co_return;
        self->send(outcome);
        self->m_isBusy = false;
        // The next one may be there already. Not from here, so that no queue of them nests.
        QTimer::singleShot(0, self.data(), [session = self.data()] { session->readRequest(); });
    }

    void send(const core::Result<json> &outcome)
    {
        const auto line = lineOf(outcome);
        m_socket->write(line.data(), static_cast<qint64>(line.size()));
        m_idle.start();
    }

    QLocalSocket *m_socket;
    const Handler m_handler;
    QTimer m_idle;
    bool m_isBusy = false;
};

} // namespace

class AdminSocket::Listener : public QObject
{
public:
    Listener(Handler handler, Admits admits, Limits limits)
        : m_handler(std::move(handler))
        , m_admits(admits)
        , m_limits(limits)
    {
        m_server.setSocketOptions(admits == Admits::Group ? QLocalServer::UserAccessOption
                                                                | QLocalServer::GroupAccessOption
                                                          : QLocalServer::UserAccessOption);
        connect(&m_server, &QLocalServer::newConnection, this, [this] {
            while (auto *const socket = m_server.nextPendingConnection())
                welcome(socket);
        });
    }

    core::Result<core::Done> listen(const QString &path)
    {
        if (m_admits == Admits::Group && getegid() == overflowGroup)
            return Error(ErrorKind::InvalidArgument,
                         "The group of this server is the one that stands for unknown groups. Let "
                         "it run with a group of its own.");
        // Qt puts a new socket in the place of whatever is there, so that has to be looked at
        // first.
        struct stat there = {};
        if (lstat(qPrintable(path), &there) == 0) {
            if (!S_ISSOCK(there.st_mode))
                return Error(ErrorKind::Unavailable,
                             path.toStdString() + " is there already, and no socket.");
            QLocalSocket other;
            other.connectToServer(path);
            if (other.waitForConnected(takeOverWait))
                return Error(ErrorKind::Unavailable,
                             "Another server listens at " + path.toStdString() + '.');
        }
        if (m_server.listen(path))
            return core::Done{};
        return Error(ErrorKind::Unavailable,
                     "The socket " + path.toStdString()
                         + " cannot be made: " + m_server.errorString().toStdString() + '.');
    }

private:
    void welcome(QLocalSocket *socket)
    {
        const auto sessions = findChildren<QLocalSocket *>().size();
        if (!mayComeIn(*socket, m_admits)
            || sessions >= static_cast<qsizetype>(m_limits.connections)) {
            logger.warn("refused", {{"sessions", static_cast<int>(sessions)}});
            socket->abort();
            socket->deleteLater();
            return;
        }
        new Session(socket, m_handler, m_limits, this);
    }

    const Handler m_handler;
    const Admits m_admits;
    const Limits m_limits;
    QLocalServer m_server;
};

AdminSocket::AdminSocket(Handler handler, Admits admits, Limits limits)
    : m_listener(std::make_unique<Listener>(std::move(handler), admits, limits))
{}

AdminSocket::~AdminSocket() = default;

core::Result<core::Done> AdminSocket::listen(const std::string &path)
{
    return m_listener->listen(QString::fromStdString(path));
}

} // namespace adminsocket
