// SPDX-License-Identifier: GPL-3.0-or-later
#include "sasl/Exchange.h"
#include "smtp/Connection.h"

namespace smtp {

// RFC 4954
core::Task<core::Result<core::Done>>
Connection::authenticate(const account::Credentials &credentials, core::Deadline deadline,
                         sasl::SecretKind secret)
{
    // Plain text is only possible to this machine, and only where it was provisioned.
    const bool isSafe = isEncrypted() || m_security == account::Security::PlainText;
    const auto mechanism =
        sasl::choose(m_capabilities.mechanisms(), secret,
                     isSafe ? sasl::SecretOnTheWire::Allowed : sasl::SecretOnTheWire::Forbidden);
    if (!mechanism)
        co_return mechanism.error();
    const auto exchange = sasl::Exchange::begin(*mechanism, credentials);
    if (!exchange)
        co_return exchange.error();
    auto initial = (*exchange)->initialResponse();
    if (!initial)
        co_return initial.error();

    m_stream->beginOperation(m_cancellation);
    m_loginMethod = nameOf(*mechanism);
    const auto command = "AUTH " + m_loginMethod;
    if (*initial)
        writeSecret(command + " ", core::Secret(std::move(**initial)));
    else
        write(command);
    while (true) {
        const auto reply = co_await readReply(deadline, Quoting::Forbidden);
        if (!reply)
            co_return reply.error();
        if (reply->code == 235) {
            const auto confirmed = (*exchange)->confirm();
            if (!confirmed)
                m_stream->abort();
            co_return confirmed;
        }
        if (reply->code != 334)
            co_return refuse(*reply, Refused::Login);
        auto response = co_await (*exchange)->respond(reply->lines.front());
        if (!response) {
            m_stream->abort();
            co_return response.error();
        }
        writeSecret({}, core::Secret(std::move(*response)));
    }
}

} // namespace smtp
