// SPDX-License-Identifier: GPL-3.0-or-later
#include "sasl/Mechanism.h"

#include "core/Ascii.h"

#include <algorithm>
#include <array>
#include <span>

namespace sasl {

namespace {

/// Best first.
constexpr std::array forPasswords{Mechanism::ScramSha256, Mechanism::Plain, Mechanism::Login};
constexpr std::array forTokens{Mechanism::OAuthBearer, Mechanism::XOAuth2};

bool exposesTheSecret(Mechanism mechanism)
{
    return mechanism != Mechanism::ScramSha256;
}

core::Error nothingInCommon(const std::vector<std::string> &offered, SecretKind secret)
{
    std::string detail = "offered:";
    for (const auto &name : offered)
        detail += " " + name;
    if (secret == SecretKind::AccessToken)
        return {core::ErrorKind::Unsupported, "The mail server accepts no access tokens.", detail};
    return {core::ErrorKind::Unsupported,
            "The mail server accepts no password in a way that this program knows. It may want "
            "OAuth, or a login with passwords has to be enabled at the provider.",
            detail};
}

} // namespace

std::string_view nameOf(Mechanism mechanism)
{
    switch (mechanism) {
    case Mechanism::ScramSha256:
        return "SCRAM-SHA-256";
    case Mechanism::Plain:
        return "PLAIN";
    case Mechanism::Login:
        return "LOGIN";
    case Mechanism::OAuthBearer:
        return "OAUTHBEARER";
    case Mechanism::XOAuth2:
        return "XOAUTH2";
    }
    return "";
}

core::Result<Mechanism> choose(const std::vector<std::string> &offered, SecretKind secret,
                               SecretOnTheWire secretOnTheWire)
{
    const bool isPassword = secret == SecretKind::Password;
    const std::span<const Mechanism> candidates =
        isPassword ? std::span<const Mechanism>(forPasswords) : std::span(forTokens);
    bool wasExposed = false;
    for (const auto mechanism : candidates) {
        const bool isOffered = std::ranges::any_of(offered, [mechanism](const std::string &name) {
            return core::equalsIgnoringCase(name, nameOf(mechanism));
        });
        if (!isOffered)
            continue;
        if (secretOnTheWire == SecretOnTheWire::Allowed || !exposesTheSecret(mechanism))
            return mechanism;
        wasExposed = true;
    }
    if (wasExposed)
        return core::Error(core::ErrorKind::Unsupported,
                           "The mail server would see the password unencrypted. Use implicit TLS "
                           "or STARTTLS.");
    return nothingInCommon(offered, secret);
}

} // namespace sasl
