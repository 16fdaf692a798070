// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailconnect/DiagnosisStep.h"

#include <QtGlobal>

namespace mailconnect {

std::string_view nameOf(Service service)
{
    return service == Service::Imap ? "imap" : "smtp";
}

std::string_view titleOf(Service service)
{
    return service == Service::Imap ? "IMAP" : "SMTP";
}

std::string_view nameOf(StepState state)
{
    switch (state) {
    case StepState::Running:
        return "running";
    case StepState::Passed:
        return "passed";
    case StepState::Warning:
        return "warning";
    case StepState::Failed:
        return "failed";
    case StepState::Skipped:
        return "skipped";
    }
    return {};
}

std::string_view nameOf(StepKind kind)
{
    switch (kind) {
    case StepKind::Resolve:
        return "resolve";
    case StepKind::Connect:
        return "connect";
    case StepKind::TlsHandshake:
        return "tls_handshake";
    case StepKind::Greeting:
        return "greeting";
    case StepKind::Capabilities:
        return "capabilities";
    case StepKind::StartTls:
        return "starttls";
    case StepKind::CapabilitiesAfterTls:
        return "capabilities_after_tls";
    case StepKind::Login:
        return "login";
    case StepKind::CapabilitiesAfterLogin:
        return "capabilities_after_login";
    case StepKind::Folders:
        return "folders";
    case StepKind::Quota:
        return "quota";
    case StepKind::SubmissionLimits:
        return "submission_limits";
    case StepKind::SendTestMessage:
        return "send_test_message";
    case StepKind::FindTestMessage:
        return "find_test_message";
    case StepKind::DeleteTestMessage:
        return "delete_test_message";
    }
    return {};
}

i18n::Text titleOf(StepKind kind)
{
    switch (kind) {
    case StepKind::Resolve:
        return QT_TRANSLATE_NOOP("pages", "Look up the name");
    case StepKind::Connect:
        return QT_TRANSLATE_NOOP("pages", "Connect");
    case StepKind::TlsHandshake:
        return QT_TRANSLATE_NOOP("pages", "Encrypt (TLS)");
    case StepKind::Greeting:
        return QT_TRANSLATE_NOOP("pages", "Greeting");
    case StepKind::Capabilities:
        return QT_TRANSLATE_NOOP("pages", "Capabilities");
    case StepKind::StartTls:
        return QT_TRANSLATE_NOOP("pages", "Encrypt (STARTTLS)");
    case StepKind::CapabilitiesAfterTls:
        return QT_TRANSLATE_NOOP("pages", "Capabilities with TLS");
    case StepKind::Login:
        return QT_TRANSLATE_NOOP("pages", "Log in");
    case StepKind::CapabilitiesAfterLogin:
        return QT_TRANSLATE_NOOP("pages", "Capabilities after the login");
    case StepKind::Folders:
        return QT_TRANSLATE_NOOP("pages", "Folders");
    case StepKind::Quota:
        return QT_TRANSLATE_NOOP("pages", "Quota");
    case StepKind::SubmissionLimits:
        return QT_TRANSLATE_NOOP("pages", "Limits for sending");
    case StepKind::SendTestMessage:
        return QT_TRANSLATE_NOOP("pages", "Send a test message");
    case StepKind::FindTestMessage:
        return QT_TRANSLATE_NOOP("pages", "Find the test message");
    case StepKind::DeleteTestMessage:
        return QT_TRANSLATE_NOOP("pages", "Delete the test message");
    }
    return "";
}

} // namespace mailconnect
