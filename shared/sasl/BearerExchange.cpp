// SPDX-License-Identifier: GPL-3.0-or-later
#include "sasl/BearerExchange.h"

namespace sasl {

namespace {

constexpr char separator = '\x01';

/// RFC 5801 §4: "=" and "," mean something in the header.
std::string escapedName(const std::string &name)
{
    std::string escaped;
    for (const char c : name) {
        if (c == '=')
            escaped += "=3D";
        else if (c == ',')
            escaped += "=2C";
        else
            escaped += c;
    }
    return escaped;
}

} // namespace

BearerExchange::BearerExchange(Mechanism mechanism, const account::Credentials &credentials)
    : m_mechanism(mechanism)
    , m_credentials(credentials.clone())
{}

core::Result<std::optional<std::string>> BearerExchange::first()
{
    const auto &name = m_credentials.username;
    const auto token = m_credentials.password.reveal();
    if (name.find(separator) != std::string::npos || token.find(separator) != token.npos)
        return core::Error(core::ErrorKind::InvalidArgument,
                           "The user name and the access token must not contain control "
                           "characters.");
    std::string message =
        m_mechanism == Mechanism::XOAuth2 ? "user=" + name : "n,a=" + escapedName(name) + ",";
    message += separator;
    message += "auth=Bearer ";
    message += token;
    message += separator;
    message += separator;
    return std::optional(std::move(message));
}

core::Task<core::Result<std::string>> BearerExchange::answer(std::string /*challenge*/)
{
    if (m_wasRefused)
        co_return unexpectedChallenge();
    m_wasRefused = true;
    if (m_mechanism == Mechanism::XOAuth2)
        co_return std::string();
    co_return std::string(1, separator); // RFC 7628 §3.2.3
}

} // namespace sasl
