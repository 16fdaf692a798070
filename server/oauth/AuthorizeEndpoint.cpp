// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/AuthorizeEndpoint.h"

#include "audit/AuditLog.h"
#include "core/Async.h"
#include "core/Log.h"
#include "http/FormData.h"
#include "oauth/AuthorizationParameters.h"
#include "oauth/AuthorizationResponse.h"
#include "oauth/BrowserBinding.h"
#include "oauth/LoginProblem.h"
#include "oauth/OAuthError.h"
#include "tokens/Claims.h"

#include <QtGlobal>

namespace oauth {

namespace {

using core::ErrorKind;

const core::Log logger("oauth");

constexpr const char *unnamedClient = QT_TRANSLATE_NOOP("pages", "An assistant");

std::string serverText(const account::ServerEndpoint &endpoint)
{
    return endpoint.host + ":" + std::to_string(endpoint.port);
}

} // namespace

AuthorizeEndpoint::AuthorizeEndpoint(Urls urls, Configuration configuration,
                                     const tokens::Tokens &tokens, ClientDirectory &clients,
                                     state::StateStore &store, core::Random &random,
                                     LoginCheck checkLogin)
    : m_urls(std::move(urls))
    , m_configuration(std::move(configuration))
    , m_tokens(tokens)
    , m_clients(clients)
    , m_store(store)
    , m_random(random)
    , m_checkLogin(std::move(checkLogin))
    , m_throttle(store, m_configuration.throttle)
    , m_addressStep(m_configuration.servedDomains, store, m_configuration.addressStep)
{}

AuthorizeEndpoint::Visit AuthorizeEndpoint::visitOf(const http::Exchange &exchange)
{
    const http::Request &request = exchange.request();
    const auto languages = request.headers.find("Accept-Language");
    return {.request = request,
            .language = i18n::Language::negotiate(languages.value_or(std::string_view())),
            .cancellation = exchange.cancellation()};
}

core::Task<void> AuthorizeEndpoint::get(http::ExchangePtr exchange)
{
    const Visit visit = visitOf(*exchange);
    exchange->respond(co_await showFirstPage(visit));
}

core::Task<void> AuthorizeEndpoint::post(http::ExchangePtr exchange)
{
    const Visit visit = visitOf(*exchange);
    exchange->respond(co_await takeForm(visit));
}

core::Task<http::Response> AuthorizeEndpoint::showFirstPage(const Visit &visit)
{
    const auto query = http::FormData::parse(visit.request.query);
    if (!query)
        co_return problemPage(visit, 400,
                              QT_TRANSLATE_NOOP("pages", "The address of this page is damaged."));
    // Until client and redirect URI are known to be genuine, nobody is sent anywhere.
    if (query->duplicate({"resource"}))
        co_return problemPage(
            visit, 400,
            QT_TRANSLATE_NOOP("pages", "A parameter of the request came more than once."));
    const std::string clientId(query->value("client_id"));
    const auto client =
        co_await m_clients.find(clientId, visit.request.clientAddress, visit.cancellation);
    if (!client)
        co_return clientProblemPage(visit, client.error());
    const std::string requestedUri(query->value("redirect_uri"));
    const auto *redirectUri = client->redirectUriFor(requestedUri);
    if (redirectUri == nullptr)
        co_return problemPage(
            visit, 400,
            QT_TRANSLATE_NOOP("pages", "The assistant asks to be called back at an address that it "
                                       "is not registered with."));
    if (auto refusal = co_await refuseDenied(visit, client->hash))
        co_return std::move(*refusal);

    ReturnAddress address{.redirectUri = requestedUri,
                          .state = std::string(query->value("state")),
                          .issuer = m_urls.issuer};
    const auto introduction =
        client->namesServers() ? Introduction::Administrator : Introduction::Itself;
    if (address.state.size() > tokens::Limits::state) {
        address.state.clear();
        co_return refuse(visit, address, introduction,
                         OAuthError("invalid_request", "state is longer than 2048 bytes"));
    }
    if (const auto error = findParameterError(*query, m_urls))
        co_return refuse(visit, address, introduction, *error);
    const auto requested = clients::ScopeSet::parse(query->value("scope"));
    const bool namesScopes = requested && !requested->isEmpty();
    const auto offered =
        namesScopes ? requested->intersected(client->maximalScopes) : client->maximalScopes;
    if (!requested || offered.isEmpty())
        co_return refuse(
            visit, address, introduction,
            OAuthError("invalid_scope", "None of these scopes can be granted to this client"));

    const std::string cookieValue = m_random.identifier(32);
    tokens::AuthorizationRequest authorization;
    authorization.clientHash = client->hash;
    authorization.clientName =
        client->name.empty() ? visit.language.translate(unnamedClient) : client->name;
    authorization.introduction = introduction;
    authorization.documentHost = client->documentHost;
    authorization.imap = client->imap;
    authorization.smtp = client->smtp;
    authorization.redirectUri = requestedUri;
    authorization.state = address.state;
    authorization.codeChallenge = query->value("code_challenge");
    authorization.scopes = offered;
    authorization.confirmsSendAndDelete = client->confirmsSendAndDelete;
    authorization.resource = m_urls.resource;
    authorization.browserBinding = browserBindingOf(cookieValue);
    const auto sealed = m_tokens.seal(authorization);
    if (!sealed && sealed.error().kind == core::ErrorKind::Unavailable)
        co_return unavailablePage(visit);
    if (!sealed)
        co_return refuse(visit, address, introduction,
                         OAuthError("invalid_request", "The request is too large"));
    auto page = authorization.namesServers()
                    ? showPage(visit, authorization, LoginPageContent::first(sealed->text))
                    : showAddressPage(visit, authorization, sealed->text, {});
    addCookie(page, cookieValue);
    co_return page;
}

/// Tells the client what is wrong, by way of the browser. Where nobody vouches for the redirect
/// URI, the user is told instead: else anybody could register one and let this server send people
/// there without a question (RFC 9700 §4.11.2).
http::Response AuthorizeEndpoint::refuse(const Visit &visit, const ReturnAddress &address,
                                         Introduction introduction, const OAuthError &error) const
{
    if (introduction == Introduction::Administrator)
        return redirectWithError(address, error);
    return problemPage(
        visit, 400,
        i18n::Text(QT_TRANSLATE_NOOP(
                       "pages",
                       "The assistant's request is not one that this service can answer: %1 (%2)."),
                   {i18n::Text::verbatim(error.description),
                    i18n::Text::verbatim(std::string(error.code))}));
}

core::Task<http::Response> AuthorizeEndpoint::takeForm(const Visit &visit)
{
    const auto form = http::FormData::parse(visit.request.body);
    if (!form || form->duplicate({"scope"}))
        co_return problemPage(visit, 400, QT_TRANSLATE_NOOP("pages", "The form arrived damaged."));
    const auto authorization = openForm(visit, *form);
    if (!authorization)
        co_return authorization.error();
    if (auto refusal = co_await refuseDenied(visit, authorization->clientHash))
        co_return std::move(*refusal);
    // The sealed request says which step this is, never the form.
    if (!authorization->namesServers())
        co_return co_await chooseServers(visit, *form, *authorization);
    co_return co_await logIn(visit, *form, *authorization);
}

/// The first step for clients that name no servers: the domain of the address does.
core::Task<http::Response>
AuthorizeEndpoint::chooseServers(const Visit &visit, const http::FormData &form,
                                 const tokens::AuthorizationRequest &authorization)
{
    const auto choice = co_await m_addressStep.choose(form, visit.request.clientAddress);
    if (!choice.isStoreAvailable)
        co_return unavailablePage(visit);
    if (choice.servers == nullptr)
        co_return showAddressPage(visit, authorization, std::string(form.value("req")), choice);
    tokens::AuthorizationRequest next = authorization;
    next.imap = choice.servers->imap;
    next.smtp = choice.servers->smtp;
    const auto sealed = m_tokens.seal(next);
    if (!sealed && sealed.error().kind == core::ErrorKind::Unavailable)
        co_return unavailablePage(visit);
    if (!sealed)
        co_return problemPage(
            visit, 400, QT_TRANSLATE_NOOP("pages", "The request of the assistant is too large."));
    auto content = LoginPageContent::first(sealed->text);
    content.emailAddress = choice.emailAddress;
    auto page = showPage(visit, next, std::move(content));
    // It lives as long as the page that it belongs to.
    if (const auto cookie = findBrowserCookie(visit.request.headers, m_urls, next.browserBinding))
        addCookie(page, *cookie);
    co_return page;
}

core::Task<http::Response>
AuthorizeEndpoint::logIn(const Visit &visit, const http::FormData &form,
                         const tokens::AuthorizationRequest &authorization)
{
    auto login = LoginForm::parse(form, authorization.scopes);
    LoginPageContent content;
    content.sealedRequest = form.value("req");
    content.fullName = login.account.fullName;
    content.emailAddress = login.account.emailAddress;
    content.imapUsername = form.value("imap_username");
    content.smtpUsername = form.value("smtp_username");
    content.useSameCredentials = login.useSameCredentials;
    content.checkedScopes = login.scopes;
    content.confirmsSendAndDelete = login.confirmsSendAndDelete;
    content.problems = login.problems;
    if (!content.problems.empty())
        co_return showPage(visit, authorization, std::move(content));

    const LoginThrottle::Attempt attempt{.clientAddress = visit.request.clientAddress,
                                         .mailServer = authorization.imap.host,
                                         .username = login.account.imapLogin.username};
    const auto allowance = co_await m_throttle.begin(attempt);
    if (!allowance)
        co_return unavailablePage(visit);
    audit::Subject visitor{.client = authorization.clientHash,
                           .address = visit.request.clientAddress,
                           .mailServer = attempt.mailServer,
                           .username = attempt.username};
    if (!allowance->isAllowed) {
        audit::record(audit::Event::LoginLimited, visitor);
        co_return tooManyLogins(visit, authorization, std::move(content), attempt,
                                allowance->retryAfter);
    }

    // What could not be remembered in the end need not be tried.
    const auto healthy = co_await m_store.checkHealth();
    if (!healthy)
        co_return unavailablePage(visit);

    const auto account = std::make_shared<account::MailAccount>(std::move(login.account));
    account->imap = authorization.imap;
    account->smtp = authorization.smtp;
    const auto earliestRefusal = core::deadlineIn(m_configuration.refusalTime);
    const LoginVerdict verdict = co_await m_checkLogin(account, visit.cancellation);
    // A server that is down says nothing about the password: that try does not count.
    if (verdict.isAccepted() || !verdict.saysWrongPassword())
        co_await m_throttle.forgive(attempt);
    if (verdict.saysWrongPassword())
        audit::record(audit::Event::LoginRefused, visitor);
    if (!verdict.isAccepted()) {
        const auto wait = std::chrono::ceil<std::chrono::milliseconds>(
            earliestRefusal - std::chrono::steady_clock::now());
        if (wait.count() > 0)
            (void)co_await core::sleepFor(wait, visit.cancellation);
        co_return refuseLogin(visit, authorization, std::move(content), verdict);
    }

    const auto claimed = co_await m_store.claimOnce(state::ClaimKind::AuthorizationRequest,
                                                    authorization.tokenId, authorization.issuedAt,
                                                    m_tokens.lifetimes().authorizationRequest);
    if (!claimed)
        co_return unavailablePage(visit);
    if (!*claimed)
        co_return problemPage(visit, 400,
                              QT_TRANSLATE_NOOP("pages", "This login page was used already."));
    visitor.family = m_tokens.newFamily();
    audit::record(audit::Event::LoginAccepted, visitor);
    co_return sendCode(visit, authorization, account, login, std::move(content), visitor.family);
}

/// Believes nothing of the form but the sealed field, and that only from the browser it was made
/// for.
core::Result<tokens::AuthorizationRequest, http::Response>
AuthorizeEndpoint::openForm(const Visit &visit, const http::FormData &form) const
{
    if (!isFromOurPage(visit.request.headers, m_urls))
        return problemPage(
            visit, 403,
            QT_TRANSLATE_NOOP("pages", "This login did not come from this server's own page."));
    const auto authorization = m_tokens.openAuthorizationRequest(form.value("req"));
    if (!authorization)
        return problemPage(
            visit, 400,
            QT_TRANSLATE_NOOP(
                "pages", "The login page was open for too long, or it is not from this server."));
    if (!findBrowserCookie(visit.request.headers, m_urls, authorization->browserBinding))
        return problemPage(
            visit, 403,
            QT_TRANSLATE_NOOP(
                "pages",
                "This login page belongs to another browser, or your browser refuses cookies."));
    return *authorization;
}

http::Response AuthorizeEndpoint::tooManyLogins(const Visit &visit,
                                                const tokens::AuthorizationRequest &request,
                                                LoginPageContent content,
                                                const LoginThrottle::Attempt &attempt,
                                                std::chrono::milliseconds retryAfter) const
{
    logger.warn("login_throttled",
                {{"server", attempt.mailServer}, {"client_address", attempt.clientAddress}});
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(retryAfter).count();
    content.problems.emplace_back(
        QT_TRANSLATE_NOOP("pages", "There were too many failed logins. Wait %1 min and try again."),
        std::vector<i18n::Text>{i18n::Text::verbatim(std::to_string((seconds + 59) / 60))});
    auto page = showPage(visit, request, std::move(content));
    page.status = 429;
    page.headers.add("Retry-After", http::HeaderValue::sanitized(std::to_string(seconds)));
    return page;
}

http::Response AuthorizeEndpoint::refuseLogin(const Visit &visit,
                                              const tokens::AuthorizationRequest &request,
                                              LoginPageContent content,
                                              const LoginVerdict &verdict) const
{
    const auto report = [&content](const std::optional<core::Error> &error,
                                   std::string_view protocol, MailPurpose purpose,
                                   const account::ServerEndpoint &server) {
        if (!error)
            return;
        content.problems.push_back(problemText(*error, purpose, server));
        logger.info("login_refused", {{"protocol", protocol},
                                      {"server", serverText(server)},
                                      {"reason", core::nameOf(error->kind)},
                                      {"detail", error->detail}});
    };
    report(verdict.imap, "imap", MailPurpose::Reading, request.imap);
    report(verdict.smtp, "smtp", MailPurpose::Sending, request.smtp);
    return showPage(visit, request, std::move(content));
}

http::Response AuthorizeEndpoint::sendCode(const Visit &visit,
                                           const tokens::AuthorizationRequest &request,
                                           const account::MailAccountPtr &account,
                                           const LoginForm &login, LoginPageContent content,
                                           const std::string &family) const
{
    tokens::AuthorizationCode code;
    code.account = account;
    code.clientHash = request.clientHash;
    code.redirectUri = request.redirectUri;
    code.codeChallenge = request.codeChallenge;
    code.scopes = login.scopes;
    code.confirmsSendAndDelete = request.confirmsSendAndDelete || login.confirmsSendAndDelete;
    code.resource = request.resource;
    code.family = family;
    const auto sealed = m_tokens.seal(code);
    if (!sealed) {
        content.problems.emplace_back(sealed.error().message);
        return showPage(visit, request, std::move(content));
    }
    logger.info("login_accepted",
                {{"server", serverText(account->imap)}, {"scopes", login.scopes.text()}});
    const ReturnAddress address{
        .redirectUri = request.redirectUri, .state = request.state, .issuer = m_urls.issuer};
    return redirectWithCode(address, sealed->text);
}

http::Response AuthorizeEndpoint::showPage(const Visit &visit,
                                           const tokens::AuthorizationRequest &request,
                                           LoginPageContent content) const
{
    content.client = ClientDescription::of(request);
    content.imapServer = serverText(request.imap);
    content.smtpServer = serverText(request.smtp);
    content.offeredScopes = request.scopes;
    if (request.confirmsSendAndDelete)
        content.confirmation = LoginPageContent::Confirmation::Demanded;
    const auto redirectUri = clients::RedirectUri::parse(request.redirectUri);
    if (!redirectUri)
        return problemPage(
            visit, 400,
            QT_TRANSLATE_NOOP("pages", "The assistant's callback address cannot be used."));
    return m_page.render(content, *redirectUri, visit.language);
}

http::Response AuthorizeEndpoint::showAddressPage(const Visit &visit,
                                                  const tokens::AuthorizationRequest &request,
                                                  std::string sealedRequest,
                                                  const AddressStep::Choice &choice) const
{
    const auto redirectUri = clients::RedirectUri::parse(request.redirectUri);
    if (!redirectUri)
        return problemPage(
            visit, 400,
            QT_TRANSLATE_NOOP("pages", "The assistant's callback address cannot be used."));
    AddressPageContent content;
    content.client = ClientDescription::of(request);
    content.sealedRequest = std::move(sealedRequest);
    content.emailAddress = choice.emailAddress;
    content.problems = choice.problems;
    auto page = m_page.renderAddressStep(content, *redirectUri, visit.language);
    if (choice.retryAfter.count() > 0) {
        page.status = 429;
        page.headers.add("Retry-After",
                         http::HeaderValue::sanitized(std::to_string(choice.retryAfter.count())));
    }
    return page;
}

void AuthorizeEndpoint::addCookie(http::Response &page, std::string_view value) const
{
    page.headers.add("Set-Cookie",
                     browserCookie(m_urls, value, m_tokens.lifetimes().authorizationRequest));
}

/// The page for a client_id that leads to no client.
http::Response AuthorizeEndpoint::clientProblemPage(const Visit &visit,
                                                    const core::Error &error) const
{
    switch (error.kind) {
    case ErrorKind::Unauthenticated:
        return problemPage(
            visit, 400,
            QT_TRANSLATE_NOOP(
                "pages",
                "The assistant's client ID was not made by this server, or it has expired."));
    case ErrorKind::PermissionDenied:
        return problemPage(visit, 400,
                           QT_TRANSLATE_NOOP("pages", "This client was made by an earlier version "
                                                      "and must be re-issued by the "
                                                      "administrator."));
    case ErrorKind::Busy: {
        auto page = problemPage(visit, 429, error.message);
        page.headers.add("Retry-After", "60");
        return page;
    }
    default:
        return problemPage(visit, 400, error.message);
    }
}

core::Task<std::optional<http::Response>>
AuthorizeEndpoint::refuseDenied(const Visit &visit, const std::string &clientHash)
{
    const auto denied = co_await m_store.isClientDenied(clientHash);
    if (!denied)
        co_return unavailablePage(visit);
    if (*denied)
        co_return problemPage(
            visit, 400, QT_TRANSLATE_NOOP("pages", "The administrator has withdrawn this client."));
    co_return std::nullopt;
}

http::Response AuthorizeEndpoint::problemPage(const Visit &visit, int status,
                                              i18n::Text explanation) const
{
    return m_page.renderProblem(
        status,
        {.title = QT_TRANSLATE_NOOP("pages", "The connection could not be made"),
         .explanation = std::move(explanation),
         .remedy = QT_TRANSLATE_NOOP(
             "pages",
             "Go back to your assistant and start the connection again. If that does not help, "
             "tell the administrator of this service what you read here.")},
        visit.language);
}

http::Response AuthorizeEndpoint::unavailablePage(const Visit &visit) const
{
    auto page =
        m_page.renderProblem(503,
                             {.title = QT_TRANSLATE_NOOP("pages", "Not possible at the moment"),
                              .explanation = QT_TRANSLATE_NOOP(
                                  "pages", "This service cannot remember logins right now."),
                              .remedy = QT_TRANSLATE_NOOP("pages", "Try again in a minute.")},
                             visit.language);
    page.headers.add("Retry-After", "30");
    return page;
}

} // namespace oauth
