// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Error.h"
#include "state/StateStore.h"

#include <cstdint>

namespace state {

/// What a store keeps of a family, and the one place that knows the rules of rotation.
struct FamilyRecord
{
    std::uint32_t generation = 0;
    std::uint32_t graceUses = 0;
    std::int64_t rotatedAt = 0; ///< when the current generation began
    std::int64_t expiresAt = 0;
    std::int64_t revokedAt = 0; ///< 0: it is not

    /// Decides what the refresh token of generation `shown` gets, and moves on (RFC 9700 §4.14.2).
    Rotation rotate(std::uint32_t shown, std::int64_t now);
};

/// Conflict: what createFamily() answers to a second beginning.
core::Error familyExists();

} // namespace state
