// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/LoginPage.h"

#include "oauth/OAuthError.h"

#include <nlohmann/json.hpp>

namespace oauth {

namespace {

using nlohmann::json;

/// `formActions`: where the form may go, directly or by redirect. Browsers apply form-action to the
/// redirect that follows the POST as well, so the client's redirect URI must be in it.
http::Response page(int status, const HtmlTemplate &source, json values,
                    const std::string &formActions, const i18n::Language &language)
{
    values["language"] = language.tag();
    values["direction"] = language.isRightToLeft() ? "rtl" : "ltr";
    auto response = notStored(http::Response::html(status, source.render(values, language)));
    response.headers.set("Content-Language", http::HeaderValue::sanitized(language.tag()));
    const std::string policy = "default-src 'none'; style-src " + styleSheetHash()
                               + "; base-uri 'none'; frame-ancestors 'none'; form-action "
                               + formActions;
    response.headers.set("Content-Security-Policy", http::HeaderValue::sanitized(policy));
    // Not no-referrer: browsers would then send "Origin: null" with our own form.
    response.headers.set("Referrer-Policy", "same-origin");
    return response;
}

/// What both steps show in the same way.
json commonValues(const ClientDescription &client, const clients::RedirectUri &redirectUri,
                  const std::vector<i18n::Text> &problems, const i18n::Language &language)
{
    json sentences = json::array();
    for (const auto &problem : problems)
        sentences.push_back({{"text", language.render(problem)}});
    const bool isFromDocument = !client.isProvisioned && !client.documentHost.empty();
    return {
        {"clientName", client.name},
        {"documentHost", client.documentHost},
        {"isProvisioned", client.isProvisioned},
        {"isFromDocument", isFromDocument},
        {"isRegistered", !client.isProvisioned && !isFromDocument},
        {"redirectHost", redirectUri.displayHost()},
        {"isLoopback", redirectUri.isLoopback()},
        {"hasProblems", !problems.empty()},
        {"problems", std::move(sentences)},
    };
}

} // namespace

ClientDescription ClientDescription::of(const tokens::AuthorizationRequest &request)
{
    ClientDescription client;
    client.name = request.clientName;
    client.isProvisioned =
        request.introduction == tokens::AuthorizationRequest::Introduction::Administrator;
    client.documentHost = request.documentHost;
    return client;
}

LoginPageContent LoginPageContent::first(std::string sealedRequest)
{
    LoginPageContent content;
    content.sealedRequest = std::move(sealedRequest);
    for (const auto &scope : clients::allScopes) {
        if (!scope.isRisky)
            content.checkedScopes.insert(scope.name);
    }
    return content;
}

LoginPage::LoginPage()
    : m_address("address.html")
    , m_login("login.html")
    , m_problem("problem.html")
{}

http::Response LoginPage::render(const LoginPageContent &content,
                                 const clients::RedirectUri &redirectUri,
                                 const i18n::Language &language) const
{
    using Confirmation = LoginPageContent::Confirmation;

    const bool hasRisks = content.offeredScopes.hasRisks();
    json scopes = json::array();
    for (const auto &scope : clients::allScopes) {
        if (!content.offeredScopes.contains(scope.name))
            continue;
        scopes.push_back({{"name", scope.name},
                          {"sentence", language.translate(scope.sentence)},
                          {"isRisky", scope.isRisky},
                          {"isChecked", content.checkedScopes.contains(scope.name)}});
    }
    json values = commonValues(content.client, redirectUri, content.problems, language);
    values.update({
        {"imapServer", content.imapServer},
        {"smtpServer", content.smtpServer},
        {"request", content.sealedRequest},
        {"fullName", content.fullName},
        {"email", content.emailAddress},
        {"imapUsername", content.imapUsername},
        {"smtpUsername", content.smtpUsername},
        {"useSameCredentials", content.useSameCredentials},
        {"scopes", scopes},
        {"offersConfirmation", hasRisks && content.confirmation == Confirmation::Choice},
        {"demandsConfirmation", hasRisks && content.confirmation == Confirmation::Demanded},
        {"confirmsSendAndDelete", content.confirmsSendAndDelete},
    });
    return page(200, m_login, std::move(values), "'self' " + redirectUri.formActionSource(),
                language);
}

http::Response LoginPage::renderAddressStep(const AddressPageContent &content,
                                            const clients::RedirectUri &redirectUri,
                                            const i18n::Language &language) const
{
    json values = commonValues(content.client, redirectUri, content.problems, language);
    values.update({{"request", content.sealedRequest}, {"email", content.emailAddress}});
    return page(200, m_address, std::move(values), "'self'", language);
}

http::Response LoginPage::renderProblem(int status, const ProblemPageContent &content,
                                        const i18n::Language &language) const
{
    json values = {{"title", language.render(content.title)},
                   {"explanation", language.render(content.explanation)},
                   {"remedy", language.render(content.remedy)}};
    return page(status, m_problem, std::move(values), "'none'", language);
}

} // namespace oauth
