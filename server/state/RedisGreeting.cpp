// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/RedisGreeting.h"

#include "core/Log.h"

#include <utility>

namespace state {

using core::Result;
using core::Task;

namespace {

const core::Log logger("state");

/// The value of a line "name:value" of what INFO answers.
std::string_view valueOf(std::string_view info, std::string_view name)
{
    const std::string begin = "\n" + std::string(name) + ':';
    const auto found = info.find(begin);
    if (found == std::string_view::npos)
        return {};
    const auto value = info.substr(found + begin.size());
    return value.substr(0, value.find_first_of("\r\n"));
}

core::Error unusable(const RedisAddress &address, std::string_view sentence)
{
    return {core::ErrorKind::Unavailable,
            "The state store " + address.name() + ' ' + std::string(sentence)};
}

core::Error explain(const RedisAddress &address, const RedisReply &failure)
{
    if (failure.isFailure("WRONGPASS") || failure.isFailure("without any password configured"))
        return unusable(address, "refused the user name or the password in STATE_URL.");
    if (failure.isFailure("NOAUTH"))
        return unusable(address, "wants a password; write user:password@ into STATE_URL.");
    if (failure.isFailure("NOPERM"))
        return unusable(address, "does not let the user of STATE_URL do what is needed; README.md "
                                 "has the ACL rule. It said: "
                                     + failure.text);
    return unusable(address, "refused a command: " + failure.text);
}

core::Result<core::Done> check(const RedisAddress &address, std::string_view info)
{
    const auto policy = valueOf(info, "maxmemory_policy");
    if (valueOf(info, "role") != "master")
        return unusable(address, "is a replica, which cannot be written to; let STATE_URL name "
                                 "its primary.");
    if (valueOf(info, "cluster_enabled") == "1")
        return unusable(address, "is part of a cluster, which is not supported; use a single "
                                 "server, with replicas if you like.");
    if (policy != "noeviction")
        return unusable(address, "has the maxmemory-policy " + std::string(policy)
                                     + ", which forgets used codes and revocations when memory "
                                       "is short; set 'maxmemory-policy noeviction' in its "
                                       "configuration.");
    if (valueOf(info, "aof_enabled") == "0")
        logger.warn("store_not_durable",
                    {{"store", address.name()}, {"remedy", "set 'appendonly yes'"}});
    return core::Done{};
}

} // namespace

Task<Result<std::string>> greetRedis(RedisConnectionPtr connection, const RedisAddress &address)
{
    if (!address.password.isEmpty()) {
        RedisCommand login = {"AUTH"};
        if (!address.username.empty())
            login.push_back(address.username);
        login.emplace_back(address.password.reveal());
        const auto reply = co_await RedisConnection::call(connection, login);
        core::wipe(login.back());
        if (!reply)
            co_return reply.error();
        if (!reply->isText())
            co_return explain(address, *reply);
    }
    if (address.database != 0) {
        RedisCommand select = {"SELECT", std::to_string(address.database)};
        const auto reply = co_await RedisConnection::call(connection, std::move(select));
        if (!reply)
            co_return reply.error();
        if (!reply->isText())
            co_return explain(address, *reply);
    }
    RedisCommand ask = {"INFO"};
    const auto info = co_await RedisConnection::call(connection, std::move(ask));
    if (!info)
        co_return info.error();
    if (!info->isText())
        co_return explain(address, *info);
    if (const auto checked = check(address, info->text); !checked)
        co_return checked.error();
    co_return std::string(valueOf(info->text, "run_id"));
}

} // namespace state
