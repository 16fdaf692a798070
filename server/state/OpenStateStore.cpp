// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/OpenStateStore.h"

#include "state/MemoryStore.h"
#include "state/SqliteStore.h"

#include <string>
#include <utility>

namespace state {

core::Result<std::unique_ptr<StateStore>> openStateStore(std::string_view stateUrl,
                                                         const crypto::KeyRing &ring,
                                                         const core::Clock &clock,
                                                         core::Random &random)
{
    constexpr std::string_view sqlitePrefix = "sqlite:";
    const auto refused = [](std::string sentence) {
        return core::Error(core::ErrorKind::InvalidArgument, std::move(sentence));
    };
    if (stateUrl == "memory:")
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
    if (stateUrl.starts_with("redis://") || stateUrl.starts_with("rediss://"))
        return refused("STATE_URL names a Redis server, but Redis is not built in yet; use "
                       "sqlite:PATH.");
    return refused("STATE_URL must be 'memory:' or 'sqlite:PATH'.");
}

} // namespace state
