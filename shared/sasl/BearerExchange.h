// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sasl/Exchange.h"

namespace sasl {

/// OAUTHBEARER (RFC 7628) and XOAUTH2: an access token in one message. A server that refuses it
/// explains that in a challenge, which has to be answered before it says no.
class BearerExchange final : public Exchange
{
public:
    BearerExchange(Mechanism mechanism, const account::Credentials &credentials);

private:
    core::Result<std::optional<std::string>> first() override;
    core::Task<core::Result<std::string>> answer(std::string challenge) override;

    const Mechanism m_mechanism;
    const account::Credentials m_credentials;
    bool m_wasRefused = false;
};

} // namespace sasl
