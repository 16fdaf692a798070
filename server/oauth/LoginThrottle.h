// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "core/Task.h"
#include "state/StateStore.h"

#include <chrono>
#include <string>

namespace oauth {

/// Keeps the login page from being used to guess passwords or to get this server banned by a mail
/// provider. It slows down and never locks an account: its owner must always have a next try.
class LoginThrottle
{
public:
    /// How many failed logins are let through; each number has its bucket in the state store.
    struct Limits
    {
        state::Rate perAccount{.interval = std::chrono::minutes(5), .burst = 5};
        state::Rate perAddress{.interval = std::chrono::minutes(3), .burst = 20};
        state::Rate perMailServer{.interval = std::chrono::seconds(1), .burst = 60};
    };

    /// Who tries what.
    struct Attempt
    {
        std::string clientAddress; ///< IP address; IPv6 counts by /64
        std::string mailServer;
        std::string username;
    };

    LoginThrottle(state::StateStore &store, Limits limits)
        : m_store(store)
        , m_limits(limits)
    {}

    /// Takes a try beforehand, so that parallel attempts cannot slip through. Not allowed: no mail
    /// server may be contacted. Unavailable when the store fails.
    core::Task<core::Result<state::Allowance>> begin(const Attempt &attempt);
    /// The login was right (or the mail server's fault): gives the try back.
    core::Task<void> forgive(const Attempt &attempt);

private:
    state::StateStore &m_store;
    Limits m_limits;
};

} // namespace oauth
