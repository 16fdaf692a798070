// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailconnect/SmtpInspection.h"

#include "mailconnect/CommonSteps.h"

#include <QtGlobal>

#include <utility>

namespace mailconnect {

namespace {

using i18n::Text;

CapabilityDetails capabilitiesOf(const smtp::Connection &connection)
{
    const auto &capabilities = connection.capabilities();
    return shownCapabilities(capabilities.keywords(), capabilities.mechanisms());
}

bool has(std::string_view words, std::string_view part)
{
    return words.find(part) != std::string_view::npos;
}

/// The detail of a refused login is its code, its status, and words that are known.
Finding loginFinding(const core::Error &error, const smtp::Connection &connection)
{
    if (has(error.detail, "5.7.9") || has(error.detail, "pplication-specific password"))
        return Finding::AppPasswordNeeded;
    if (has(error.detail, "5.7.139") || has(error.detail, "SmtpClientAuthentication"))
        return Finding::PasswordLoginsOff;
    switch (error.kind) {
    case core::ErrorKind::Unauthenticated:
        return Finding::WrongCredentials;
    case core::ErrorKind::Unsupported:
        if (areTokensOnly(connection.capabilities().mechanisms()))
            return Finding::OAuthOnly;
        return connection.loginMethod().empty() ? Finding::NoMechanism : Finding::PasswordLoginsOff;
    case core::ErrorKind::Unavailable:
    case core::ErrorKind::Busy:
        return Finding::LoginNotNow;
    case core::ErrorKind::UntrustedPeer:
        return Finding::ServerNotProven;
    default:
        return Finding::Failed;
    }
}

/// A code in front: the server has answered, with a no.
bool isNo(const core::Error &error)
{
    return error.detail.starts_with('4') || error.detail.starts_with('5');
}

core::Task<bool> greet(Inspection &inspection, smtp::Connection &connection, std::size_t step)
{
    const auto greeting = co_await connection.greet(core::deadlineIn(inspection.limits().greeting));
    co_return endGreeting(inspection, step, greeting, !greeting && isNo(greeting.error()));
}

core::Task<bool> learn(Inspection &inspection, smtp::Connection &connection, StepKind kind)
{
    const auto step = inspection.log.begin(kind);
    const auto greeted = co_await connection.hello(core::deadlineIn(inspection.limits().command));
    if (!greeted) {
        auto outcome = inspection.failed(greeted.error());
        if (greeted.error().kind == core::ErrorKind::Unsupported)
            outcome = explained(StepState::Failed, Finding::NotThisProtocol, inspection.server,
                                greeted.error().detail);
        inspection.log.end(step, std::move(outcome));
        co_return false;
    }
    auto details = capabilitiesOf(connection);
    const bool invitesPasswords = inspection.endpoint.security == account::Security::StartTls
                                  && !inspection.isLoopback && !connection.isEncrypted()
                                  && !details.mechanisms.empty();
    endCapabilities(inspection, step, std::move(details), invitesPasswords);
    co_return true;
}

core::Task<bool> logIn(Inspection &inspection, smtp::Connection &connection)
{
    const auto step = inspection.log.begin(StepKind::Login);
    if (connection.capabilities().mechanisms().empty()) {
        inspection.log.end(step, inspection.found(StepState::Failed, Finding::NoAuthentication));
        co_return false;
    }
    const auto done = co_await connection.authenticate(*inspection.request.smtpLogin,
                                                       core::deadlineIn(inspection.limits().login));
    const LoginState state{.method = connection.loginMethod(), .isUsable = connection.isUsable()};
    co_return endLogin(inspection, step, done, state,
                       done ? Finding::None : loginFinding(done.error(), connection));
}

void noteLimits(Inspection &inspection, const smtp::Connection &connection)
{
    const auto step = inspection.log.begin(StepKind::SubmissionLimits);
    SubmissionDetails details;
    details.sizeLimit = connection.capabilities().sizeLimit();
    details.extensions = capabilitiesOf(connection).capabilities;
    auto summary = details.sizeLimit == 0
                       ? Text(QT_TRANSLATE_NOOP("pages", "The server names no limit for the size "
                                                         "of messages."))
                       : Text(QT_TRANSLATE_NOOP("pages", "Messages may have %1 bytes."),
                              {Text::verbatim(std::to_string(details.sizeLimit))});
    inspection.log.end(step, passed(std::move(summary), std::move(details)));
}

} // namespace

core::Task<std::unique_ptr<smtp::Connection>> inspectSmtp(Inspection &inspection)
{
    auto stream = co_await reach(inspection);
    if (!stream)
        co_return nullptr;
    const auto greeting = inspection.log.begin(StepKind::Greeting);
    if (!co_await awaitGreeting(inspection, *stream, greeting))
        co_return nullptr;
    smtp::ConnectionOptions options;
    options.conversation = inspection.conversation();
    auto opened = smtp::Connection::over(std::move(stream), inspection.endpoint.security, options,
                                         inspection.cancellation);
    if (!opened) {
        inspection.log.end(greeting, inspection.failed(opened.error()));
        co_return nullptr;
    }
    auto &connection = **opened;
    if (!co_await greet(inspection, connection, greeting))
        co_return nullptr;
    if (!co_await learn(inspection, connection, StepKind::Capabilities))
        co_return nullptr;
    if (inspection.endpoint.security == account::Security::StartTls) {
        if (!co_await encrypt(inspection, connection, isNo))
            co_return nullptr;
        if (!co_await learn(inspection, connection, StepKind::CapabilitiesAfterTls))
            co_return nullptr;
    }
    if (inspection.request.smtpLogin && !co_await logIn(inspection, connection))
        co_return nullptr;
    noteLimits(inspection, connection);
    if (!inspection.request.smtpLogin)
        co_return nullptr;
    co_return std::move(*opened);
}

} // namespace mailconnect
