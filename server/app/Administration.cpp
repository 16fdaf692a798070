// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Administration.h"

#include "adminlink/Protocol.h"
#include "adminsocket/LastLines.h"
#include "app/ClientChanges.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace app {

namespace {

using core::Error;
using core::ErrorKind;
using nlohmann::json;
namespace method = adminlink::method;

json jsonOf(const state::KnownClient &client)
{
    return {{"handle", client.handle},          {"name", client.name},
            {"first_seen", client.firstSeenAt}, {"last_used", client.lastUsedAt},
            {"logins", client.activeFamilies},  {"denied", client.isDenied}};
}

core::Result<std::string> handleOf(const json &parameters)
{
    const auto found = parameters.find("handle");
    if (found == parameters.end() || !found->is_string())
        return Error(ErrorKind::InvalidArgument, "The handle of a client is needed.");
    return found->get<std::string>();
}

} // namespace

Administration::Administration(Services services)
    : m_services(std::move(services))
    , m_startedAt(m_services.clock.secondsSinceEpoch())
    , m_socket([this](std::string name,
                      json parameters) { return answer(std::move(name), std::move(parameters)); },
               m_services.admits, {})
{}

core::Result<core::Done> Administration::listen(const std::string &path)
{
    return m_socket.listen(path);
}

core::Task<core::Result<json>> Administration::answer(std::string name, json parameters)
{
    if (name == method::status)
        co_return co_await status();
    if (name == method::metrics)
        co_return json{{"text", m_services.metrics()}};
    if (name == method::clients)
        co_return co_await clients();
    if (name == method::auditLog)
        co_return auditLog(parameters);
    if (name == method::revoke || name == method::allow) {
        auto handle = handleOf(parameters);
        if (!handle)
            co_return handle.error();
        const auto verdict = name == method::revoke ? Verdict::Denied : Verdict::Allowed;
        const auto changed = co_await judgeClient(m_services.store, std::move(*handle), verdict);
        if (!changed)
            co_return changed.error();
        co_return json::object();
    }
    if (name == method::endEveryLogin) {
        const auto notBefore = co_await endEveryLogin(m_services.store, m_services.clock);
        if (!notBefore)
            co_return notBefore.error();
        co_return json{{"not_before", *notBefore}};
    }
    co_return Error(ErrorKind::Unsupported, "This server knows no such request.");
}

core::Task<core::Result<json>> Administration::status()
{
    const auto healthy = co_await m_services.store.checkHealth();
    co_return json{{"version", MAIL_MCP_VERSION},
                   {"url", m_services.url},
                   {"started_at", m_startedAt},
                   {"ready", static_cast<bool>(healthy)},
                   {"problem", healthy ? std::string() : healthy.error().message}};
}

core::Task<core::Result<json>> Administration::clients()
{
    const auto known = co_await m_services.store.listClients();
    if (!known)
        co_return known.error();
    auto rows = json::array();
    for (const auto &client : *known)
        rows.push_back(jsonOf(client));
    co_return json{{"clients", std::move(rows)}};
}

core::Result<json> Administration::auditLog(const json &parameters) const
{
    if (!m_services.auditLog.starts_with('/'))
        return Error(ErrorKind::Unsupported,
                     "The audit log of this server is not in a file: AUDIT_LOG is "
                         + m_services.auditLog + '.');
    const auto wanted = parameters.find("lines");
    if (wanted == parameters.end() || !wanted->is_number_unsigned() || *wanted == 0
        || *wanted > adminlink::Limits::auditLines)
        return Error(ErrorKind::InvalidArgument, "The lines must be a number from 1 to "
                                                     + std::to_string(adminlink::Limits::auditLines)
                                                     + '.');
    const auto lines = adminsocket::lastLines(m_services.auditLog, wanted->get<std::size_t>());
    if (!lines)
        return lines.error();
    return json{{"entries", *lines}};
}

} // namespace app
