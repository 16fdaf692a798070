// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/StoredSealCounter.h"

#include "core/Async.h"
#include "core/Log.h"

#include <utility>

namespace state {

namespace {

const core::Log logger("state");

} // namespace

StoredSealCounter::StoredSealCounter(StateStore &store, Limits limits)
    : m_store(store)
    , m_shared(std::make_shared<Shared>())
{
    m_shared->limits = limits;
}

bool StoredSealCounter::count(std::string_view keyId)
{
    const Limits &limits = m_shared->limits;
    const auto entry = m_shared->keys.try_emplace(std::string(keyId)).first;
    Key &key = entry->second;
    if (!key.isWriting && (!key.hasCountedForOthers || key.pending >= limits.unwritten / 2))
        core::start(write(m_store, m_shared, entry->first));
    const std::uint32_t unwritten = key.pending + key.inFlight;
    if (unwritten >= limits.unwritten || key.total + unwritten >= limits.seals)
        return false;
    ++key.pending;
    return true;
}

core::Task<void> StoredSealCounter::write(StateStore &store, std::shared_ptr<Shared> shared,
                                          std::string keyId)
{
    Key &key = shared->keys.at(keyId);
    key.isWriting = true;
    key.inFlight = std::exchange(key.pending, 0);
    const std::uint32_t forOthers = key.hasCountedForOthers ? 0 : shared->limits.unwritten;
    const auto total = co_await store.addSeals(keyId, key.inFlight + forOthers);
    key.isWriting = false;
    const std::uint32_t count = std::exchange(key.inFlight, 0);
    if (!total) {
        key.pending += count;
        co_return;
    }
    key.hasCountedForOthers = true;
    key.total = *total;
    if (key.total < shared->limits.warning || std::exchange(key.hasWarned, true))
        co_return;
    logger.warn("key_wears_out", {{"key", keyId},
                                  {"sealed", std::to_string(key.total)},
                                  {"remedy", "put a new key in front of ENCRYPTION_KEYS"}});
}

} // namespace state
