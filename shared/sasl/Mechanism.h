// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"

#include <string>
#include <string_view>
#include <vector>

namespace sasl {

/// The ways to log in that we speak, all of them.
enum class Mechanism {
    ScramSha256, ///< RFC 7677: the password does not travel, and the server proves that it knows it
    Plain,       ///< RFC 4616
    Login,       ///< the obsolete one that many servers still ask for (draft-murchison-sasl-login)
    OAuthBearer, ///< RFC 7628
    XOAuth2,     ///< what came before it, at Google and Microsoft
};

/// The name on the wire.
std::string_view nameOf(Mechanism mechanism);

/// What the secret of the credentials is.
enum class SecretKind { Password, AccessToken };

/// Whether the secret itself may travel: when TLS protects the connection, or when the connection
/// to this very machine was provisioned as plain text.
enum class SecretOnTheWire { Allowed, Forbidden };

/// The best mechanism of those that the server offers (in any case). There is exactly one, and it
/// is tried once: trying the next after a refusal would count as more failed logins.
/// Unsupported: none in common, or only ones that would expose the secret.
core::Result<Mechanism> choose(const std::vector<std::string> &offered, SecretKind secret,
                               SecretOnTheWire secretOnTheWire);

} // namespace sasl
