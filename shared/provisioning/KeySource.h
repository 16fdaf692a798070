// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "core/Secret.h"
#include "crypto/KeyRing.h"
#include "i18n/Failure.h"

#include <string>
#include <string_view>

namespace provisioning {

/// Longest text of keys that is read, whatever it comes from; eight keys take 500 bytes.
inline constexpr std::size_t longestKeyText = 64UL * 1024;

/// Keys as people paste them: base64 of 32 bytes, `kid:base64,kid:base64`, or the lines
/// ENCRYPTION_KEY=… and ENCRYPTION_KEYS=… of a settings file. InvalidArgument says what is wrong
/// and never shows it; TooLarge.
core::Result<crypto::KeyRing, i18n::Failure> keysFromText(std::string_view text);

/// The same from a file. PermissionDenied, with the remedy: others than its owner can use it (any
/// mode but 0600 and stricter), it belongs to somebody else than this user and root, or it cannot
/// be read. NotFound; else as keysFromText(). On Windows nobody looks at who can use it.
core::Result<crypto::KeyRing, i18n::Failure> keysFromFile(const std::string &path);

/// What the settings of a server say to those who make clients for it.
struct ServerKeys
{
    crypto::KeyRing keys;
    std::string baseUrl;
};

/// From a settings file (.env), with the same checks of the file.
core::Result<ServerKeys, i18n::Failure> serverKeysFromFile(const std::string &path);

/// All keys in one line, as ENCRYPTION_KEYS has them and keysFromText() reads them.
core::Secret textOf(const crypto::KeyRing &keys);

} // namespace provisioning
