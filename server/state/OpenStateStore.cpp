// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/OpenStateStore.h"

#include "state/MemoryStore.h"
#include "state/RedisStore.h"
#include "state/SqliteStore.h"

#include <filesystem>
#include <string>
#include <system_error>
#include <utility>

namespace state {

namespace {

constexpr std::string_view memoryUrl = "memory:";
constexpr std::string_view sqlitePrefix = "sqlite:";

core::Error refused(std::string sentence)
{
    return {core::ErrorKind::InvalidArgument, std::move(sentence)};
}

} // namespace

core::Result<std::unique_ptr<StateStore>> openStateStore(std::string_view stateUrl,
                                                         const crypto::KeyRing &ring,
                                                         const core::Clock &clock,
                                                         core::Random &random, net::TlsPolicy tls)
{
    if (stateUrl == memoryUrl)
        return std::unique_ptr<StateStore>(std::make_unique<MemoryStore>(clock, random));
    if (stateUrl.starts_with(sqlitePrefix)) {
        const std::string path(stateUrl.substr(sqlitePrefix.size()));
        if (path.empty() || path.starts_with("//"))
            return refused("STATE_URL must name a file after 'sqlite:', as in "
                           "sqlite:/var/lib/mail_mcp/state.db.");
        auto store = SqliteStore::open(path, ring, clock, random);
        if (!store)
            return store.error();
        return std::unique_ptr<StateStore>(std::move(*store));
    }
    if (stateUrl.starts_with("redis://") || stateUrl.starts_with("rediss://")) {
        auto address = RedisAddress::parse(stateUrl);
        if (!address)
            return address.error();
        auto store = RedisStore::open(std::move(*address), std::move(tls), ring, clock, random);
        if (!store)
            return store.error();
        return std::unique_ptr<StateStore>(std::move(*store));
    }
    return refused("STATE_URL must be 'memory:', 'sqlite:PATH', 'redis://HOST' or "
                   "'rediss://HOST'.");
}

core::Result<core::Done> checkSharedState(std::string_view stateUrl)
{
    if (stateUrl == memoryUrl)
        return refused("STATE_URL is memory:, which nobody but the server itself can see. Restart "
                       "the server to revoke everything, or use sqlite:PATH.");
    if (!stateUrl.starts_with(sqlitePrefix))
        return core::Done{};
    const std::string path(stateUrl.substr(sqlitePrefix.size()));
    std::error_code error;
    if (!std::filesystem::exists(path, error))
        return refused("STATE_URL names " + path
                       + ", which is not there. Set STATE_URL as the server has it; it makes the "
                         "file when it starts.");
    return core::Done{};
}

} // namespace state
