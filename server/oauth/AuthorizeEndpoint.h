// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/ServedDomains.h"
#include "core/Random.h"
#include "core/Task.h"
#include "http/Exchange.h"
#include "http/FormData.h"
#include "i18n/Language.h"
#include "oauth/AddressStep.h"
#include "oauth/AuthorizationResponse.h"
#include "oauth/ClientDirectory.h"
#include "oauth/LoginCheck.h"
#include "oauth/LoginForm.h"
#include "oauth/LoginPage.h"
#include "oauth/LoginThrottle.h"
#include "oauth/Metadata.h"
#include "state/StateStore.h"
#include "tokens/Tokens.h"

#include <optional>
#include <string>
#include <string_view>

namespace oauth {

/// The authorization endpoint (RFC 6749 §3.1, RFC 7636, RFC 8707, RFC 9207): GET shows the login
/// page, POST checks the mailbox login and sends the browser back with a code.
///
/// GET validates everything and seals the result into the form's one hidden field, bound to a
/// cookie of this browser; POST believes nothing but that field, so its raw parameters cannot
/// matter.
///
/// For a client that names no mail servers there is a page before that, which asks for the e-mail
/// address: its domain decides, here and not in the form.
class AuthorizeEndpoint
{
public:
    struct Configuration
    {
        LoginThrottle::Limits throttle;
        AddressStep::Limits addressStep;
        account::ServedDomains servedDomains; ///< for clients that name no mail servers
        /// A refused login is answered no sooner, so that its duration tells nothing.
        std::chrono::milliseconds refusalTime = std::chrono::seconds(1);
    };

    AuthorizeEndpoint(Urls urls, Configuration configuration, const tokens::Tokens &tokens,
                      ClientDirectory &clients, state::StateStore &store, core::Random &random,
                      LoginCheck checkLogin);

    core::Task<void> get(http::ExchangePtr exchange);
    core::Task<void> post(http::ExchangePtr exchange);

private:
    using Introduction = tokens::AuthorizationRequest::Introduction;

    /// One request, while it is answered.
    struct Visit
    {
        const http::Request &request;
        const i18n::Language &language; ///< of the pages
        core::Cancellation cancellation;
    };

    static Visit visitOf(const http::Exchange &exchange);
    core::Task<http::Response> showFirstPage(const Visit &visit);
    http::Response refuse(const Visit &visit, const ReturnAddress &address,
                          Introduction introduction, const OAuthError &error) const;
    core::Task<http::Response> takeForm(const Visit &visit);
    core::Task<http::Response> chooseServers(const Visit &visit, const http::FormData &form,
                                             const tokens::AuthorizationRequest &authorization);
    core::Task<http::Response> logIn(const Visit &visit, const http::FormData &form,
                                     const tokens::AuthorizationRequest &authorization);
    core::Result<tokens::AuthorizationRequest, http::Response>
    openForm(const Visit &visit, const http::FormData &form) const;
    http::Response tooManyLogins(const Visit &visit, const tokens::AuthorizationRequest &request,
                                 LoginPageContent content, const LoginThrottle::Attempt &attempt,
                                 std::chrono::milliseconds retryAfter) const;
    http::Response refuseLogin(const Visit &visit, const tokens::AuthorizationRequest &request,
                               LoginPageContent content, const LoginVerdict &verdict) const;
    http::Response sendCode(const Visit &visit, const tokens::AuthorizationRequest &request,
                            const account::MailAccountPtr &account, const LoginForm &login,
                            LoginPageContent content, const std::string &family) const;
    http::Response showPage(const Visit &visit, const tokens::AuthorizationRequest &request,
                            LoginPageContent content) const;
    http::Response showAddressPage(const Visit &visit, const tokens::AuthorizationRequest &request,
                                   std::string sealedRequest,
                                   const AddressStep::Choice &choice) const;
    void addCookie(http::Response &page, std::string_view value) const;
    http::Response clientProblemPage(const Visit &visit, const core::Error &error) const;
    /// The page for a client that the administrator has denied, or nothing.
    core::Task<std::optional<http::Response>> refuseDenied(const Visit &visit,
                                                           const std::string &clientHash);
    http::Response problemPage(const Visit &visit, int status, i18n::Text explanation) const;
    http::Response unavailablePage(const Visit &visit) const;

    Urls m_urls;
    Configuration m_configuration;
    const tokens::Tokens &m_tokens;
    ClientDirectory &m_clients;
    state::StateStore &m_store;
    core::Random &m_random;
    LoginCheck m_checkLogin;
    LoginThrottle m_throttle;
    AddressStep m_addressStep;
    LoginPage m_page;
};

} // namespace oauth
