// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/FamilyRecord.h"

namespace state {

Rotation FamilyRecord::rotate(std::uint32_t shown, std::int64_t now)
{
    if (revokedAt != 0 || expiresAt <= now)
        return {.outcome = RotationOutcome::Revoked};
    // Newer than the newest: this store was restored from a backup and cannot vouch for it.
    if (shown > generation)
        return {.outcome = RotationOutcome::Revoked};
    if (shown == generation) {
        ++generation;
        rotatedAt = now;
        graceUses = 0;
        return {.outcome = RotationOutcome::Rotated, .generation = generation};
    }
    if (shown + 1 == generation && now - rotatedAt <= StateStore::graceTime.count()
        && graceUses < StateStore::graceUses) {
        ++graceUses;
        return {.outcome = RotationOutcome::Grace, .generation = generation};
    }
    revokedAt = now;
    return {.outcome = RotationOutcome::Reuse};
}

core::Error familyExists()
{
    return {core::ErrorKind::Conflict, "the family exists or was revoked before it began"};
}

} // namespace state
