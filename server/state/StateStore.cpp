// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/StateStore.h"

#include <algorithm>
#include <utility>

namespace state {

std::string_view nameOf(ClaimKind kind)
{
    switch (kind) {
    case ClaimKind::AuthorizationCode:
        return "authorization_code";
    case ClaimKind::AuthorizationRequest:
        return "authorization_request";
    case ClaimKind::LegacyRefreshToken:
        return "legacy_refresh_token";
    case ClaimKind::ProtocolState:
        return "protocol_state";
    }
    return "unknown";
}

std::string_view nameOf(RotationOutcome outcome)
{
    switch (outcome) {
    case RotationOutcome::Rotated:
        return "rotated";
    case RotationOutcome::Grace:
        return "grace";
    case RotationOutcome::Reuse:
        return "reuse";
    case RotationOutcome::Revoked:
        return "revoked";
    }
    return "unknown";
}

bool needsCompleteMemory(ClaimKind kind)
{
    // Refresh tokens of the Ruby server are all older than any store of ours.
    return kind != ClaimKind::LegacyRefreshToken;
}

void sortByLastUse(std::vector<KnownClient> &clients)
{
    std::ranges::sort(clients, [](const KnownClient &a, const KnownClient &b) {
        return std::pair(b.lastUsedAt, a.handle) < std::pair(a.lastUsedAt, b.handle);
    });
}

namespace {

core::Error isNotShared()
{
    return {core::ErrorKind::Unsupported, "This store belongs to one process."};
}

} // namespace

core::Task<core::Result<core::Done>> StateStore::leaveMessage(std::string_view /*name*/,
                                                              std::string /*text*/,
                                                              std::chrono::seconds /*lifetime*/)
{
    co_return isNotShared();
}

core::Task<core::Result<std::string>> StateStore::takeMessage(std::string_view /*name*/)
{
    co_return isNotShared();
}

core::Task<core::Result<std::string>> StateStore::readMessage(std::string_view /*name*/)
{
    co_return isNotShared();
}

TokenOrigin::TokenOrigin(std::string familyId, std::string hashOfClient, std::int64_t issueTime)
    : family(std::move(familyId))
    , clientHash(std::move(hashOfClient))
    , issuedAt(issueTime)
{}

core::Task<core::Result<bool>> isRevoked(StateStore &store, TokenOrigin origin)
{
    const core::Result<std::int64_t> notBefore = co_await store.notBefore();
    if (!notBefore)
        co_return notBefore.error();
    if (origin.issuedAt < *notBefore)
        co_return true;
    const core::Result<bool> isDenied = co_await store.isClientDenied(origin.clientHash);
    if (!isDenied || *isDenied)
        co_return isDenied;
    co_return co_await store.isFamilyRevoked(origin.family);
}

} // namespace state
