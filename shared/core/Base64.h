// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace core {

/// Base64url without padding (RFC 4648 §5, RFC 7515 §2).
std::string encodeBase64Url(std::string_view bytes);

/// Accepts only the canonical form: no padding, no white space, no foreign characters, and the
/// unused bits of the last character zero. Two different texts therefore never decode to the same
/// bytes.
std::optional<std::string> decodeBase64Url(std::string_view text);

/// Base64 with padding (RFC 4648 §4).
std::string encodeBase64(std::string_view bytes);

/// Accepts only the canonical form, with its padding.
std::optional<std::string> decodeBase64(std::string_view text);

} // namespace core
