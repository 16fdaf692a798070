// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sasl/Exchange.h"

namespace sasl {

/// LOGIN: the server asks twice, for the user name and for the password. Its prompts differ from
/// server to server, so only their order counts.
class LoginExchange final : public Exchange
{
public:
    explicit LoginExchange(const account::Credentials &credentials);

private:
    core::Result<std::optional<std::string>> first() override;
    core::Task<core::Result<std::string>> answer(std::string challenge) override;

    const account::Credentials m_credentials;
    int m_answers = 0;
};

} // namespace sasl
