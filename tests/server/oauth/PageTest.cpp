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

/// Not a constant: resources are there only when main() runs.
const i18n::Language &english()
{
    return i18n::Language::english();
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
        const auto page =
            LoginPage().render(content, redirectUri("https://app.example/cb"), english());
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
        const auto page = LoginPage().renderAddressStep(
            content, redirectUri("https://app.example/cb"), english());
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
        const auto page =
            LoginPage().render(content, redirectUri("https://app.example/cb"), english());
        QCOMPARE(occurrences(page.body, "<form "), 1);
        QCOMPARE(occurrences(page.body, "type=\"hidden\""), 1);
        QCOMPARE(occurrences(page.body, "<h1>"), 1);
        QCOMPARE(occurrences(page.body, "name=\"scope\""), 2);
        QCOMPARE(occurrences(page.body, "value=\"mail.read\" checked"), 1);
        QCOMPARE(occurrences(page.body, "value=\"mail.send\" checked"), 0);
        QVERIFY(page.body.find("app.example") != std::string::npos);
        QVERIFY(page.body.find("Claude") != std::string::npos);
    }

    void offersToAskBeforeWhatCannotBeUndone()
    {
        const auto uri = redirectUri("https://app.example/cb");
        const auto box = [&](const LoginPageContent &content) {
            const auto body = LoginPage().render(content, uri, english()).body;
            const auto tag = body.find("name=\"confirm\"");
            return tag == std::string::npos ? std::string()
                                            : body.substr(tag, body.find('>', tag) - tag);
        };
        LoginPageContent content;
        for (const auto *scopes : {"mail.send", "mail.delete", "mail.read mail.send mail.delete"}) {
            content.offeredScopes = *clients::ScopeSet::parse(scopes);
            content.confirmsSendAndDelete = false;
            QVERIFY(!box(content).empty());
            QVERIFY(!box(content).ends_with("checked"));
            content.confirmsSendAndDelete = true;
            QVERIFY(box(content).ends_with("checked"));
        }
        content.offeredScopes = *clients::ScopeSet::parse("mail.read mail.organize mail.draft");
        QVERIFY(box(content).empty());
    }

    void saysThatTheClientAsksAnyway()
    {
        const auto uri = redirectUri("https://app.example/cb");
        const std::string sentence = "You are always asked before anything is sent or deleted.";
        LoginPageContent content;
        content.confirmation = LoginPageContent::Confirmation::Demanded;
        content.offeredScopes = *clients::ScopeSet::parse("mail.read mail.send");
        const auto page = LoginPage().render(content, uri, english());
        QVERIFY(page.body.find(sentence) != std::string::npos);
        QCOMPARE(occurrences(page.body, "name=\"confirm\""), 0);
        content.offeredScopes = *clients::ScopeSet::parse("mail.read");
        QVERIFY(LoginPage().render(content, uri, english()).body.find(sentence)
                == std::string::npos);
    }

    void warnsBeforeGoingToAProgramOnThisComputer()
    {
        const LoginPage page;
        QVERIFY(page.render({}, redirectUri("http://127.0.0.1:5/cb"), english())
                    .body.find("program on this computer")
                != std::string::npos);
        QVERIFY(page.render({}, redirectUri("https://app.example/cb"), english())
                    .body.find("program on this computer")
                == std::string::npos);
    }

    // OA-044
    void theHeadersForbidScriptsFramesAndCaches()
    {
        const auto page =
            LoginPage().render({}, redirectUri("https://app.example:8443/cb"), english());
        const auto policy = std::string(*page.headers.find("Content-Security-Policy"));
        QVERIFY(policy.starts_with("default-src 'none'; style-src 'sha256-"));
        QVERIFY(policy.find("unsafe") == std::string::npos);
        QVERIFY(policy.find("frame-ancestors 'none'") != std::string::npos);
        QVERIFY(policy.ends_with("form-action 'self' https://app.example:8443"));
        QCOMPARE(*page.headers.find("Cache-Control"), std::string_view("no-store"));
    }

    void theStyleSheetIsTheOneThatThePolicyAllows()
    {
        const auto body =
            LoginPage().render({}, redirectUri("https://app.example/cb"), english()).body;
        const auto start = body.find("<style>") + 7;
        const auto css = body.substr(start, body.find("</style>") - start);
        QVERIFY(css.size() > 500);
        QCOMPARE("'sha256-" + core::encodeBase64(crypto::sha256(css)) + "'",
                 oauth::styleSheetHash());
    }

    void aProblemPageLeadsNowhere()
    {
        const oauth::ProblemPageContent problem{
            .title = "Title", .explanation = "<b>why</b>", .remedy = "what to do"};
        const auto page = LoginPage().renderProblem(400, problem, english());
        QCOMPARE(page.status, 400);
        QVERIFY(!page.headers.contains("Location"));
        QVERIFY(page.body.find("<b>") == std::string::npos);
        QVERIFY(page.headers.find("Content-Security-Policy")->ends_with("form-action 'none'"));
    }

    void everyPageSpeaksEveryLanguage_data()
    {
        QTest::addColumn<std::size_t>("index");
        for (std::size_t i = 0; i < i18n::Language::all().size(); ++i)
            QTest::newRow(i18n::Language::all()[i].tag().c_str()) << i;
    }

    void everyPageSpeaksEveryLanguage()
    {
        QFETCH(std::size_t, index);
        const auto &language = i18n::Language::all()[index];
        const bool isEnglish = language.tag() == "en";
        const auto uri = redirectUri("http://127.0.0.1:5/cb");
        oauth::ClientDescription client;
        client.name = "Claude <3";
        LoginPageContent login;
        oauth::AddressPageContent address;
        login.problems = address.problems = {"Enter the password of your mailbox."};
        login.offeredScopes = clients::ScopeSet::all();
        const std::vector<std::pair<bool, std::string>> introductions = {
            {true, ""}, {false, ""}, {false, "client.example"}};
        for (const auto &[isProvisioned, documentHost] : introductions) {
            client.isProvisioned = isProvisioned;
            client.documentHost = documentHost;
            login.client = address.client = client;
            const auto first = LoginPage().renderAddressStep(address, uri, language);
            const auto second = LoginPage().render(login, uri, language);
            for (const auto &page : {first, second}) {
                QVERIFY(page.body.find("<html lang=\"" + language.tag() + "\" dir=\""
                                       + (language.isRightToLeft() ? "rtl" : "ltr") + "\">")
                        != std::string::npos);
                QCOMPARE(*page.headers.find("Content-Language"), std::string_view(language.tag()));
                QVERIFY(page.body.find("Claude &lt;3") != std::string::npos || isProvisioned);
                QVERIFY(page.body.find("{{") == std::string::npos);
                QVERIFY(page.body.find("}}") == std::string::npos);
                for (const auto *text : {"Connect your mailbox", "Sends you back to",
                                         "Enter the password of your mailbox."})
                    QCOMPARE(page.body.find(text) != std::string::npos, isEnglish);
            }
            QCOMPARE(second.body.find("Ask me before anything") != std::string::npos, isEnglish);
            for (const auto &scope : clients::allScopes)
                QCOMPARE(second.body.find(std::string(scope.sentence)) != std::string::npos,
                         isEnglish);
        }
    }
};

QTEST_GUILESS_MAIN(PageTest)
#include "PageTest.moc"
