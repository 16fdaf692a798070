// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/LoginRefusals.h"

#include "core/Log.h"

namespace state {

namespace {

const core::Log logger("state");

// Logins that are under way or were refused, and those that were refused.
constexpr std::string_view tried = "mail-login-tried";
constexpr std::string_view refused = "mail-login-refused";

constexpr Rate atMost(std::uint32_t count)
{
    return {.interval = LoginRefusals::memory, .burst = count};
}

} // namespace

core::Task<bool> LoginRefusals::begin(std::string family)
{
    if (family.empty())
        co_return true;
    const auto allowance = co_await m_store.take(tried, family, atMost(allowed));
    co_return !allowance || allowance->isAllowed;
}

core::Task<bool> LoginRefusals::hasEnded(std::string family)
{
    const auto revoked = co_await m_store.isFamilyRevoked(family);
    co_return revoked && *revoked;
}

core::Task<bool> LoginRefusals::end(std::string family, Outcome outcome)
{
    if (family.empty())
        co_return false;
    if (outcome != Outcome::Refused) {
        (void)co_await m_store.giveBack(tried, family, atMost(allowed));
        co_return false;
    }
    // The bucket holds one less than is allowed, so the last refusal finds it empty.
    const auto noted = co_await m_store.take(refused, family, atMost(allowed - 1));
    if (!noted || noted->isAllowed)
        co_return false;
    const auto revoked = co_await m_store.revokeFamily(family);
    if (!revoked) // begin() lets nobody through, and the next token will not live longer
        logger.error("family_not_ended", {{"detail", revoked.error().detail}});
    co_return true;
}

core::Task<core::Result<bool>> LoginRefusals::isInDoubt(std::string family)
{
    if (family.empty())
        co_return false;
    // A bucket of one is empty as soon as anything was taken from the larger one of this name.
    const auto untouched = co_await m_store.take(refused, family, atMost(1));
    if (!untouched)
        co_return untouched.error();
    if (!untouched->isAllowed)
        co_return true;
    (void)co_await m_store.giveBack(refused, family, atMost(1));
    co_return false;
}

core::Task<void> LoginRefusals::forget(std::string family)
{
    if (family.empty())
        co_return;
    for (std::uint32_t i = 0; i < allowed; ++i) {
        (void)co_await m_store.giveBack(tried, family, atMost(allowed));
        (void)co_await m_store.giveBack(refused, family, atMost(allowed));
    }
}

} // namespace state
