// SPDX-License-Identifier: GPL-3.0-or-later
#include "adminlink/Link.h"

#include "adminlink/Protocol.h"
#include "core/Async.h"
#include "core/JsonText.h"
#include "net/TimeLimit.h"

#include <QLocalSocket>

#include <nlohmann/json.hpp>

#include <utility>

namespace adminlink {

namespace {

using core::Error;
using core::ErrorKind;
using nlohmann::json;

using Line = core::Result<std::string>;

Error errorOf(const QLocalSocket &socket, const std::string &path)
{
    if (socket.error() == QLocalSocket::SocketAccessError)
        return {ErrorKind::PermissionDenied,
                "The socket " + path
                    + " is for root, the user that the server runs as and, with "
                      "ADMIN_SOCKET_FOR=group, the members of its group."};
    return {ErrorKind::Unavailable,
            "No server answers at " + path + ". Is it running, and is this its ADMIN_SOCKET?",
            socket.errorString().toStdString()};
}

void readLine(QLocalSocket &socket, const core::Completion<Line> &done)
{
    if (socket.canReadLine())
        return done.complete(
            socket.readLine(static_cast<qint64>(Limits::answer) + 1).toStdString());
    if (socket.bytesAvailable() > static_cast<qint64>(Limits::answer))
        done.complete(Error(ErrorKind::TooLarge, "The answer of the server is too long."));
}

core::Task<Line> exchange(const std::string &path, const std::string &request,
                          core::Deadline deadline, core::Cancellation cancellation)
{
    if (cancellation.isCancelled())
        co_return Error(ErrorKind::Cancelled, "cancelled");
    const core::Completion<Line> done;
    const net::TimeLimit limit(deadline, cancellation, [done](ErrorKind kind) {
        done.complete(Error(kind, kind == ErrorKind::Cancelled
                                      ? "cancelled"
                                      : "The server did not answer in time."));
    });
    auto *const socket = new QLocalSocket;
    QObject::connect(socket, &QLocalSocket::connected, socket, [socket, request] {
        socket->write(request.data(), static_cast<qint64>(request.size()));
    });
    QObject::connect(socket, &QLocalSocket::readyRead, socket,
                     [socket, done] { readLine(*socket, done); });
    QObject::connect(socket, &QLocalSocket::errorOccurred, socket,
                     [socket, done, path] { done.complete(errorOf(*socket, path)); });
    socket->connectToServer(QString::fromStdString(path));
    auto line = co_await done;
    socket->disconnect(socket);
    socket->abort();
    socket->deleteLater();
    co_return line;
}

ErrorKind kindOf(std::string_view name)
{
    for (int kind = 0; kind <= static_cast<int>(ErrorKind::Internal); ++kind) {
        if (core::nameOf(static_cast<ErrorKind>(kind)) == name)
            return static_cast<ErrorKind>(kind);
    }
    return ErrorKind::Protocol;
}

Error unexpected()
{
    return {ErrorKind::Protocol, "The server gave an answer that this program does not understand. "
                                 "Are both of the same version?"};
}

std::string requestOf(std::string_view method, json parameters = json::object())
{
    return json{{"method", method}, {"parameters", std::move(parameters)}}.dump(
               -1, ' ', false, json::error_handler_t::replace)
           + '\n';
}

/// A member, or the default where it is missing or of another type.
template <typename Value>
Value member(const json &object, const char *name)
{
    const auto found = object.find(name);
    if (found == object.end())
        return {};
    if constexpr (std::is_same_v<Value, std::string>)
        return found->is_string() ? found->get<std::string>() : std::string();
    else if constexpr (std::is_same_v<Value, bool>)
        return found->is_boolean() && found->get<bool>();
    else
        return found->is_number_integer() ? found->get<Value>() : Value();
}

Client clientOf(const json &row)
{
    Client client;
    client.handle = member<std::string>(row, "handle");
    client.name = member<std::string>(row, "name");
    client.firstSeenAt = member<std::int64_t>(row, "first_seen");
    client.lastUsedAt = member<std::int64_t>(row, "last_used");
    client.logins = member<std::int64_t>(row, "logins");
    client.isDenied = member<bool>(row, "denied");
    return client;
}

core::Result<core::Done> doneOrError(const core::Result<json> &result)
{
    if (!result)
        return result.error();
    return core::Done{};
}

} // namespace

Link::Link(std::string socketPath)
    : m_path(std::move(socketPath))
{}

core::Task<core::Result<json>> Link::call(std::string request, core::Deadline deadline,
                                          core::Cancellation cancellation) const
{
    const auto line = co_await exchange(m_path, request, deadline, std::move(cancellation));
    if (!line)
        co_return line.error();
    const core::JsonLimits limits{.bytes = Limits::answer, .values = 100000, .depth = 8};
    const auto answer = core::parseJson(*line, limits);
    if (!answer || !answer->is_object())
        co_return unexpected();
    if (const auto error = answer->find("error"); error != answer->end() && error->is_object())
        co_return Error(kindOf(member<std::string>(*error, "kind")),
                        member<std::string>(*error, "message"));
    const auto result = answer->find("result");
    if (result == answer->end() || !result->is_object())
        co_return unexpected();
    co_return *result;
}

core::Task<core::Result<ServerStatus>> Link::status(core::Deadline deadline,
                                                    core::Cancellation cancellation) const
{
    std::string request = requestOf(method::status);
    const auto result = co_await call(std::move(request), deadline, std::move(cancellation));
    if (!result)
        co_return result.error();
    ServerStatus status;
    status.version = member<std::string>(*result, "version");
    status.url = member<std::string>(*result, "url");
    status.startedAt = member<std::int64_t>(*result, "started_at");
    status.isReady = member<bool>(*result, "ready");
    status.problem = member<std::string>(*result, "problem");
    co_return status;
}

core::Task<core::Result<std::string>> Link::metrics(core::Deadline deadline,
                                                    core::Cancellation cancellation) const
{
    std::string request = requestOf(method::metrics);
    const auto result = co_await call(std::move(request), deadline, std::move(cancellation));
    if (!result)
        co_return result.error();
    co_return member<std::string>(*result, "text");
}

core::Task<core::Result<std::vector<Client>>> Link::clients(core::Deadline deadline,
                                                            core::Cancellation cancellation) const
{
    std::string request = requestOf(method::clients);
    const auto result = co_await call(std::move(request), deadline, std::move(cancellation));
    if (!result)
        co_return result.error();
    std::vector<Client> clients;
    const auto rows = result->find("clients");
    if (rows == result->end() || !rows->is_array())
        co_return unexpected();
    for (const auto &row : *rows) {
        if (row.is_object())
            clients.push_back(clientOf(row));
    }
    co_return clients;
}

core::Task<core::Result<core::Done>> Link::revoke(std::string handle, core::Deadline deadline,
                                                  core::Cancellation cancellation) const
{
    std::string request = requestOf(method::revoke, {{"handle", handle}});
    const auto result = co_await call(std::move(request), deadline, std::move(cancellation));
    co_return doneOrError(result);
}

core::Task<core::Result<core::Done>> Link::allow(std::string handle, core::Deadline deadline,
                                                 core::Cancellation cancellation) const
{
    std::string request = requestOf(method::allow, {{"handle", handle}});
    const auto result = co_await call(std::move(request), deadline, std::move(cancellation));
    co_return doneOrError(result);
}

core::Task<core::Result<core::Done>> Link::endEveryLogin(core::Deadline deadline,
                                                         core::Cancellation cancellation) const
{
    std::string request = requestOf(method::endEveryLogin);
    const auto result = co_await call(std::move(request), deadline, std::move(cancellation));
    co_return doneOrError(result);
}

core::Task<core::Result<std::vector<std::string>>>
Link::auditLog(std::size_t lines, core::Deadline deadline, core::Cancellation cancellation) const
{
    std::string request = requestOf(method::auditLog, {{"lines", lines}});
    const auto result = co_await call(std::move(request), deadline, std::move(cancellation));
    if (!result)
        co_return result.error();
    std::vector<std::string> entries;
    const auto rows = result->find("entries");
    if (rows == result->end() || !rows->is_array())
        co_return unexpected();
    for (const auto &row : *rows) {
        if (row.is_string())
            entries.push_back(row.get<std::string>());
    }
    co_return entries;
}

} // namespace adminlink
