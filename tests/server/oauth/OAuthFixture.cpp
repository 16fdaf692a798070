// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/oauth/OAuthFixture.h"

#include "core/Base64.h"
#include "core/PercentEncoding.h"
#include "crypto/Hash.h"
#include "http/FormData.h"
#include "state/OpenStateStore.h"
#include "support/Await.h"
#include "support/FakeExchange.h"

#include <QRegularExpression>
#include <QString>

namespace support {

namespace {

oauth::AuthorizeEndpoint::Configuration withoutDelay()
{
    oauth::AuthorizeEndpoint::Configuration configuration;
    configuration.refusalTime = std::chrono::milliseconds(0);
    configuration.servedDomains =
        *account::ServedDomains::parse("mail.test=imap.mail.test,smtp.mail.test");
    return configuration;
}

crypto::KeyRing makeRing()
{
    return std::move(*crypto::KeyRing::parse("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=", ""));
}

std::string formEncoded(const OAuthFixture::Parameters &parameters)
{
    std::string text;
    for (const auto &[name, value] : parameters)
        text += (text.empty() ? "" : "&") + core::percentEncoded(name) + "="
                + core::percentEncoded(value);
    return text;
}

OAuthFixture::Parameters changed(OAuthFixture::Parameters parameters,
                                 const OAuthFixture::Parameters &changes)
{
    for (const auto &[name, value] : changes) {
        parameters.erase(name);
        if (!value.empty())
            parameters[name] = value;
    }
    return parameters;
}

tokens::ClientId describeClient(const std::string &secret,
                                const std::vector<std::string> &redirectUris,
                                const clients::ScopeSet &scopes, const std::string &name)
{
    tokens::ClientId client;
    client.imap = {
        .host = "imap.mail.test", .port = 993, .security = account::Security::ImplicitTls};
    client.smtp = {
        .host = "smtp.mail.test", .port = 465, .security = account::Security::ImplicitTls};
    client.secretHash = crypto::sha256(secret);
    for (const auto &uri : redirectUris)
        client.redirectUris.push_back(*clients::RedirectUri::parse(uri));
    client.maximalScopes = scopes;
    client.name = name;
    return client;
}

core::Task<oauth::LoginVerdict> answer(OAuthFixture *fixture, account::MailAccountPtr account)
{
    ++fixture->loginAttempts;
    fixture->lastAccount = std::move(account);
    co_return fixture->verdict;
}

core::Task<core::Result<fetch::Response>> fetchTask(OAuthFixture *fixture, fetch::HttpsUrl url)
{
    fixture->fetchedUrls.push_back(url.text());
    co_return fixture->document;
}

core::Task<core::Result<tokens::AccessToken, http::Response>>
admitTask(oauth::BearerGuard &guard, const http::Request &request)
{
    co_return co_await guard.admit(request);
}

template <typename Endpoint>
http::Response exchange(Endpoint &endpoint, core::Task<void> (Endpoint::*method)(http::ExchangePtr),
                        http::Request request)
{
    const auto exchange = std::make_shared<FakeExchange>(std::move(request));
    await((endpoint.*method)(exchange));
    return exchange->answer();
}

http::Request formPost(std::string path, const OAuthFixture::Parameters &form,
                       const OAuthFixture::Parameters &headers)
{
    http::Request request;
    request.method = "POST";
    request.path = std::move(path);
    request.body = formEncoded(form);
    request.headers.addReceived("Content-Type", "application/x-www-form-urlencoded");
    for (const auto &[name, value] : headers)
        request.headers.addReceived(name, value);
    return request;
}

} // namespace

OAuthFixture::OAuthFixture()
    : ring(makeRing())
    , store(std::move(*state::openStateStore("memory:", ring, clock, random)))
    , tokens(ring, std::string(baseUrl), {}, clock, random)
    , urls(std::string(baseUrl))
    , client(makeClient({std::string(redirectUri), "http://127.0.0.1/callback"},
                        clients::ScopeSet::all(), "Claude"))
    , otherClient(makeClient({"https://other.example/cb"}, clients::ScopeSet::all(), "Other"))
    , documents([this](fetch::HttpsUrl url,
                       core::Cancellation) { return fetchTask(this, std::move(url)); },
                *store, clock, {})
    , directory(tokens, &documents)
    , registrationEndpoint(tokens, *store, random, {})
    , authorizeEndpoint(urls, withoutDelay(), tokens, directory, *store, random,
                        [this](account::MailAccountPtr account, core::Cancellation) {
                            return answer(this, std::move(account));
                        })
    , tokenEndpoint(urls, {}, tokens, directory, *store,
                    [this](account::MailAccountPtr account, core::Cancellation) {
                        return answer(this, std::move(account));
                    })
    , revocationEndpoint(tokens, directory, *store,
                         oauth::TokenEndpoint::Configuration().clientFailures)
    , guard(urls, tokens, *store)
{
    clock.advance(std::chrono::seconds(1)); // the store refuses what is older than itself
}

OAuthFixture::Client OAuthFixture::makeClient(const std::vector<std::string> &redirectUris,
                                              const clients::ScopeSet &scopes,
                                              const std::string &name)
{
    const std::string secret = random.identifier(32);
    const auto sealed = tokens.seal(describeClient(secret, redirectUris, scopes, name));
    return {.id = sealed->text, .secret = secret};
}

OAuthFixture::Client OAuthFixture::makeConfirmingClient()
{
    const std::string secret = random.identifier(32);
    auto description =
        describeClient(secret, {std::string(redirectUri)}, clients::ScopeSet::all(), "Careful");
    description.confirmsSendAndDelete = true;
    return {.id = tokens.seal(description)->text, .secret = secret};
}

http::Response OAuthFixture::authorize(const Parameters &changes)
{
    const Parameters usual = {
        {"response_type", "code"},
        {"client_id", client.id},
        {"redirect_uri", std::string(redirectUri)},
        {"state", "st-123"},
        {"code_challenge", std::string(challenge)},
        {"code_challenge_method", "S256"},
        {"resource", urls.resource},
        {"scope", "mail.read"},
    };
    return authorizeQuery(formEncoded(changed(usual, changes)));
}

http::Response OAuthFixture::authorizeQuery(const std::string &query)
{
    http::Request request;
    request.method = "GET";
    request.path = "/oauth/authorize";
    request.query = query;
    request.clientAddress = clientAddress;
    return exchange(authorizeEndpoint, &oauth::AuthorizeEndpoint::get, std::move(request));
}

http::Response OAuthFixture::logIn(const http::Response &page, const Parameters &changes,
                                   const Parameters &headerChanges)
{
    static const QRegularExpression hiddenField(QStringLiteral(R"(name="req" value="([^"]*)\")"));
    const auto sealed =
        hiddenField.match(QString::fromStdString(page.body)).captured(1).toStdString();
    const auto cookie = page.headers.find("Set-Cookie").value_or("");
    const Parameters form = {
        {"req", sealed},
        {"email", "alice@mail.test"},
        {"full_name", "Alice Example"},
        {"imap_username", "alice"},
        {"imap_password", "correct horse"},
        {"use_same_credentials", "1"},
        {"scope", "mail.read"},
    };
    const Parameters headers = {
        {"Cookie", std::string(cookie.substr(0, cookie.find(';')))},
        {"Origin", std::string(baseUrl)},
        {"Sec-Fetch-Site", "same-origin"},
    };
    auto request =
        formPost("/oauth/authorize", changed(form, changes), changed(headers, headerChanges));
    request.clientAddress = clientAddress;
    return exchange(authorizeEndpoint, &oauth::AuthorizeEndpoint::post, std::move(request));
}

http::Response OAuthFixture::registerClient(const std::string &body, const std::string &contentType)
{
    http::Request request;
    request.method = "POST";
    request.path = "/oauth/register";
    request.body = body;
    request.clientAddress = clientAddress;
    request.headers.addReceived("Content-Type", contentType);
    return exchange(registrationEndpoint, &oauth::RegistrationEndpoint::post, std::move(request));
}

fetch::Response OAuthFixture::jsonDocument(const nlohmann::json &members,
                                           const std::string &cacheControl)
{
    fetch::Response response;
    response.status = 200;
    response.headers = {{"content-type", "application/json"}};
    if (!cacheControl.empty())
        response.headers.emplace_back("cache-control", cacheControl);
    response.body = members.dump();
    return response;
}

std::string OAuthFixture::obtainCode(const Parameters &authorizeChanges,
                                     const Parameters &loginChanges)
{
    return locationParameters(logIn(authorize(authorizeChanges), loginChanges))["code"];
}

http::Response OAuthFixture::token(const Parameters &form, const Parameters &headers,
                                   const std::string &query)
{
    auto request = formPost("/oauth/token", form, headers);
    request.query = query;
    request.clientAddress = clientAddress;
    return exchange(tokenEndpoint, &oauth::TokenEndpoint::post, std::move(request));
}

http::Response OAuthFixture::redeem(const std::string &code, const Parameters &changes)
{
    const Parameters usual = {
        {"grant_type", "authorization_code"},
        {"code", code},
        {"redirect_uri", std::string(redirectUri)},
        {"code_verifier", std::string(verifier)},
        {"client_id", client.id},
        {"client_secret", client.secret},
        {"resource", urls.resource},
    };
    return token(changed(usual, changes));
}

http::Response OAuthFixture::refresh(const std::string &refreshToken, const Parameters &changes)
{
    const Parameters usual = {
        {"grant_type", "refresh_token"},
        {"refresh_token", refreshToken},
        {"client_id", client.id},
        {"client_secret", client.secret},
    };
    return token(changed(usual, changes));
}

http::Response OAuthFixture::revoke(const std::string &token, const Parameters &changes)
{
    const Parameters usual = {
        {"token", token}, {"client_id", client.id}, {"client_secret", client.secret}};
    auto request = formPost("/oauth/revoke", changed(usual, changes), {});
    request.clientAddress = clientAddress;
    return exchange(revocationEndpoint, &oauth::RevocationEndpoint::post, std::move(request));
}

core::Result<tokens::AccessToken, http::Response> OAuthFixture::admit(const Parameters &headers)
{
    http::Request request;
    for (const auto &[name, value] : headers)
        request.headers.addReceived(name, value);
    return await(admitTask(guard, request));
}

OAuthFixture::Parameters OAuthFixture::locationParameters(const http::Response &response)
{
    Parameters parameters;
    const auto location = response.headers.find("Location").value_or("");
    const auto query = location.substr(std::min(location.find('?') + 1, location.size()));
    const auto form = http::FormData::parse(query);
    if (form) {
        for (const auto &field : form->fields())
            parameters[field.name] +=
                field.value; // twice the same name shows up as a doubled value
    }
    return parameters;
}

nlohmann::json OAuthFixture::json(const http::Response &response)
{
    return nlohmann::json::parse(response.body);
}

} // namespace support
