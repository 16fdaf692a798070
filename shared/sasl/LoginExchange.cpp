// SPDX-License-Identifier: GPL-3.0-or-later
#include "sasl/LoginExchange.h"

namespace sasl {

LoginExchange::LoginExchange(const account::Credentials &credentials)
    : m_credentials(credentials.clone())
{}

core::Result<std::optional<std::string>> LoginExchange::first()
{
    return std::optional<std::string>();
}

core::Task<core::Result<std::string>> LoginExchange::answer(std::string /*challenge*/)
{
    ++m_answers;
    if (m_answers == 1)
        co_return m_credentials.username;
    if (m_answers == 2)
        co_return std::string(m_credentials.password.reveal());
    co_return unexpectedChallenge();
}

} // namespace sasl
