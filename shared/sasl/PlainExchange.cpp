// SPDX-License-Identifier: GPL-3.0-or-later
#include "sasl/PlainExchange.h"

namespace sasl {

PlainExchange::PlainExchange(const account::Credentials &credentials)
    : m_credentials(credentials.clone())
{}

core::Result<std::optional<std::string>> PlainExchange::first()
{
    std::string message;
    message += '\0';
    message += m_credentials.username;
    message += '\0';
    message += m_credentials.password.reveal();
    return std::optional(std::move(message));
}

core::Task<core::Result<std::string>> PlainExchange::answer(std::string /*challenge*/)
{
    co_return unexpectedChallenge();
}

} // namespace sasl
