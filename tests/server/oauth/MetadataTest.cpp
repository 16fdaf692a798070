// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/Metadata.h"

#include <QTest>

#include <nlohmann/json.hpp>

class MetadataTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // OA-114: word for word what clients see.
    void theProtectedResourceDocument()
    {
        const auto document = oauth::protectedResourceMetadata(oauth::Urls("https://mail.test"));
        QCOMPARE(document.dump(),
                 std::string(R"({"authorization_servers":["https://mail.test"],)"
                             R"("bearer_methods_supported":["header"],)"
                             R"("resource":"https://mail.test/mcp",)"
                             R"("resource_name":"Mail MCP",)"
                             R"("scopes_supported":["mail.read","mail.organize","mail.draft",)"
                             R"("mail.delete","mail.send"]})"));
    }

    void theAuthorizationServerDocument()
    {
        const auto document = oauth::authorizationServerMetadata(oauth::Urls("https://mail.test"),
                                                                 oauth::SelfIntroduction::Refused);
        QCOMPARE(
            document.dump(),
            std::string(
                R"({"authorization_endpoint":"https://mail.test/oauth/authorize",)"
                R"("authorization_response_iss_parameter_supported":true,)"
                R"("code_challenge_methods_supported":["S256"],)"
                R"("grant_types_supported":["authorization_code","refresh_token"],)"
                R"("issuer":"https://mail.test",)"
                R"("response_modes_supported":["query"],)"
                R"("response_types_supported":["code"],)"
                R"("revocation_endpoint":"https://mail.test/oauth/revoke",)"
                R"("revocation_endpoint_auth_methods_supported":["client_secret_basic","client_secret_post"],)"
                R"("scopes_supported":["mail.read","mail.organize","mail.draft","mail.delete","mail.send",)"
                R"("offline_access"],)"
                R"("token_endpoint":"https://mail.test/oauth/token",)"
                R"("token_endpoint_auth_methods_supported":["client_secret_basic","client_secret_post"]})"));
    }

    void clientsMayIntroduceThemselvesWhereThatIsSwitchedOn()
    {
        const oauth::Urls urls("https://mail.test");
        const auto usual =
            oauth::authorizationServerMetadata(urls, oauth::SelfIntroduction::Refused);
        const auto document =
            oauth::authorizationServerMetadata(urls, oauth::SelfIntroduction::Accepted);
        auto expected = usual;
        expected["registration_endpoint"] = "https://mail.test/oauth/register";
        expected["client_id_metadata_document_supported"] = true;
        expected["token_endpoint_auth_methods_supported"].push_back("none");
        expected["revocation_endpoint_auth_methods_supported"].push_back("none");
        QVERIFY2(document == expected, document.dump().c_str());
    }

    // OA-033
    void theResourceComparesWithoutCaseInSchemeAndHost_data()
    {
        QTest::addColumn<QByteArray>("resource");
        QTest::addColumn<bool>("expected");
        QTest::newRow("exact") << QByteArray("https://mail.test/mcp") << true;
        QTest::newRow("upper-case host") << QByteArray("HTTPS://MAIL.TEST/mcp") << true;
        QTest::newRow("the issuer") << QByteArray("https://mail.test") << true;
        QTest::newRow("upper-case path") << QByteArray("https://mail.test/MCP") << false;
        QTest::newRow("fragment") << QByteArray("https://mail.test/mcp#x") << false;
        QTest::newRow("other host") << QByteArray("https://evil.example/mcp") << false;
        QTest::newRow("prefix") << QByteArray("https://mail.test/mcp/x") << false;
    }
    void theResourceComparesWithoutCaseInSchemeAndHost()
    {
        QFETCH(QByteArray, resource);
        QFETCH(bool, expected);
        QCOMPARE(oauth::isOurResource(resource.toStdString(), oauth::Urls("https://mail.test")),
                 expected);
    }
};

QTEST_APPLESS_MAIN(MetadataTest)
#include "MetadataTest.moc"
