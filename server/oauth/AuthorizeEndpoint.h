// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Random.h"
#include "core/Task.h"
#include "http/Exchange.h"
#include "http/FormData.h"
#include "oauth/LoginCheck.h"
#include "oauth/LoginPage.h"
#include "oauth/LoginThrottle.h"
#include "oauth/Metadata.h"
#include "state/StateStore.h"
#include "tokens/Tokens.h"

#include <optional>

namespace oauth {

/// The authorization endpoint (RFC 6749 §3.1, RFC 7636, RFC 8707, RFC 9207): GET shows the login
/// page, POST checks the mailbox login and sends the browser back with a code.
///
/// GET validates everything and seals the result into the form's one hidden field, bound to a
/// cookie of this browser; POST believes nothing but that field, so its raw parameters cannot
/// matter.
class AuthorizeEndpoint
{
public:
    struct Configuration
    {
        LoginThrottle::Limits throttle;
        /// A refused login is answered no sooner, so that its duration tells nothing.
        std::chrono::milliseconds refusalTime = std::chrono::seconds(1);
    };

    AuthorizeEndpoint(Urls urls, Configuration configuration, const tokens::Tokens &tokens,
                      state::StateStore &store, core::Random &random, LoginCheck checkLogin);

    core::Task<void> get(http::ExchangePtr exchange);
    core::Task<void> post(http::ExchangePtr exchange);

private:
    core::Task<http::Response> showLoginPage(const http::Request &request);
    core::Task<http::Response> logIn(const http::Request &request, core::Cancellation cancellation);
    core::Result<tokens::AuthorizationRequest, http::Response>
    openForm(const http::Request &request, const http::FormData &form) const;
    http::Response tooManyLogins(const tokens::AuthorizationRequest &request,
                                 LoginPageContent content, const LoginThrottle::Attempt &attempt,
                                 std::chrono::milliseconds retryAfter) const;
    http::Response refuseLogin(const tokens::AuthorizationRequest &request,
                               LoginPageContent content, const LoginVerdict &verdict) const;
    http::Response sendCode(const tokens::AuthorizationRequest &request,
                            const account::MailAccountPtr &account, const clients::ScopeSet &scopes,
                            LoginPageContent content) const;
    http::Response showPage(const tokens::AuthorizationRequest &request,
                            LoginPageContent content) const;
    /// The page for a client that the administrator has denied, or nothing.
    core::Task<std::optional<http::Response>> refuseDenied(const std::string &clientHash);
    http::Response problemPage(int status, std::string_view explanation) const;
    http::Response unavailablePage() const;

    Urls m_urls;
    Configuration m_configuration;
    const tokens::Tokens &m_tokens;
    state::StateStore &m_store;
    core::Random &m_random;
    LoginCheck m_checkLogin;
    LoginThrottle m_throttle;
    LoginPage m_page;
};

} // namespace oauth
