// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/AddressStep.h"

#include "core/Log.h"
#include "http/ClientAddress.h"
#include "oauth/LoginForm.h"

#include <QtGlobal>

namespace oauth {

namespace {

const core::Log logger("oauth");

} // namespace

core::Task<AddressStep::Choice> AddressStep::choose(const http::FormData &form,
                                                    std::string clientAddress)
{
    Choice choice;
    choice.emailAddress = readEmailAddress(form, choice.problems);
    if (!choice.problems.empty())
        co_return choice;
    const std::string group = http::addressGroup(clientAddress);
    const auto allowance = co_await m_store.take("login-domain", group, m_limits.perAddress);
    if (!allowance) {
        choice.isStoreAvailable = false;
        co_return choice;
    }
    if (!allowance->isAllowed) {
        logger.warn("address_step_throttled", {{"client_address", clientAddress}});
        choice.retryAfter = std::chrono::ceil<std::chrono::seconds>(allowance->retryAfter);
        choice.problems.emplace_back(QT_TRANSLATE_NOOP(
            "pages", "There were too many tries from your network. Wait a minute and try again."));
        co_return choice;
    }
    choice.servers = m_domains.serversFor(choice.emailAddress);
    if (choice.servers == nullptr)
        choice.problems.emplace_back(
            QT_TRANSLATE_NOOP("pages",
                              "This service has no mail server for %1. Check the spelling of your "
                              "address, or ask the administrator of this service."),
            std::vector<i18n::Text>{i18n::Text::verbatim(
                choice.emailAddress.substr(choice.emailAddress.rfind('@') + 1))});
    co_return choice;
}

} // namespace oauth
