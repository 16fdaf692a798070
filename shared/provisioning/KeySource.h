// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "core/Secret.h"
#include "crypto/KeyRing.h"

#include <string>

namespace provisioning {

/// The two settings that keys are written in, as text.
struct KeyTexts
{
    core::Secret encryptionKey;  ///< of ENCRYPTION_KEY; may be empty
    core::Secret encryptionKeys; ///< of ENCRYPTION_KEYS; may be empty

    /// As crypto::KeyRing::parse().
    core::Result<crypto::KeyRing> ring() const;
};

/// What a settings file of the server says for those who provision clients.
struct ServerKeys
{
    KeyTexts keys;
    std::string baseUrl;
};

/// Longest text of keys that is read, whatever it comes from; eight keys take 500 bytes.
inline constexpr std::size_t longestKeyText = 64UL * 1024;

/// Keys as people paste them: base64 of 32 bytes, `kid:base64,kid:base64`, or the lines
/// ENCRYPTION_KEY=… and ENCRYPTION_KEYS=… of a settings file. InvalidArgument says what is wrong
/// and never shows it.
core::Result<KeyTexts> keysFromText(std::string_view text);

/// The same from a file. PermissionDenied, with the remedy: others than its owner can read it (any
/// mode but 0600 and stricter), or it belongs to another user than this one and root. NotFound,
/// InvalidArgument.
core::Result<KeyTexts> keysFromFile(const std::string &path);

/// Keys and BASE_URL of a settings file (.env), with the same checks of the file.
core::Result<ServerKeys> serverKeysFromFile(const std::string &path);

} // namespace provisioning
