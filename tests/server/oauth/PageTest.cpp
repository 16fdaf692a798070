// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/Base64.h"
#include "crypto/Hash.h"
#include "oauth/LoginPage.h"

#include <QRegularExpression>
#include <QTest>

using oauth::LoginPage;
using oauth::LoginPageContent;

namespace {

clients::RedirectUri redirectUri(const char *text)
{
    return *clients::RedirectUri::parse(text);
}

qsizetype occurrences(const std::string &text, const char *pattern)
{
    return QString::fromStdString(text).count(QRegularExpression(QString::fromLatin1(pattern)));
}

} // namespace

class PageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // OA-038, W-13: nothing that came from outside becomes markup.
    void everyTextIsEscaped()
    {
        // No raw string: moc of Qt 6.4 loses the class behind one that holds quotes.
        const std::string attack =
            "\"><script>alert(document.domain)</script><img src=x onerror='y'>{{name}}";
        LoginPageContent content;
        content.client.name = content.imapServer = content.smtpServer = content.sealedRequest =
            attack;
        content.fullName = content.emailAddress = content.imapUsername = content.smtpUsername =
            attack;
        content.problems = {attack};
        content.offeredScopes = clients::ScopeSet::all();
        const auto page = LoginPage().render(content, redirectUri("https://app.example/cb"));
        QCOMPARE(page.status, 200);
        QCOMPARE(occurrences(page.body, "<script"), 0);
        QCOMPARE(occurrences(page.body, "<img"), 0);
        QVERIFY(page.body.find("&quot;&gt;&lt;script&gt;") != std::string::npos);
        QVERIFY(page.body.find("{{#") == std::string::npos);
    }

    void everyTextOfTheAddressStepIsEscaped()
    {
        const std::string attack = "\"><script>alert(1)</script>{{name}}";
        oauth::AddressPageContent content;
        content.client.name = content.client.documentHost = attack;
        content.client.isProvisioned = false;
        content.sealedRequest = content.emailAddress = attack;
        content.problems = {attack};
        const auto page =
            LoginPage().renderAddressStep(content, redirectUri("https://app.example/cb"));
        QCOMPARE(occurrences(page.body, "<script"), 0);
        QCOMPARE(occurrences(page.body, "<form "), 1);
        QCOMPARE(occurrences(page.body, "type=\"hidden\""), 1);
        QVERIFY(page.body.find("{{#") == std::string::npos);
        QVERIFY(page.headers.find("Content-Security-Policy")->ends_with("form-action 'self'"));
    }

    // OA-001
    void hasOneFormAndOneHiddenField()
    {
        LoginPageContent content;
        content.client.name = "Claude";
        content.sealedRequest = "sealed";
        content.offeredScopes = *clients::ScopeSet::parse("mail.read mail.send");
        content.checkedScopes = *clients::ScopeSet::parse("mail.read");
        const auto page = LoginPage().render(content, redirectUri("https://app.example/cb"));
        QCOMPARE(occurrences(page.body, "<form "), 1);
        QCOMPARE(occurrences(page.body, "type=\"hidden\""), 1);
        QCOMPARE(occurrences(page.body, "<h1>"), 1);
        QCOMPARE(occurrences(page.body, "name=\"scope\""), 2);
        QCOMPARE(occurrences(page.body, "value=\"mail.read\" checked"), 1);
        QCOMPARE(occurrences(page.body, "value=\"mail.send\" checked"), 0);
        QVERIFY(page.body.find("app.example") != std::string::npos);
        QVERIFY(page.body.find("Claude") != std::string::npos);
    }

    void warnsBeforeGoingToAProgramOnThisComputer()
    {
        const LoginPage page;
        QVERIFY(page.render({}, redirectUri("http://127.0.0.1:5/cb"))
                    .body.find("program on this computer")
                != std::string::npos);
        QVERIFY(page.render({}, redirectUri("https://app.example/cb"))
                    .body.find("program on this computer")
                == std::string::npos);
    }

    // OA-044
    void theHeadersForbidScriptsFramesAndCaches()
    {
        const auto page = LoginPage().render({}, redirectUri("https://app.example:8443/cb"));
        const auto policy = std::string(*page.headers.find("Content-Security-Policy"));
        QVERIFY(policy.starts_with("default-src 'none'; style-src 'sha256-"));
        QVERIFY(policy.find("unsafe") == std::string::npos);
        QVERIFY(policy.find("frame-ancestors 'none'") != std::string::npos);
        QVERIFY(policy.ends_with("form-action 'self' https://app.example:8443"));
        QCOMPARE(*page.headers.find("Cache-Control"), std::string_view("no-store"));
    }

    void theStyleSheetIsTheOneThatThePolicyAllows()
    {
        const auto body = LoginPage().render({}, redirectUri("https://app.example/cb")).body;
        const auto start = body.find("<style>") + 7;
        const auto css = body.substr(start, body.find("</style>") - start);
        QVERIFY(css.size() > 500);
        QCOMPARE("'sha256-" + core::encodeBase64(crypto::sha256(css)) + "'",
                 oauth::styleSheetHash());
    }

    void aProblemPageLeadsNowhere()
    {
        const auto page = LoginPage().renderProblem(400, "Title", "<b>why</b>", "what to do");
        QCOMPARE(page.status, 400);
        QVERIFY(!page.headers.contains("Location"));
        QVERIFY(page.body.find("<b>") == std::string::npos);
        QVERIFY(page.headers.find("Content-Security-Policy")->ends_with("form-action 'none'"));
    }
};

QTEST_GUILESS_MAIN(PageTest)
#include "PageTest.moc"
