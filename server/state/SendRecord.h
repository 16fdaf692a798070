// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "state/StateStore.h"

#include <cstdint>
#include <string>

namespace state {

/// What a store keeps of a message on its way out, and the one place that knows the rules that keep
/// it from being sent twice.
struct SendRecord
{
    std::string content = {}; ///< keyed hash
    SendState state = SendState::Begun;
    /// An attempt before this one may have got through.
    bool isUncertain = false;
    std::uint32_t attempt = 0; ///< 0: there is no record yet
    std::int64_t begunAt = 0;
    std::int64_t until = 0; ///< forgotten then
    std::string result = {};

    SendClaim begin(const std::string &contentHash, const SendRequest &request, std::int64_t now);
    /// False when the step belongs to an earlier attempt.
    bool advance(const SendStep &step, std::int64_t now);
    /// Nothing has left, so there is nothing to remember.
    bool isVoid() const { return state == SendState::Begun && !isUncertain; }
};

} // namespace state
