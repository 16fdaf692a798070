// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sasl/Exchange.h"

namespace sasl {

/// PLAIN (RFC 4616): user name and password in one message.
class PlainExchange final : public Exchange
{
public:
    explicit PlainExchange(const account::Credentials &credentials);

private:
    core::Result<std::optional<std::string>> first() override;
    core::Task<core::Result<std::string>> answer(std::string challenge) override;

    const account::Credentials m_credentials;
};

} // namespace sasl
