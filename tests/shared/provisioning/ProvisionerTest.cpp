// SPDX-License-Identifier: GPL-3.0-or-later
#include "provisioning/Provisioner.h"

#include "clients/KnownClients.h"
#include "core/Base64.h"
#include "i18n/Language.h"
#include "support/CountingRandom.h"
#include "support/FakeClock.h"
#include "tokens/Tokens.h"

#include <QTest>

#include <functional>

using provisioning::Field;
using provisioning::Request;

namespace {

const std::string baseUrl = "https://mail.mcp.example.com";

crypto::KeyRing keyRing()
{
    support::CountingRandom random(1);
    auto ring = crypto::KeyRing::parse(core::encodeBase64(random.bytes(32)), {});
    return std::move(*ring);
}

Request goodRequest()
{
    Request request;
    request.imap = {.host = "imap.example.com", .port = 993};
    request.smtp = {
        .host = "smtp.example.com", .port = 587, .security = account::Security::StartTls};
    request.name = "Example Mail";
    return request;
}

} // namespace

class ProvisionerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theServerOpensWhatWasMadeForIt()
    {
        const support::FakeClock clock;
        support::CountingRandom random;
        const auto keys = keyRing();
        auto request = goodRequest();
        request.redirectUris = {"https://claude.ai/api/mcp/auth_callback"};
        request.maximalScopes = *clients::ScopeSet::parseKeywords("read,send");
        request.confirmsSendAndDelete = true;
        request.lifetime = 30;
        const auto made = provisioning::provision(request, keys, baseUrl, clock, random);
        QVERIFY(made);
        QCOMPARE(made->mcpUrl, std::string("https://mail.mcp.example.com/mcp"));

        const tokens::Tokens server(keys, baseUrl, {}, clock, random);
        const auto opened = server.openClientId(made->clientId);
        QVERIFY(opened);
        QVERIFY(opened->imap == request.imap);
        QVERIFY(opened->smtp == request.smtp);
        QCOMPARE(opened->name, std::string("Example Mail"));
        QVERIFY(opened->hasSecret(made->clientSecret.reveal()));
        QVERIFY(!opened->hasSecret("another"));
        QCOMPARE(opened->redirectUris.size(), 1UL);
        QCOMPARE(opened->maximalScopes.text(), std::string("mail.read mail.send"));
        QVERIFY(opened->confirmsSendAndDelete);
        QCOMPARE(opened->expiresAt.value_or(0), clock.secondsSinceEpoch() + 30 * 86400);
        const tokens::Tokens other(keys, "https://other.example.com", {}, clock, random);
        QVERIFY(!other.openClientId(made->clientId));
    }

    void withoutRedirectUrisThoseOfTheKnownClientsAreRegistered()
    {
        const support::FakeClock clock;
        support::CountingRandom random;
        const auto made = provisioning::provision(goodRequest(), keyRing(), baseUrl, clock, random);
        QVERIFY(made);
        QCOMPARE(made->client.redirectUris.size(), clients::defaultRedirectUris().size());
        QVERIFY(!made->client.expiresAt);
        QCOMPARE(made->clientSecret.reveal().size(), 43UL);
    }

    void everyMistakeIsSaidWithItsField_data()
    {
        using Change = std::function<void(Request &)>;
        QTest::addColumn<Change>("change");
        QTest::addColumn<int>("field");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, Field field, const char *words, Change change) {
            QTest::newRow(name) << change << static_cast<int>(field) << QString::fromUtf8(words);
        };
        row("no IMAP host", Field::ImapServer, "missing", [](Request &r) { r.imap.host.clear(); });
        row("no SMTP host", Field::SmtpServer, "missing", [](Request &r) { r.smtp.host.clear(); });
        row("host with a port", Field::ImapServer, "“mail.example.com:993” is not the name",
            [](Request &r) { r.imap.host = "mail.example.com:993"; });
        row("URL", Field::SmtpServer, "not the name",
            [](Request &r) { r.smtp.host = "https://mail.example.com/"; });
        row("long host", Field::ImapServer, "not the name",
            [](Request &r) { r.imap.host = std::string(254, 'a'); });
        row("no port", Field::SmtpServer, "1 to 65535", [](Request &r) { r.smtp.port = 0; });
        row("plain text elsewhere", Field::ImapServer, "this computer",
            [](Request &r) { r.imap.security = account::Security::PlainText; });
        row("dangerous URI", Field::RedirectUris, "javascript",
            [](Request &r) { r.redirectUris = {"javascript:alert(1)"}; });
        row("17 URIs", Field::RedirectUris, "at most 16",
            [](Request &r) { r.redirectUris.assign(17, "https://app.example/callback"); });
        row("no permission", Field::Scopes, "at least one",
            [](Request &r) { r.maximalScopes = clients::ScopeSet(); });
        row("nothing to confirm", Field::Confirmation, "neither send nor delete", [](Request &r) {
            r.confirmsSendAndDelete = true;
            r.maximalScopes = *clients::ScopeSet::parseKeywords("read,draft");
        });
        row("no day", Field::Lifetime, "1 to 36500", [](Request &r) { r.lifetime = 0; });
        row("too many days", Field::Lifetime, "1 to 36500", [](Request &r) { r.lifetime = 36501; });
        row("long name", Field::Name, "at most 128",
            [](Request &r) { r.name = std::string(129, 'n'); });
        row("name that is no UTF-8", Field::Name, "UTF-8", [](Request &r) { r.name = "\xff"; });
    }
    void everyMistakeIsSaidWithItsField()
    {
        QFETCH(std::function<void(Request &)>, change);
        QFETCH(int, field);
        QFETCH(QString, words);
        auto request = goodRequest();
        change(request);
        const support::FakeClock clock;
        support::CountingRandom random;
        const auto made = provisioning::provision(request, keyRing(), baseUrl, clock, random);
        QVERIFY(!made);
        QCOMPARE(static_cast<int>(made.error().field), field);
        const auto text = i18n::Language::english().render(made.error().text);
        QVERIFY2(QString::fromStdString(text).contains(words), text.c_str());
    }

    void serversOnThisComputerMayBePlain()
    {
        auto request = goodRequest();
        for (const char *host : {"127.0.0.1", "::1", "localhost"}) {
            request.imap = {.host = host, .port = 143, .security = account::Security::PlainText};
            QVERIFY2(!provisioning::check(request), host);
        }
    }
};

QTEST_GUILESS_MAIN(ProvisionerTest)
#include "ProvisionerTest.moc"
