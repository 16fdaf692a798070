// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailconnect/SmtpInspection.h"

#include "mailconnect/Explanation.h"
#include "mailconnect/ShownText.h"

#include <QtGlobal>

#include <utility>

namespace mailconnect {

namespace {

using i18n::Text;

CapabilityDetails capabilitiesOf(const smtp::Connection &connection)
{
    CapabilityDetails details;
    for (const auto &word : connection.capabilities().keywords())
        details.capabilities.push_back(shownText(word));
    for (const auto &name : connection.capabilities().mechanisms())
        details.mechanisms.push_back(shownText(name));
    return details;
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

core::Task<bool> greet(Inspection &inspection, smtp::Connection &connection, std::size_t step)
{
    const auto greeting = co_await connection.greet(core::deadlineIn(inspection.limits().greeting));
    if (!greeting) {
        auto outcome = inspection.failed(greeting.error());
        // A code in front: the server has answered, with a no.
        const auto &detail = greeting.error().detail;
        if (detail.starts_with('4') || detail.starts_with('5'))
            outcome = explained(StepState::Failed, Finding::Rejected, inspection.server, detail);
        inspection.log.end(step, std::move(outcome));
        co_return false;
    }
    inspection.greeting = *greeting;
    const auto words = shownText(*greeting);
    inspection.log.end(step, passed(Text::verbatim(words), GreetingDetails{words}));
    co_return true;
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
    const auto count = std::to_string(details.capabilities.size());
    if (invitesPasswords)
        inspection.log.end(step, inspection.found(StepState::Warning, Finding::PasswordsInTheClear,
                                                  std::move(details)));
    else
        inspection.log.end(step,
                           passed({QT_TRANSLATE_NOOP("pages", "The server offers %1 extensions."),
                                   {Text::verbatim(count)}},
                                  std::move(details)));
    co_return true;
}

core::Task<bool> encrypt(Inspection &inspection, smtp::Connection &connection)
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
    if (error.detail.starts_with('4') || error.detail.starts_with('5'))
        outcome =
            explained(StepState::Failed, Finding::StartTlsRefused, inspection.server, error.detail);
    else if (error.kind == core::ErrorKind::Protocol)
        outcome = inspection.found(StepState::Failed, Finding::Tampering);
    inspection.log.end(step, std::move(outcome));
    co_return false;
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
    if (done) {
        inspection.log.end(step, passed({QT_TRANSLATE_NOOP("pages", "Logged in with %1."),
                                         {Text::verbatim(connection.loginMethod())}},
                                        LoginDetails{connection.loginMethod()}));
        co_return true;
    }
    auto outcome = inspection.failed(done.error());
    // When the connection is gone, that is what happened.
    const bool isAnswer = connection.isUsable() || outcome.finding == Finding::Failed;
    if (isAnswer && outcome.finding != Finding::Cancelled && outcome.finding != Finding::TimeIsUp)
        outcome = inspection.loginFailed(loginFinding(done.error(), connection), done.error());
    outcome.details = LoginDetails{connection.loginMethod()};
    inspection.log.end(step, std::move(outcome));
    co_return false;
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
        if (!co_await encrypt(inspection, connection))
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
