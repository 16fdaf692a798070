// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/AuthorizeEndpoint.h"

#include "core/Async.h"
#include "core/Base64.h"
#include "core/Log.h"
#include "crypto/Hash.h"
#include "http/Cookies.h"
#include "http/FormData.h"
#include "oauth/AuthorizationResponse.h"
#include "oauth/LoginForm.h"
#include "oauth/OAuthError.h"
#include "oauth/Pkce.h"
#include "tokens/Claims.h"

#include <array>

namespace oauth {

namespace {

using core::ErrorKind;

const core::Log logger("oauth");

std::string serverText(const account::ServerEndpoint &endpoint)
{
    return endpoint.host + ":" + std::to_string(endpoint.port);
}

bool isHttps(const Urls &urls)
{
    return urls.issuer.starts_with("https://");
}

/// The cookie that ties a login page to the browser it was made for. Each page has its own, so two
/// tabs do not disturb each other.
std::string cookieName(const Urls &urls, std::string_view browserBinding)
{
    // Browsers accept the __Host- prefix over https only.
    const std::string_view prefix = isHttps(urls) ? "__Host-mm_csrf-" : "mm_csrf-";
    return std::string(prefix) + std::string(browserBinding.substr(0, 8));
}

std::string bindingOf(std::string_view cookieValue)
{
    return core::encodeBase64Url(crypto::sha256(cookieValue));
}

/// What is wrong with an authorization request whose client and redirect URI are genuine.
std::optional<OAuthError> findError(const http::FormData &query, const Urls &urls)
{
    if (query.contains("request"))
        return OAuthError("request_not_supported", "Request objects are not supported");
    if (query.contains("request_uri"))
        return OAuthError("request_uri_not_supported", "Request objects are not supported");
    if (query.value("response_type") != "code") {
        if (query.value("response_type").empty())
            return OAuthError("invalid_request", "response_type is missing");
        return OAuthError("unsupported_response_type", "Only response_type=code is supported");
    }
    if (!isCodeChallenge(query.value("code_challenge")))
        return OAuthError("invalid_request",
                          "PKCE is required: code_challenge must be 43 base64url characters");
    if (query.value("code_challenge_method") != "S256")
        return OAuthError("invalid_request",
                          "PKCE is required: code_challenge_method must be S256");
    for (const auto &resource : query.values("resource")) {
        if (!isOurResource(resource, urls))
            return OAuthError("invalid_target", "The resource is " + urls.resource);
    }
    return std::nullopt;
}

/// A request from our own page. Browsers say so; other programs have no cookie to abuse.
bool isFromOurPage(const http::Headers &headers, const Urls &urls)
{
    const auto site = headers.find("Sec-Fetch-Site");
    if (site && *site != "same-origin")
        return false;
    const auto origin = headers.find("Origin");
    return !origin || *origin == urls.issuer;
}

/// One sentence per server for the mailbox owner. It says what to do and nothing of what the
/// server answered: that text could be anything.
std::string problemText(const core::Error &error, std::string_view purpose,
                        const account::ServerEndpoint &server)
{
    const std::string name =
        "The mail server for " + std::string(purpose) + " (" + server.host + ")";
    switch (error.kind) {
    case ErrorKind::Unauthenticated:
        return name
               + " did not accept this user name and password. Check both; some providers want an "
                 "app password.";
    case ErrorKind::UntrustedPeer:
        return name
               + " could not prove its identity, so your password was not sent. Tell the "
                 "administrator of this service.";
    case ErrorKind::Unavailable:
    case ErrorKind::DeadlineExceeded:
    case ErrorKind::Busy:
        return name + " cannot be reached at the moment. Try again in a minute.";
    default:
        return name
               + " did not behave as expected, so the login could not be checked. Tell the "
                 "administrator of this service.";
    }
}

} // namespace

AuthorizeEndpoint::AuthorizeEndpoint(Urls urls, Configuration configuration,
                                     const tokens::Tokens &tokens, state::StateStore &store,
                                     core::Random &random, LoginCheck checkLogin)
    : m_urls(std::move(urls))
    , m_configuration(configuration)
    , m_tokens(tokens)
    , m_store(store)
    , m_random(random)
    , m_checkLogin(std::move(checkLogin))
    , m_throttle(store, configuration.throttle)
{}

core::Task<void> AuthorizeEndpoint::get(http::ExchangePtr exchange)
{
    exchange->respond(co_await showLoginPage(exchange->request()));
}

core::Task<void> AuthorizeEndpoint::post(http::ExchangePtr exchange)
{
    exchange->respond(co_await logIn(exchange->request(), exchange->cancellation()));
}

core::Task<http::Response> AuthorizeEndpoint::showLoginPage(const http::Request &request)
{
    const auto query = http::FormData::parse(request.query);
    if (!query)
        co_return problemPage(400, "The address of this page is damaged.");
    // Until client and redirect URI are known to be genuine, nobody is sent anywhere.
    if (query->duplicate({"resource"}))
        co_return problemPage(400, "A parameter of the request came more than once.");
    const auto client = m_tokens.openClientId(query->value("client_id"));
    if (!client) {
        if (client.error().kind == ErrorKind::PermissionDenied)
            co_return problemPage(400, "This client was made by an earlier version and must be "
                                       "re-issued by the administrator.");
        co_return problemPage(
            400, "The assistant's client ID was not made by this server, or it has expired.");
    }
    const std::string requestedUri(query->value("redirect_uri"));
    const auto *redirectUri = client->redirectUriFor(requestedUri);
    if (redirectUri == nullptr)
        co_return problemPage(
            400,
            "The assistant asks to be called back at an address that it is not registered with.");
    if (auto refusal = co_await refuseDenied(client->hash))
        co_return std::move(*refusal);

    ReturnAddress address{.redirectUri = requestedUri,
                          .state = std::string(query->value("state")),
                          .issuer = m_urls.issuer};
    if (address.state.size() > tokens::Limits::state) {
        address.state.clear();
        co_return redirectWithError(
            address, OAuthError("invalid_request", "state is longer than 2048 bytes"));
    }
    if (const auto error = findError(*query, m_urls))
        co_return redirectWithError(address, *error);
    const auto requested = clients::ScopeSet::parse(query->value("scope"));
    const bool namesScopes = requested && !requested->isEmpty();
    const auto offered =
        namesScopes ? requested->intersected(client->maximalScopes) : client->maximalScopes;
    if (!requested || offered.isEmpty())
        co_return redirectWithError(
            address,
            OAuthError("invalid_scope", "None of these scopes can be granted to this client"));

    const std::string cookieValue = m_random.identifier(32);
    tokens::AuthorizationRequest authorization;
    authorization.clientHash = client->hash;
    authorization.clientName = client->name.empty() ? "An assistant" : client->name;
    authorization.imap = client->imap;
    authorization.smtp = client->smtp;
    authorization.redirectUri = requestedUri;
    authorization.state = address.state;
    authorization.codeChallenge = query->value("code_challenge");
    authorization.scopes = offered;
    authorization.resource = m_urls.resource;
    authorization.browserBinding = bindingOf(cookieValue);
    const auto sealed = m_tokens.seal(authorization);
    if (!sealed && sealed.error().kind == core::ErrorKind::Unavailable)
        co_return unavailablePage();
    if (!sealed)
        co_return redirectWithError(address,
                                    OAuthError("invalid_request", "The request is too large"));

    LoginPageContent content;
    content.sealedRequest = sealed->text;
    // What cannot be undone is ticked by the owner, never for the owner.
    for (const auto &scope : clients::allScopes) {
        if (!scope.isRisky)
            content.checkedScopes.insert(scope.name);
    }
    auto page = showPage(authorization, std::move(content));
    const std::string cookie = cookieName(m_urls, authorization.browserBinding) + "=" + cookieValue
                               + "; Path=/; HttpOnly; SameSite=Strict; Max-Age="
                               + std::to_string(m_tokens.lifetimes().authorizationRequest.count())
                               + (isHttps(m_urls) ? "; Secure" : "");
    page.headers.add("Set-Cookie", http::HeaderValue::sanitized(cookie));
    co_return page;
}

core::Task<http::Response> AuthorizeEndpoint::logIn(const http::Request &request,
                                                    core::Cancellation cancellation)
{
    const auto form = http::FormData::parse(request.body);
    if (!form || form->duplicate({"scope"}))
        co_return problemPage(400, "The form arrived damaged.");
    const auto authorization = openForm(request, *form);
    if (!authorization)
        co_return authorization.error();
    if (auto refusal = co_await refuseDenied(authorization->clientHash))
        co_return std::move(*refusal);

    auto login = LoginForm::parse(*form, authorization->scopes);
    LoginPageContent content;
    content.sealedRequest = form->value("req");
    content.fullName = login.account.fullName;
    content.emailAddress = login.account.emailAddress;
    content.imapUsername = form->value("imap_username");
    content.smtpUsername = form->value("smtp_username");
    content.useSameCredentials = login.useSameCredentials;
    content.checkedScopes = login.scopes;
    content.problems = login.problems;
    if (!content.problems.empty())
        co_return showPage(*authorization, std::move(content));

    const LoginThrottle::Attempt attempt{.clientAddress = request.clientAddress,
                                         .mailServer = authorization->imap.host,
                                         .username = login.account.imapLogin.username};
    const auto allowance = co_await m_throttle.begin(attempt);
    if (!allowance)
        co_return unavailablePage();
    if (!allowance->isAllowed)
        co_return tooManyLogins(*authorization, std::move(content), attempt, allowance->retryAfter);

    const auto account = std::make_shared<account::MailAccount>(std::move(login.account));
    account->imap = authorization->imap;
    account->smtp = authorization->smtp;
    const auto earliestRefusal = core::deadlineIn(m_configuration.refusalTime);
    const LoginVerdict verdict = co_await m_checkLogin(account, cancellation);
    // A server that is down says nothing about the password: that try does not count.
    if (verdict.isAccepted() || !verdict.saysWrongPassword())
        co_await m_throttle.forgive(attempt);
    if (!verdict.isAccepted()) {
        const auto wait = std::chrono::ceil<std::chrono::milliseconds>(
            earliestRefusal - std::chrono::steady_clock::now());
        if (wait.count() > 0)
            (void)co_await core::sleepFor(wait, cancellation);
        co_return refuseLogin(*authorization, std::move(content), verdict);
    }

    const auto claimed = co_await m_store.claimOnce(state::ClaimKind::AuthorizationRequest,
                                                    authorization->tokenId, authorization->issuedAt,
                                                    m_tokens.lifetimes().authorizationRequest);
    if (!claimed)
        co_return unavailablePage();
    if (!*claimed)
        co_return problemPage(400, "This login page was used already.");
    co_return sendCode(*authorization, account, login.scopes, std::move(content));
}

/// Believes nothing of the form but the sealed field, and that only from the browser it was made
/// for.
core::Result<tokens::AuthorizationRequest, http::Response>
AuthorizeEndpoint::openForm(const http::Request &request, const http::FormData &form) const
{
    if (!isFromOurPage(request.headers, m_urls))
        return problemPage(403, "This login did not come from this server's own page.");
    const auto authorization = m_tokens.openAuthorizationRequest(form.value("req"));
    if (!authorization)
        return problemPage(400,
                           "The login page was open for too long, or it is not from this server.");
    const auto cookie =
        http::findCookie(request.headers, cookieName(m_urls, authorization->browserBinding));
    if (!cookie || !core::equalsInConstantTime(bindingOf(*cookie), authorization->browserBinding))
        return problemPage(
            403, "This login page belongs to another browser, or your browser refuses cookies.");
    return *authorization;
}

http::Response AuthorizeEndpoint::tooManyLogins(const tokens::AuthorizationRequest &request,
                                                LoginPageContent content,
                                                const LoginThrottle::Attempt &attempt,
                                                std::chrono::milliseconds retryAfter) const
{
    logger.warn("login_throttled",
                {{"server", attempt.mailServer}, {"client_address", attempt.clientAddress}});
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(retryAfter).count();
    content.problems.push_back("There were too many failed logins. Wait "
                               + std::to_string((seconds + 59) / 60) + " min and try again.");
    auto page = showPage(request, std::move(content));
    page.status = 429;
    page.headers.add("Retry-After", http::HeaderValue::sanitized(std::to_string(seconds)));
    return page;
}

http::Response AuthorizeEndpoint::refuseLogin(const tokens::AuthorizationRequest &request,
                                              LoginPageContent content,
                                              const LoginVerdict &verdict) const
{
    const auto report = [&content](const std::optional<core::Error> &error,
                                   std::string_view protocol, std::string_view purpose,
                                   const account::ServerEndpoint &server) {
        if (!error)
            return;
        content.problems.push_back(problemText(*error, purpose, server));
        logger.info("login_refused", {{"protocol", protocol},
                                      {"server", serverText(server)},
                                      {"reason", core::nameOf(error->kind)},
                                      {"detail", error->detail}});
    };
    report(verdict.imap, "imap", "reading", request.imap);
    report(verdict.smtp, "smtp", "sending", request.smtp);
    return showPage(request, std::move(content));
}

http::Response AuthorizeEndpoint::sendCode(const tokens::AuthorizationRequest &request,
                                           const account::MailAccountPtr &account,
                                           const clients::ScopeSet &scopes,
                                           LoginPageContent content) const
{
    tokens::AuthorizationCode code;
    code.account = account;
    code.clientHash = request.clientHash;
    code.redirectUri = request.redirectUri;
    code.codeChallenge = request.codeChallenge;
    code.scopes = scopes;
    code.resource = request.resource;
    code.family = m_tokens.newFamily();
    const auto sealed = m_tokens.seal(code);
    if (!sealed) {
        content.problems.push_back(sealed.error().message);
        return showPage(request, std::move(content));
    }
    logger.info("login_accepted",
                {{"server", serverText(account->imap)}, {"scopes", scopes.text()}});
    const ReturnAddress address{
        .redirectUri = request.redirectUri, .state = request.state, .issuer = m_urls.issuer};
    return redirectWithCode(address, sealed->text);
}

http::Response AuthorizeEndpoint::showPage(const tokens::AuthorizationRequest &request,
                                           LoginPageContent content) const
{
    content.clientName = request.clientName;
    content.imapServer = serverText(request.imap);
    content.smtpServer = serverText(request.smtp);
    content.offeredScopes = request.scopes;
    const auto redirectUri = clients::RedirectUri::parse(request.redirectUri);
    if (!redirectUri)
        return problemPage(400, "The assistant's callback address cannot be used.");
    return m_page.render(content, *redirectUri);
}

core::Task<std::optional<http::Response>>
AuthorizeEndpoint::refuseDenied(const std::string &clientHash)
{
    const auto denied = co_await m_store.isClientDenied(clientHash);
    if (!denied)
        co_return unavailablePage();
    if (*denied)
        co_return problemPage(400, "The administrator has withdrawn this client.");
    co_return std::nullopt;
}

http::Response AuthorizeEndpoint::problemPage(int status, std::string_view explanation) const
{
    return m_page.renderProblem(
        status, "The connection could not be made", explanation,
        "Go back to your assistant and start the connection again. If that does not help, "
        "tell the administrator of this service.");
}

http::Response AuthorizeEndpoint::unavailablePage() const
{
    auto page = m_page.renderProblem(503, "Not possible at the moment",
                                     "This service cannot remember logins right now.",
                                     "Try again in a minute.");
    page.headers.add("Retry-After", "30");
    return page;
}

} // namespace oauth
