// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailconnect/Diagnosis.h"

#include "core/Async.h"
#include "mailconnect/RoundTripInspection.h"
#include "net/TimeLimit.h"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <utility>

namespace mailconnect {

namespace {

/// Said to servers that nothing more is wanted of; they hardly ever take longer.
constexpr std::chrono::milliseconds farewellTime{500};

core::Task<ImapInspected> inspectImapIfWanted(Inspection *inspection)
{
    if (!inspection)
        co_return ImapInspected{};
    co_return co_await inspectImap(*inspection);
}

core::Task<std::unique_ptr<smtp::Connection>> inspectSmtpIfWanted(Inspection *inspection)
{
    if (!inspection)
        co_return nullptr;
    co_return co_await inspectSmtp(*inspection);
}

core::Task<bool> leaveImap(imap::Connection *connection)
{
    if (connection)
        (void)co_await connection->logout(core::deadlineIn(farewellTime));
    co_return true;
}

core::Task<bool> leaveSmtp(smtp::Connection *connection)
{
    if (connection && connection->isUsable())
        co_await connection->quit(core::deadlineIn(farewellTime));
    co_return true;
}

Verdict verdictOf(const std::vector<StepReport> &steps)
{
    const auto has = [&steps](auto member, auto value) {
        return std::ranges::find(steps, value, member) != steps.end();
    };
    if (has(&StepReport::finding, Finding::Cancelled))
        return Verdict::Cancelled;
    if (has(&StepReport::state, StepState::Failed))
        return Verdict::Failed;
    if (has(&StepReport::state, StepState::Warning))
        return Verdict::Warning;
    return steps.empty() ? Verdict::NotChecked : Verdict::Passed;
}

i18n::Text summaryOf(Verdict verdict, const std::vector<StepReport> &steps, bool isLoggedIn)
{
    for (const auto state : {StepState::Failed, StepState::Warning}) {
        const auto worst = std::ranges::find(steps, state, &StepReport::state);
        if (worst != steps.end() && verdict != Verdict::Cancelled)
            return worst->summary;
    }
    switch (verdict) {
    case Verdict::Cancelled:
        return QT_TRANSLATE_NOOP("pages", "Cancelled.");
    case Verdict::NotChecked:
        return QT_TRANSLATE_NOOP("pages", "Not checked.");
    default:
        return isLoggedIn ? QT_TRANSLATE_NOOP("pages", "Everything works.")
                          : QT_TRANSLATE_NOOP("pages", "Everything works, as far as it can be seen "
                                                       "without a login.");
    }
}

ServiceReport reportOf(Inspection &inspection, const std::optional<account::Credentials> &login)
{
    ServiceReport report;
    report.endpoint = inspection.endpoint;
    if (login)
        report.username = login->username;
    report.steps = inspection.log.steps();
    report.verdict = verdictOf(report.steps);
    // Cancelled between two steps.
    if (inspection.cancellation.isCancelled() && !inspection.isTimeUp
        && report.verdict != Verdict::Failed)
        report.verdict = Verdict::Cancelled;
    report.summary = summaryOf(report.verdict, report.steps, login.has_value());
    report.transcript = inspection.recorder.take();
    return report;
}

} // namespace

std::string_view nameOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::NotChecked:
        return "not_checked";
    case Verdict::Passed:
        return "passed";
    case Verdict::Warning:
        return "warning";
    case Verdict::Failed:
        return "failed";
    case Verdict::Cancelled:
        return "cancelled";
    }
    return {};
}

Verdict DiagnosisReport::verdict() const
{
    auto worst = Verdict::NotChecked;
    constexpr std::array byWeight{Verdict::NotChecked, Verdict::Passed, Verdict::Warning,
                                  Verdict::Cancelled, Verdict::Failed};
    for (const auto *service : {&imap, &smtp}) {
        if (*service
            && std::ranges::find(byWeight, (*service)->verdict)
                   > std::ranges::find(byWeight, worst))
            worst = (*service)->verdict;
    }
    return worst;
}

core::Task<DiagnosisReport> diagnose(DiagnosisRequest request, StepListener onStep,
                                     core::Cancellation cancellation)
{
    using namespace std::chrono;
    DiagnosisReport report;
    report.startedAt = time_point_cast<seconds>(system_clock::now());
    report.emailAddress = request.emailAddress;
    const auto start = steady_clock::now();

    core::CancellationSource end;
    bool isTimeUp = false;
    const net::TimeLimit limit(core::deadlineIn(request.limits.total), cancellation,
                               [&end, &isTimeUp](core::ErrorKind kind) {
                                   isTimeUp = kind == core::ErrorKind::DeadlineExceeded;
                                   end.cancel();
                               });
    if (cancellation.isCancelled())
        end.cancel();
    std::unique_ptr<Inspection> imapInspection;
    std::unique_ptr<Inspection> smtpInspection;
    if (request.imap)
        imapInspection =
            std::make_unique<Inspection>(Service::Imap, request, onStep, end.token(), isTimeUp);
    if (request.smtp)
        smtpInspection =
            std::make_unique<Inspection>(Service::Smtp, request, onStep, end.token(), isTimeUp);

    auto inspected = co_await core::both(inspectImapIfWanted(imapInspection.get()),
                                         inspectSmtpIfWanted(smtpInspection.get()));
    if (request.roundTrip == RoundTrip::Wanted && imapInspection && smtpInspection)
        co_await makeRoundTrip(*imapInspection, inspected.first, *smtpInspection,
                               inspected.second.get());
    if (!end.token().isCancelled())
        (void)co_await core::both(leaveImap(inspected.first.connection.get()),
                                  leaveSmtp(inspected.second.get()));

    if (imapInspection)
        report.imap = reportOf(*imapInspection, request.imapLogin);
    if (smtpInspection)
        report.smtp = reportOf(*smtpInspection, request.smtpLogin);
    report.elapsed = duration_cast<milliseconds>(steady_clock::now() - start);
    co_return report;
}

} // namespace mailconnect
