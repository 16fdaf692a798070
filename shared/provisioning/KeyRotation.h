// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Clock.h"
#include "core/Random.h"
#include "core/Result.h"
#include "core/Secret.h"
#include "crypto/KeyRing.h"
#include "i18n/Failure.h"

#include <string>
#include <vector>

namespace provisioning {

/// A new random key, as ENCRYPTION_KEY has it: base64 of 32 bytes.
core::Secret newKey(core::Random &random);

/// The next step from the keys that a server has to those with a new one.
struct Rotation
{
    std::string newKeyId;        ///< "2026-11-28", with a letter behind it if that is taken
    core::Secret encryptionKeys; ///< text of ENCRYPTION_KEYS: the new key, then the others
    std::vector<std::string> olderKeyIds; ///< that still open, in the order of the text
    /// What to do with it, and when an older key may go. To be shown as a numbered list.
    std::vector<i18n::Text> steps;
};

/// Puts a new key in front. InvalidArgument: there are as many keys as there may be.
core::Result<Rotation, i18n::Failure> rotate(const crypto::KeyRing &keys, const core::Clock &clock,
                                             core::Random &random);

} // namespace provisioning
