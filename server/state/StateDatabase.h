// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Random.h"
#include "core/Result.h"
#include "crypto/KeyRing.h"
#include "state/FamilyRecord.h"
#include "state/Revocations.h"
#include "state/SendRecord.h"
#include "state/Sqlite.h"
#include "state/StateKeys.h"
#include "state/StateStore.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace state {

/// The tables of the SQLite store and the statements on them. It knows stored keys only, never what
/// they stand for. It blocks, so after open() it belongs to the store's worker thread.
class StateDatabase
{
public:
    /// The errors are sentences for the administrator: the file cannot be opened, it was written by
    /// a newer version, or its contents belong to other ENCRYPTION_KEYs.
    static core::Result<StateDatabase> open(const std::string &path, const crypto::KeyRing &ring,
                                            std::int64_t now, core::Random &random);

    /// The keyed hashes. Their key lies in the file, sealed. Moved out once, by the store.
    StateKeys takeKeys() { return std::move(*m_keys); }
    /// Replaces the sealed key in the file.
    core::Result<core::Done> storeSealedKey(const std::string &sealedKey);
    /// Nothing from before is remembered here.
    std::int64_t createdAt() const { return m_createdAt; }

    core::Result<bool> claimOnce(const std::string &key, std::int64_t until, std::int64_t now);
    core::Result<core::Done> createFamily(const std::string &key, const std::string &client,
                                          const std::string &clientName, std::int64_t expiresAt,
                                          std::int64_t now);
    core::Result<Rotation> rotate(const std::string &key, std::uint32_t shown, std::int64_t now);
    core::Result<core::Done> revokeFamily(const std::string &key, std::int64_t now);
    core::Result<core::Done> denyClient(const std::string &key, std::int64_t now);
    /// The key of the client with this handle; empty when there is none.
    core::Result<std::string> clientWithHandle(const std::string &handle);
    core::Result<core::Done> allowClient(const std::string &key);
    core::Result<core::Done> setNotBefore(std::int64_t time);
    core::Result<SendClaim> beginSend(const std::string &key, const std::string &content,
                                      const SendRequest &request, std::int64_t now);
    core::Result<bool> advanceSend(const std::string &key, const SendStep &step, std::int64_t now);
    core::Result<std::uint64_t> addSeals(const std::string &key, std::uint32_t count);
    core::Result<std::vector<KnownClient>> listClients(std::int64_t now);
    core::Result<core::Done> checkHealth(std::int64_t now);

    core::Result<Revocations> revocations();
    /// Changes whenever another connection, that is another process, has written.
    core::Result<std::int64_t> dataVersion();

private:
    explicit StateDatabase(Sqlite database);

    core::Result<core::Done> migrate();
    core::Result<core::Done> loadMeta(const crypto::KeyRing &ring, std::int64_t now,
                                      core::Random &random);
    core::Result<std::string> meta(std::string_view name);
    core::Result<core::Done> setMeta(std::string_view name, std::string_view value);
    /// Call inside a transaction.
    bool touchClient(const std::string &key, const std::string &name, std::int64_t now);
    bool forgetExpired(std::int64_t now);
    /// An empty record if there is none.
    core::Result<SendRecord> loadSend(const std::string &key);
    /// Call inside a transaction.
    bool storeSend(const std::string &key, const SendRecord &record);

    Sqlite m_database;
    std::optional<StateKeys> m_keys; ///< between open() and takeKeys()
    std::int64_t m_createdAt = 0;
    std::int64_t m_forgotAt = 0;
};

} // namespace state
