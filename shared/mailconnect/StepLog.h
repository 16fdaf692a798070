// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mailconnect/Diagnosis.h"

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace mailconnect {

/// How a step ended. Cause and remedy belong to the finding, see explain().
struct Outcome
{
    StepState state = StepState::Passed;
    Finding finding = Finding::None;
    i18n::Text summary = "";
    std::optional<i18n::Text> cause = {};
    std::optional<i18n::Text> remedy = {};
    std::optional<i18n::Text> providerHint = {};
    std::string serverText = {};
    StepDetails details = {};
};

Outcome passed(i18n::Text summary, StepDetails details = {});
Outcome skipped(i18n::Text why);

/// The steps of one service, as they happen. Tells the listener.
class StepLog
{
public:
    StepLog(Service service, const DiagnosisLimits &limits, const StepListener &onStep);

    /// Begins a step; returns its number.
    std::size_t begin(StepKind kind, StepDetails details = {});
    /// It took until now; how it ended is said later.
    void stopClock(std::size_t number);
    void end(std::size_t number, Outcome outcome);
    /// A step that is not tried.
    void skip(StepKind kind, i18n::Text why);

    const std::vector<StepReport> &steps() const { return m_steps; }

private:
    using Time = std::chrono::steady_clock::time_point;

    const Service m_service;
    const DiagnosisLimits &m_limits;
    const StepListener &m_onStep;
    std::vector<StepReport> m_steps;
    struct Clock
    {
        Time start;
        std::optional<Time> stop;
    };
    std::vector<Clock> m_clocks; ///< of the steps
};

} // namespace mailconnect
