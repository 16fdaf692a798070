// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clients/RedirectUri.h"
#include "clients/Scope.h"
#include "http/Response.h"
#include "i18n/Language.h"
#include "oauth/HtmlTemplate.h"
#include "tokens/AuthorizationRequest.h"

#include <string>
#include <string_view>
#include <vector>

namespace oauth {

/// Who asks, as the pages show it.
struct ClientDescription
{
    std::string name;
    bool isProvisioned = true; ///< the administrator vouches for the name; else nobody does
    std::string documentHost;  ///< the host that its own document came from, or empty

    static ClientDescription of(const tokens::AuthorizationRequest &request);
};

/// What the page before the login page shows, which asks for the e-mail address.
struct AddressPageContent
{
    ClientDescription client;
    std::string sealedRequest; ///< the one hidden field
    std::string emailAddress;
    std::vector<i18n::Text> problems; ///< sentences for the banner
};

/// What the login page shows. Passwords are never among it.
struct LoginPageContent
{
    ClientDescription client;
    std::string imapServer;
    std::string smtpServer;
    std::string sealedRequest; ///< the one hidden field
    std::string fullName;
    std::string emailAddress;
    std::string imapUsername;
    std::string smtpUsername;
    bool useSameCredentials = true;
    clients::ScopeSet offeredScopes;
    clients::ScopeSet checkedScopes;
    /// Where something is offered that cannot be undone, the owner can wish to be asked first, or
    /// is asked anyway because the client demands it.
    enum class Confirmation { Choice, Demanded } confirmation = Confirmation::Choice;
    bool confirmsSendAndDelete = false; ///< the choice
    std::vector<i18n::Text> problems;   ///< sentences for the banner

    /// As it is shown first: what cannot be undone is ticked by the owner, never for the owner.
    static LoginPageContent first(std::string sealedRequest);
};

/// What the page shows that ends the flow.
struct ProblemPageContent
{
    i18n::Text title;
    i18n::Text explanation;
    i18n::Text remedy;
};

/// The pages that a mailbox owner sees, in their language. No script, nothing loaded from
/// elsewhere, not to be framed, not to be cached; the form can only be sent to this server and be
/// redirected to the client.
class LoginPage
{
public:
    LoginPage();

    http::Response render(const LoginPageContent &content, const clients::RedirectUri &redirectUri,
                          const i18n::Language &language) const;

    http::Response renderAddressStep(const AddressPageContent &content,
                                     const clients::RedirectUri &redirectUri,
                                     const i18n::Language &language) const;

    /// A page that ends the flow without sending the browser anywhere.
    http::Response renderProblem(int status, const ProblemPageContent &content,
                                 const i18n::Language &language) const;

private:
    HtmlTemplate m_address;
    HtmlTemplate m_login;
    HtmlTemplate m_problem;
};

} // namespace oauth
