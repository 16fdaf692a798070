// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Task.h"
#include "crypto/SealCounter.h"
#include "state/StateStore.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>

namespace state {

/// Counts over restarts and over all processes that share a store, without waiting for it: numbers
/// are written now and then. What a process that died may have kept to itself, each new process
/// counts for it. Main thread only.
class StoredSealCounter : public crypto::SealCounter
{
public:
    struct Limits
    {
        std::uint64_t warning = std::uint64_t(1) << 31; ///< said once in the log
        std::uint64_t seals = std::uint64_t(1) << 32;   ///< of one key
        std::uint32_t unwritten = 8192; ///< nothing is sealed while so much could not be written
    };

    /// The store must outlive the counter.
    StoredSealCounter(StateStore &store, Limits limits);

    bool count(std::string_view keyId) override;

private:
    struct Key
    {
        std::uint64_t total = 0;    ///< of all processes, as far as the store has told
        std::uint32_t pending = 0;  ///< not written yet
        std::uint32_t inFlight = 0; ///< being written
        bool isWriting = false;
        bool hasCountedForOthers = false;
        bool hasWarned = false;
    };
    /// What a write that is under way needs when the counter may be gone.
    struct Shared
    {
        Limits limits;
        std::map<std::string, Key, std::less<>> keys;
    };

    static core::Task<void> write(StateStore &store, std::shared_ptr<Shared> shared,
                                  std::string keyId);

    StateStore &m_store;
    std::shared_ptr<Shared> m_shared;
};

} // namespace state
