// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailconnect/ImapInspection.h"

#include "imap/FolderRole.h"
#include "mailconnect/CommonSteps.h"

#include <QtGlobal>

#include <algorithm>
#include <utility>

namespace mailconnect {

namespace {

using i18n::Text;

constexpr std::uint64_t nearlyUsedPercent = 90;

/// Whether a program that forgets TLS would get as far as sending its password.
bool invitesPasswords(const Inspection &inspection, const imap::Connection &connection)
{
    return inspection.endpoint.security == account::Security::StartTls && !inspection.isLoopback
           && !connection.isEncrypted() && !connection.capabilities().has("LOGINDISABLED");
}

Finding loginFinding(const core::Error &error, const imap::Connection &connection)
{
    const auto &capabilities = connection.capabilities();
    switch (error.kind) {
    case core::ErrorKind::Unauthenticated:
        if (error.detail.find("pplication-specific password") != std::string::npos)
            return Finding::AppPasswordNeeded;
        if (areTokensOnly(capabilities.mechanisms()))
            return Finding::OAuthOnly;
        if (capabilities.has("LOGINDISABLED") && capabilities.mechanisms().empty())
            return Finding::LoginDisabled;
        return Finding::WrongCredentials;
    case core::ErrorKind::Unsupported:
        if (areTokensOnly(capabilities.mechanisms()))
            return Finding::OAuthOnly;
        return capabilities.has("LOGINDISABLED") ? Finding::LoginDisabled : Finding::NoMechanism;
    case core::ErrorKind::PermissionDenied:
        return Finding::PasswordLoginsOff;
    case core::ErrorKind::Busy:
    case core::ErrorKind::Unavailable:
        return Finding::LoginNotNow;
    case core::ErrorKind::UntrustedPeer:
        return Finding::ServerNotProven;
    default:
        return Finding::Failed;
    }
}

core::Task<bool> greet(Inspection &inspection, imap::Connection &connection, std::size_t step)
{
    const auto greeting = co_await connection.greet(core::deadlineIn(inspection.limits().greeting));
    const bool isBye = !greeting && greeting.error().detail.starts_with("BYE");
    co_return endGreeting(inspection, step, greeting, isBye);
}

core::Task<bool> learn(Inspection &inspection, imap::Connection &connection, StepKind kind)
{
    const auto step = inspection.log.begin(kind);
    const auto learned =
        co_await connection.learnCapabilities(core::deadlineIn(inspection.limits().command));
    if (!learned) {
        inspection.log.end(step, inspection.failed(learned.error()));
        co_return false;
    }
    const auto &capabilities = connection.capabilities();
    endCapabilities(inspection, step,
                    shownCapabilities(capabilities.words(), capabilities.mechanisms()),
                    invitesPasswords(inspection, connection));
    co_return true;
}

bool isNo(const core::Error &error)
{
    return error.kind == core::ErrorKind::Unsupported;
}

core::Task<bool> logIn(Inspection &inspection, imap::Connection &connection)
{
    const auto step = inspection.log.begin(StepKind::Login);
    const auto done = co_await connection.login(*inspection.request.imapLogin,
                                                core::deadlineIn(inspection.limits().login));
    const LoginState state{.method = connection.loginMethod(), .isUsable = connection.isUsable()};
    co_return endLogin(inspection, step, done, state,
                       done ? Finding::None : loginFinding(done.error(), connection));
}

core::Task<bool> listFolders(Inspection &inspection, imap::Connection &connection,
                             ImapInspected &inspected)
{
    const auto step = inspection.log.begin(StepKind::Folders);
    const auto list = co_await connection.list(core::deadlineIn(inspection.limits().folders));
    if (!list) {
        auto outcome = inspection.failed(list.error());
        if (connection.isUsable())
            outcome = explained(StepState::Failed, Finding::FoldersUnreadable, inspection.server,
                                list.error().detail);
        inspection.log.end(step, std::move(outcome));
        co_return connection.isUsable();
    }
    const auto roles = imap::rolesOf(*list);
    FolderDetails details;
    details.isTruncated = list->isTruncated;
    for (std::size_t i = 0; i < roles.size(); ++i) {
        const auto &entry = list->mailboxes[i];
        FolderDetails::Folder folder;
        folder.path = shownText(entry.name.path());
        folder.role = roles[i];
        if (entry.status) {
            folder.messages = entry.status->messages;
            folder.unseen = entry.status->unseen;
        }
        details.folders.push_back(std::move(folder));
        if (roles[i] == imap::SpecialUse::Junk)
            inspected.junk = entry.name;
    }
    const auto count = std::to_string(details.folders.size());
    inspection.log.end(
        step, passed({QT_TRANSLATE_NOOP("pages", "There are %1 folders."), {Text::verbatim(count)}},
                     std::move(details)));
    co_return true;
}

Outcome quotaOutcome(const Inspection &inspection, QuotaDetails details)
{
    std::uint64_t worst = 0; // percent
    for (const auto &resource : details.resources) {
        if (resource.limit > 0)
            worst =
                std::max(worst, resource.usage / std::max<std::uint64_t>(resource.limit / 100, 1));
    }
    if (worst >= 100)
        return inspection.found(StepState::Warning, Finding::QuotaUsedUp, std::move(details));
    if (worst >= nearlyUsedPercent)
        return inspection.found(StepState::Warning, Finding::QuotaNearlyUsed, std::move(details));
    if (details.resources.empty())
        return passed(QT_TRANSLATE_NOOP("pages", "The mailbox has no limit."), std::move(details));
    return passed({QT_TRANSLATE_NOOP("pages", "%1 percent of the mailbox are used."),
                   {Text::verbatim(std::to_string(worst))}},
                  details);
}

core::Task<void> askForQuota(Inspection &inspection, imap::Connection &connection)
{
    if (!connection.capabilities().has("QUOTA")) {
        inspection.log.skip(StepKind::Quota, summaryOf(Finding::QuotaUnknown, ""));
        co_return;
    }
    const auto step = inspection.log.begin(StepKind::Quota);
    const auto inbox = imap::MailboxName::inbox();
    const auto quotas =
        co_await connection.quota(inbox, core::deadlineIn(inspection.limits().command));
    if (!quotas) {
        auto outcome = inspection.failed(quotas.error());
        if (connection.isUsable())
            outcome = explained(StepState::Warning, Finding::QuotaUnknown, inspection.server,
                                quotas.error().detail);
        inspection.log.end(step, std::move(outcome));
        co_return;
    }
    QuotaDetails details;
    for (const auto &quota : *quotas)
        details.resources.insert(details.resources.end(), quota.resources.begin(),
                                 quota.resources.end());
    inspection.log.end(step, quotaOutcome(inspection, std::move(details)));
}

} // namespace

core::Task<ImapInspected> inspectImap(Inspection &inspection)
{
    ImapInspected inspected;
    auto stream = co_await reach(inspection);
    if (!stream)
        co_return inspected;
    const auto greeting = inspection.log.begin(StepKind::Greeting);
    if (!co_await awaitGreeting(inspection, *stream, greeting))
        co_return inspected;
    imap::ConnectionOptions options;
    options.conversation = inspection.conversation();
    auto connection = imap::Connection::over(std::move(stream), inspection.endpoint.security,
                                             options, inspection.cancellation);
    if (!co_await greet(inspection, *connection, greeting))
        co_return inspected;
    if (!co_await learn(inspection, *connection, StepKind::Capabilities))
        co_return inspected;
    if (inspection.endpoint.security == account::Security::StartTls) {
        if (!co_await encrypt(inspection, *connection, isNo))
            co_return inspected;
        if (!co_await learn(inspection, *connection, StepKind::CapabilitiesAfterTls))
            co_return inspected;
    }
    if (!inspection.request.imapLogin || !co_await logIn(inspection, *connection))
        co_return inspected;
    if (!co_await learn(inspection, *connection, StepKind::CapabilitiesAfterLogin))
        co_return inspected;
    if (!co_await listFolders(inspection, *connection, inspected))
        co_return inspected;
    co_await askForQuota(inspection, *connection);
    if (connection->isUsable())
        inspected.connection = std::move(connection);
    co_return inspected;
}

} // namespace mailconnect
