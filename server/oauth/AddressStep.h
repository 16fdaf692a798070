// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/ServedDomains.h"
#include "core/Task.h"
#include "http/FormData.h"
#include "i18n/Text.h"
#include "state/StateStore.h"

#include <chrono>
#include <string>
#include <vector>

namespace oauth {

/// The step before the login page for clients that name no mail servers: the domain of the user's
/// e-mail address picks them from those that the administrator has named. How often one address
/// may ask is limited, so that the list of domains cannot be read off.
class AddressStep
{
public:
    struct Limits
    {
        state::Rate perAddress{.interval = std::chrono::minutes(1), .burst = 20};
    };

    struct Choice
    {
        bool isStoreAvailable = true;
        const account::MailServers *servers = nullptr; ///< null: see `problems`
        std::string emailAddress;                      ///< as typed
        std::vector<i18n::Text> problems;              ///< sentences for the banner
        std::chrono::seconds retryAfter{};             ///< over the limit: the time to wait
    };

    /// Both outlive it.
    AddressStep(const account::ServedDomains &domains, state::StateStore &store, Limits limits)
        : m_domains(domains)
        , m_store(store)
        , m_limits(limits)
    {}

    /// The form outlives the task.
    core::Task<Choice> choose(const http::FormData &form, std::string clientAddress);

private:
    const account::ServedDomains &m_domains;
    state::StateStore &m_store;
    Limits m_limits;
};

} // namespace oauth
