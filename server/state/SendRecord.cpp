// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/SendRecord.h"

#include <algorithm>

namespace state {

SendClaim SendRecord::begin(const std::string &contentHash, const SendRequest &request,
                            std::int64_t now)
{
    if (attempt == 0 || until <= now) {
        *this = {};
        content = contentHash;
        begunAt = now;
        until = now + request.window.count();
    }
    if (content != contentHash)
        return {.decision = SendDecision::Conflict};
    if (state == SendState::Accepted || state == SendState::Filed)
        return {.decision = SendDecision::Duplicate,
                .state = state,
                .attempt = attempt,
                .begunAt = begunAt,
                .result = result};
    const bool mayBeOut = isUncertain || state == SendState::Submitted;
    if (mayBeOut && request.resend == Resend::Never)
        return {.decision = SendDecision::Unknown, .state = state, .begunAt = begunAt};
    isUncertain = mayBeOut;
    state = SendState::Begun;
    ++attempt;
    return {.decision = SendDecision::Send, .attempt = attempt, .begunAt = begunAt};
}

bool SendRecord::advance(const SendStep &step, std::int64_t now)
{
    if (attempt == 0 || step.attempt != attempt)
        return false;
    state = step.state;
    result = step.result;
    std::chrono::seconds window = step.window;
    if (state == SendState::Submitted || isUncertain)
        window = std::max<std::chrono::seconds>(window, StateStore::uncertaintyMemory);
    until = now + window.count();
    return true;
}

} // namespace state
