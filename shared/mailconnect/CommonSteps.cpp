// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailconnect/CommonSteps.h"

#include <QtGlobal>

namespace mailconnect {

using i18n::Text;

bool endGreeting(Inspection &inspection, std::size_t step,
                 const core::Result<std::string> &greeting, bool isRefusal)
{
    if (!greeting) {
        auto outcome = inspection.failed(greeting.error());
        if (isRefusal)
            outcome = explained(StepState::Failed, Finding::Rejected, inspection.server,
                                greeting.error().detail);
        inspection.log.end(step, std::move(outcome));
        return false;
    }
    inspection.greeting = *greeting;
    const auto words = shownText(*greeting);
    inspection.log.end(step, passed(Text::verbatim(words), GreetingDetails{words}));
    return true;
}

void endCapabilities(Inspection &inspection, std::size_t step, CapabilityDetails details,
                     bool invitesPasswords)
{
    if (invitesPasswords)
        return inspection.log.end(
            step,
            inspection.found(StepState::Warning, Finding::PasswordsInTheClear, std::move(details)));
    Text summary(QT_TRANSLATE_NOOP("pages", "The server offers %1 extensions."),
                 {Text::verbatim(std::to_string(details.capabilities.size()))});
    inspection.log.end(step, passed(std::move(summary), std::move(details)));
}

bool endLogin(Inspection &inspection, std::size_t step, const core::Result<core::Done> &done,
              const LoginState &state, Finding finding)
{
    if (done) {
        inspection.log.end(step, passed({QT_TRANSLATE_NOOP("pages", "Logged in with %1."),
                                         {Text::verbatim(state.method)}},
                                        LoginDetails{state.method}));
        return true;
    }
    auto outcome = inspection.failed(done.error());
    // When the connection is gone, that is what happened.
    const bool isAnswer = state.isUsable || outcome.finding == Finding::Failed;
    if (isAnswer && outcome.finding != Finding::Cancelled && outcome.finding != Finding::TimeIsUp)
        outcome = inspection.loginFailed(finding, done.error());
    outcome.details = LoginDetails{state.method};
    inspection.log.end(step, std::move(outcome));
    return false;
}

} // namespace mailconnect
