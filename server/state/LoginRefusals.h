// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "core/Task.h"
#include "state/StateStore.h"

#include <chrono>
#include <cstdint>
#include <string>

namespace state {

/// Counts how often mail servers refuse the login that a token family stands for, and ends the
/// family when they have done so too often: the password was changed, and every further try could
/// get the account locked or this server banned.
///
/// A try is taken beforehand and given back unless the login was refused, so however many calls
/// come at once, no more than `allowed` logins of one family are refused. An empty family is never
/// counted. Main thread only.
class LoginRefusals
{
public:
    static constexpr std::uint32_t allowed = 3;
    /// A refusal is forgotten after this time; a family that has ended stays ended.
    static constexpr std::chrono::hours memory{24};

    enum class Outcome {
        Accepted,
        Refused,
        Unknown, ///< the mail server has not said whether it accepts the login
    };

    explicit LoginRefusals(StateStore &store)
        : m_store(store)
    {}

    /// False: as many logins of the family as are allowed were refused or are still under way.
    /// While the store cannot be asked logins go on, because then the guards stop everything before
    /// long.
    core::Task<bool> begin(std::string family);
    /// Whether no mail server may be asked to accept this login any more. If not, begin() may say
    /// true as soon as one that is under way has ended.
    core::Task<bool> hasEnded(std::string family);
    /// How the login has ended that begin() allowed. True when that has just ended the family.
    core::Task<bool> end(std::string family, Outcome outcome);

    /// True when a login of this family was refused and none was checked since.
    core::Task<core::Result<bool>> isInDoubt(std::string family);
    /// A check has shown that the login is good after all: forgets its refusals.
    core::Task<void> forget(std::string family);

private:
    StateStore &m_store;
};

} // namespace state
