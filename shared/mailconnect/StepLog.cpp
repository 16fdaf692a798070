// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailconnect/StepLog.h"

#include "mailconnect/Explanation.h"

#include <utility>

namespace mailconnect {

Outcome passed(i18n::Text summary, StepDetails details)
{
    Outcome outcome;
    outcome.summary = std::move(summary);
    outcome.details = std::move(details);
    return outcome;
}

Outcome skipped(i18n::Text why)
{
    Outcome outcome;
    outcome.state = StepState::Skipped;
    outcome.summary = std::move(why);
    return outcome;
}

StepLog::StepLog(Service service, const DiagnosisLimits &limits, const StepListener &onStep)
    : m_service(service)
    , m_limits(limits)
    , m_onStep(onStep)
{}

std::size_t StepLog::begin(StepKind kind, StepDetails details)
{
    StepReport step;
    step.service = m_service;
    step.kind = kind;
    step.number = m_steps.size();
    step.details = std::move(details);
    m_steps.push_back(step);
    m_clocks.push_back({.start = std::chrono::steady_clock::now(), .stop = {}});
    if (m_onStep)
        m_onStep(step);
    return step.number;
}

void StepLog::stopClock(std::size_t number)
{
    auto &clock = m_clocks[number];
    if (!clock.stop)
        clock.stop = std::chrono::steady_clock::now();
}

void StepLog::end(std::size_t number, Outcome outcome)
{
    stopClock(number);
    auto &step = m_steps[number];
    step.elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(*m_clocks[number].stop
                                                                         - m_clocks[number].start);
    // A message is under way as long as it takes.
    const bool mayTakeTime = step.kind == StepKind::FindTestMessage;
    if (outcome.state == StepState::Passed && step.elapsed > m_limits.slow && !mayTakeTime) {
        outcome.state = StepState::Warning;
        outcome.finding = Finding::Slow;
        outcome.summary = summaryOf(Finding::Slow, std::move(outcome.summary));
        outcome.cause = causeOf(Finding::Slow);
        outcome.remedy = remedyOf(Finding::Slow);
    }
    step.state = outcome.state;
    step.finding = outcome.finding;
    step.summary = std::move(outcome.summary);
    step.cause = std::move(outcome.cause);
    step.remedy = std::move(outcome.remedy);
    step.providerHint = std::move(outcome.providerHint);
    step.serverText = std::move(outcome.serverText);
    if (!std::holds_alternative<std::monostate>(outcome.details))
        step.details = std::move(outcome.details);
    const auto told = step; // the listener may be slow to let go of it
    if (m_onStep)
        m_onStep(told);
}

void StepLog::skip(StepKind kind, i18n::Text why)
{
    end(begin(kind), skipped(std::move(why)));
}

} // namespace mailconnect
