// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace oauth {

/// A code_challenge of the S256 method: exactly 43 base64url characters (RFC 7636 §4.2).
bool isCodeChallenge(std::string_view text);

/// A code_verifier: 43 to 128 unreserved characters (RFC 7636 §4.1).
bool isCodeVerifier(std::string_view text);

/// BASE64URL(SHA256(verifier)) == challenge, in constant time (RFC 7636 §4.6).
bool verifierFitsChallenge(std::string_view verifier, std::string_view challenge);

} // namespace oauth
