// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mailconnect/Diagnosis.h"
#include "support/Await.h"
#include "support/ScriptedServer.h"

#include <QByteArray>

#include <algorithm>
#include <string>

/// What the tests of the diagnosis share.
namespace diagnosing {

inline const std::string password = "s3cret-Password";

inline account::ServerEndpoint endpoint(std::uint16_t port, account::Security security,
                                        std::string host = "127.0.0.1")
{
    return {.host = std::move(host), .port = port, .security = security};
}

inline account::Credentials login()
{
    return {.username = "anna@mail.test", .password = core::Secret::copyOf(password)};
}

inline mailconnect::DiagnosisReport diagnose(mailconnect::DiagnosisRequest request,
                                             core::Cancellation cancellation = {})
{
    return support::await(mailconnect::diagnose(std::move(request), {}, std::move(cancellation)));
}

inline const mailconnect::ServiceReport &only(const mailconnect::DiagnosisReport &report)
{
    return report.imap ? *report.imap : *report.smtp;
}

/// "login: wrong_credentials": the first step that failed, or that gave a warning; else the
/// verdict.
inline QByteArray outcome(const mailconnect::ServiceReport &report)
{
    using mailconnect::StepState;
    for (const auto state : {StepState::Failed, StepState::Warning}) {
        const auto step = std::ranges::find(report.steps, state, &mailconnect::StepReport::state);
        if (step != report.steps.end())
            return QByteArray::fromStdString(std::string(nameOf(step->kind)) + ": "
                                             + std::string(nameOf(step->finding)));
    }
    return QByteArray::fromStdString(std::string(nameOf(report.verdict)));
}

} // namespace diagnosing
