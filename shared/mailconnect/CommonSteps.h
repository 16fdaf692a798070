// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mailconnect/Explanation.h"
#include "mailconnect/Inspection.h"
#include "mailconnect/ShownText.h"

#include <string>
#include <utility>

/// What IMAP and SMTP servers are asked alike. A step ends with false when the service ends with
/// it.
namespace mailconnect {

/// Of an imap::Connection or an smtp::Connection.
template <typename Words, typename Names>
CapabilityDetails shownCapabilities(const Words &words, const Names &mechanisms)
{
    CapabilityDetails details;
    for (const auto &word : words)
        details.capabilities.push_back(shownText(word));
    for (const auto &name : mechanisms)
        details.mechanisms.push_back(shownText(name));
    return details;
}

/// `isRefusal`: what there is in place of a greeting is the server's no.
bool endGreeting(Inspection &inspection, std::size_t step,
                 const core::Result<std::string> &greeting, bool isRefusal);

/// `invitesPasswords`: a program that forgets TLS would get as far as sending its password.
void endCapabilities(Inspection &inspection, std::size_t step, CapabilityDetails details,
                     bool invitesPasswords);

/// What a connection knows after a login.
struct LoginState
{
    std::string method;
    bool isUsable = false;
};

/// `finding`: what a refusal means.
bool endLogin(Inspection &inspection, std::size_t step, const core::Result<core::Done> &done,
              const LoginState &state, Finding finding);

/// STARTTLS. `isRefusal` tells whether an error is the server's no.
template <typename Connection>
core::Task<bool> encrypt(Inspection &inspection, Connection &connection,
                         bool (*isRefusal)(const core::Error &))
{
    const auto step = inspection.log.begin(StepKind::StartTls);
    if (!connection.capabilities().has("STARTTLS")) {
        inspection.log.end(step, inspection.found(StepState::Failed, Finding::NoStartTls));
        co_return false;
    }
    const auto encrypted =
        co_await connection.startTls(core::deadlineIn(inspection.limits().tlsHandshake));
    if (encrypted) {
        inspection.noteEncryption();
        inspection.log.end(step, tlsOutcome(inspection, nullptr, connection.tlsReport()));
        co_return true;
    }
    const auto &error = encrypted.error();
    auto outcome = tlsOutcome(inspection, &error, connection.tlsReport());
    if (isRefusal(error))
        outcome =
            explained(StepState::Failed, Finding::StartTlsRefused, inspection.server, error.detail);
    else if (error.kind == core::ErrorKind::Protocol)
        outcome = inspection.found(StepState::Failed, Finding::Tampering);
    inspection.log.end(step, std::move(outcome));
    co_return false;
}

} // namespace mailconnect
