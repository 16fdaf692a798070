// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/LoginThrottle.h"

#include "http/ClientAddress.h"

namespace oauth {

namespace {

constexpr std::string_view accountPurpose = "login-account";
constexpr std::string_view addressPurpose = "login-address";
constexpr std::string_view mailServerPurpose = "login-mail-server";

std::string accountKey(const LoginThrottle::Attempt &attempt)
{
    return attempt.mailServer + '\n' + attempt.username;
}

} // namespace

core::Task<core::Result<state::Allowance>> LoginThrottle::begin(const Attempt &attempt)
{
    const std::string account = accountKey(attempt);
    const std::string address = http::addressGroup(attempt.clientAddress);
    const auto byAddress = co_await m_store.take(addressPurpose, address, m_limits.perAddress);
    if (!byAddress || !byAddress->isAllowed)
        co_return byAddress;
    const auto byAccount = co_await m_store.take(accountPurpose, account, m_limits.perAccount);
    if (!byAccount || !byAccount->isAllowed)
        co_return byAccount;
    co_return co_await m_store.take(mailServerPurpose, attempt.mailServer, m_limits.perMailServer);
}

core::Task<void> LoginThrottle::forgive(const Attempt &attempt)
{
    const std::string account = accountKey(attempt);
    const std::string address = http::addressGroup(attempt.clientAddress);
    // A store that fails here leaves the limits a little stricter than they need to be.
    (void)co_await m_store.giveBack(accountPurpose, account, m_limits.perAccount);
    (void)co_await m_store.giveBack(addressPurpose, address, m_limits.perAddress);
}

} // namespace oauth
