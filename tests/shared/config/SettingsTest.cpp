// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/SettingRows.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using config::Variables;

Q_DECLARE_METATYPE(Variables)

namespace {

constexpr const char *key = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

} // namespace

class SettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDefaultsWork()
    {
        const auto loaded = config::loadSettings({{"HOME", "/home/alice"}}, {});
        QVERIFY(loaded.problems.empty());
        const auto &settings = loaded.settings;
        QCOMPARE(settings.baseUrl, std::string("http://127.0.0.1:3000"));
        QCOMPARE(settings.host, std::string("127.0.0.1"));
        QCOMPARE(settings.port, 3000);
        QCOMPARE(settings.stateUrl,
                 std::string("sqlite:/home/alice/.local/state/mail-mcp/state.db"));
        QVERIFY(settings.accessTokenLifetime == std::chrono::hours(8));
        QVERIFY(settings.refreshTokenLifetime == std::chrono::hours(24 * 30));
        QVERIFY(!settings.keyRing);
        QVERIFY(settings.environment == config::Environment::Production);
    }

    // The text in each row and the value in the struct must not drift apart.
    void theTextOfEachDefaultIsTheDefault()
    {
        const config::Settings untouched;
        const auto settings = config::loadSettings({}, {}).settings;
        QVERIFY(settings.http == untouched.http);
        QCOMPARE(settings.maximumSessions, untouched.maximumSessions);
        QCOMPARE(settings.maximumSessionsPerMailbox, untouched.maximumSessionsPerMailbox);
        QCOMPARE(settings.maximumLoginsPerHost, untouched.maximumLoginsPerHost);
        QCOMPARE(settings.maximumWaitingPerHost, untouched.maximumWaitingPerHost);
        QCOMPARE(settings.maximumWaitingPerMailbox, untouched.maximumWaitingPerMailbox);
        QCOMPARE(settings.maximumWatchedMailboxes, untouched.maximumWatchedMailboxes);
        QCOMPARE(settings.maximumWatchesPerMailbox, untouched.maximumWatchesPerMailbox);
        QVERIFY(settings.watchRenewal == untouched.watchRenewal);
        QVERIFY(settings.watchPoll == untouched.watchPoll);
        QVERIFY(settings.sessionIdleTime == untouched.sessionIdleTime);
        QVERIFY(settings.sessionProbeAfter == untouched.sessionProbeAfter);
        QVERIFY(settings.sessionConnectTime == untouched.sessionConnectTime);
        QVERIFY(settings.sessionLoginTime == untouched.sessionLoginTime);
        QVERIFY(settings.imapCommandTime == untouched.imapCommandTime);
        QVERIFY(settings.sessionWaitTime == untouched.sessionWaitTime);
        QVERIFY(settings.smtpSessionIdleTime == untouched.smtpSessionIdleTime);
        QCOMPARE(settings.maximumIdleSmtpSessions, untouched.maximumIdleSmtpSessions);
        QCOMPARE(settings.maximumIdleSmtpSessionsPerMailbox,
                 untouched.maximumIdleSmtpSessionsPerMailbox);
        QVERIFY(settings.metricsFrom == untouched.metricsFrom);
        QCOMPARE(settings.maximumSendsPerHour, untouched.maximumSendsPerHour);
        QCOMPARE(settings.maximumSendsPerDay, untouched.maximumSendsPerDay);
        QVERIFY(settings.accessTokenLifetime == untouched.accessTokenLifetime);
        QVERIFY(settings.refreshTokenLifetime == untouched.refreshTokenLifetime);
        QVERIFY(settings.logLevel == untouched.logLevel);
        QVERIFY(settings.registeredClientLifetime == untouched.registeredClientLifetime);
    }

    void clientsIntroduceThemselvesOnlyWhereMailServersAreNamed()
    {
        QVERIFY(config::loadSettings({}, {}).settings.defaultMailServers.isEmpty());
        const auto loaded =
            config::loadSettings({{"DEFAULT_MAIL_SERVERS", "*=imap.test,smtp.test"}}, {});
        QVERIFY(loaded.problems.empty());
        QCOMPARE(loaded.settings.defaultMailServers.serversFor("a@b.test")->imap.host,
                 std::string("imap.test"));
    }

    void theAuthorityOfTestsIsForDevelopmentOnly()
    {
        const Variables file = {{"DEVELOPMENT_CLIENT_CA_FILE", "/dev/null"}};
        QVERIFY(config::loadSettings({{"MAIL_MCP_ENV", "development"}}, file).problems.empty());
        QCOMPARE(config::loadSettings({}, file).problems.size(), 1U);
    }

    void s3IsConfiguredAsAwsIs()
    {
        const auto loaded = config::loadSettings({{"AWS_ACCESS_KEY_ID", "AKID"},
                                                  {"AWS_SECRET_ACCESS_KEY", "se/cr+et"},
                                                  {"AWS_SESSION_TOKEN", "token=="},
                                                  {"AWS_REGION", "eu-central-1"},
                                                  {"AWS_S3_BUCKET", "mail"},
                                                  {"AWS_ENDPOINT_URL_S3", "https://s3.example.com"},
                                                  {"AWS_S3_ADDRESSING_STYLE", "virtual"},
                                                  {"AWS_S3_LINK_TTL", "60"},
                                                  {"AWS_S3_UPLOAD_TIMEOUT", "90"}},
                                                 {});
        QVERIFY(loaded.problems.empty());
        const auto &s3 = loaded.settings.s3;
        QVERIFY(s3.isConfigured());
        QCOMPARE(s3.accessKeyId, std::string("AKID"));
        QVERIFY(s3.secretAccessKey.equals("se/cr+et"));
        QVERIFY(s3.sessionToken.equals("token=="));
        QCOMPARE(s3.region, std::string("eu-central-1"));
        QCOMPARE(s3.bucket, std::string("mail"));
        QCOMPARE(s3.endpoint, std::string("https://s3.example.com"));
        QVERIFY(s3.addressingStyle == s3::AddressingStyle::Virtual);
        QVERIFY(s3.linkLifetime == std::chrono::seconds(60));
        QVERIFY(s3.uploadTime == std::chrono::seconds(90));
        for (const auto &rendered : loaded.rendered)
            QVERIFY(rendered.value != "se/cr+et" && rendered.value != "token==");
    }

    // Many environments name a region for other programs.
    void aRegionAloneIsNoS3()
    {
        const auto loaded = config::loadSettings({{"AWS_REGION", "eu-central-1"}}, {});
        QVERIFY(loaded.problems.empty());
        QVERIFY(!loaded.settings.s3.isConfigured());
        QVERIFY(loaded.settings.s3.linkLifetime == config::S3Settings().linkLifetime);
        QVERIFY(loaded.settings.s3.addressingStyle == config::S3Settings().addressingStyle);
    }

    void halfAConfigurationOfS3NamesWhatIsMissing_data()
    {
        QTest::addColumn<Variables>("variables");
        QTest::addColumn<std::string>("missing");
        QTest::newRow("bucket alone")
            << Variables{{"AWS_S3_BUCKET", "mail"}}
            << std::string("AWS_REGION, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY must");
        QTest::newRow("endpoint alone")
            << Variables{{"AWS_ENDPOINT_URL_S3", "https://s3.example.com"}}
            << std::string("AWS_S3_BUCKET, AWS_REGION, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY "
                           "must");
        QTest::newRow("no bucket") << Variables{{"AWS_ACCESS_KEY_ID", "A"},
                                                {"AWS_SECRET_ACCESS_KEY", "S"},
                                                {"AWS_REGION", "eu-central-1"}}
                                   << std::string("AWS_S3_BUCKET must");
        QTest::newRow("no secret") << Variables{{"AWS_ACCESS_KEY_ID", "A"},
                                                {"AWS_S3_BUCKET", "mail"},
                                                {"AWS_REGION", "eu-central-1"}}
                                   << std::string("AWS_SECRET_ACCESS_KEY must");
    }
    void halfAConfigurationOfS3NamesWhatIsMissing()
    {
        QFETCH(Variables, variables);
        QFETCH(std::string, missing);
        const auto loaded = config::loadSettings(variables, {});
        QCOMPARE(loaded.problems.size(), 1U);
        QVERIFY2(loaded.problems.front().starts_with(missing), loaded.problems.front().c_str());
        QVERIFY(!loaded.settings.s3.isConfigured());
    }

    void theEnvironmentWinsOverTheFile()
    {
        const auto settings =
            config::loadSettings({{"PORT", "1"}}, {{"PORT", "2"}, {"HOST", "127.0.0.2"}}).settings;
        QCOMPARE(settings.port, 1);
        QCOMPARE(settings.host, std::string("127.0.0.2"));
        QCOMPARE(settings.baseUrl, std::string("http://127.0.0.1:1"));
    }

    void anEmptyVariableCountsAsUnset()
    {
        QCOMPARE(config::loadSettings({{"PORT", ""}}, {{"PORT", "2"}}).settings.port, 2);
    }

    void understandsTheNamesOfTheRubyServer()
    {
        const auto loaded =
            config::loadSettings({{"RACK_ENV", "development"}, {"ENCRYPTION_KEY", key}}, {});
        QVERIFY(loaded.settings.environment == config::Environment::Development);
        QVERIFY(loaded.settings.keyRing.has_value());
    }

    void everyMistakeIsOneSentenceThatNamesTheVariable_data()
    {
        QTest::addColumn<Variables>("variables");
        QTest::addColumn<QByteArray>("name");
        const auto row = [](const char *name, const char *value) {
            QTest::newRow((std::string(name) + "=" + value).c_str())
                << Variables{{name, value}} << QByteArray(name);
        };
        row("PORT", "http");
        row("PORT", "65536");
        row("PORT", "-1");
        row("PORT", " 3000");
        row("BASE_URL", "http://mail.example.com");
        row("BASE_URL", "https://mail.example.com/");
        row("BASE_URL", "https://mail.example.com/mail");
        row("BASE_URL", "https://mail.example.com?x");
        row("BASE_URL", "mail.example.com");
        row("BASE_URL", "cursor://x");
        row("ENCRYPTION_KEY", "short");
        row("ENCRYPTION_KEYS", "a:b");
        row("TLS_CERT_FILE", "/nonexistent/cert.pem");
        row("MAIL_CA_FILE", "/nonexistent/ca.pem");
        row("LEGACY_REDIRECT_URIS", "http://evil.example/cb");
        row("DEFAULT_MAIL_SERVERS", "imap.example.com");
        row("REGISTERED_CLIENT_TTL", "3599");
        row("DEVELOPMENT_CLIENT_CA_FILE", "/dev/null"); // in production
        row("ACCESS_TOKEN_TTL", "28801");
        row("ACCESS_TOKEN_TTL", "8h");
        row("REFRESH_TOKEN_TTL", "0");
        row("MAX_CONNECTIONS", "0");
        row("MAX_IMAP_SESSIONS_PER_MAILBOX", "21");
        row("SMTP_SESSION_IDLE", "241");
        row("MAX_IDLE_SMTP_SESSIONS", "0");
        row("MAX_IDLE_SMTP_SESSIONS_PER_MAILBOX", "21");
        row("MAX_SENDS_PER_HOUR", "0");
        row("MAX_SENDS_PER_DAY", "many");
        row("MAIL_MCP_ENV", "prod");
        row("MAIL_MCP_LOG_LEVEL", "chatty");
        row("AWS_REGION", "Frankfurt");
        row("AWS_S3_ADDRESSING_STYLE", "host");
        row("AWS_S3_LINK_TTL", "604801");
        row("AWS_S3_LINK_TTL", "59");
        row("AWS_S3_UPLOAD_TIMEOUT", "0");
        row("AWS_S3_UPLOAD_TIMEOUT", "3601");
        row("HOST", "0.0.0.0");
        row("HOST", "192.0.2.1");
    }
    void everyMistakeIsOneSentenceThatNamesTheVariable()
    {
        QFETCH(Variables, variables);
        QFETCH(QByteArray, name);
        const auto problems = config::loadSettings(variables, {}).problems;
        QVERIFY(!problems.empty());
        QVERIFY2(problems.front().find(name.toStdString()) != std::string::npos,
                 problems.front().c_str());
        QVERIFY(problems.front().ends_with('.'));
    }

    void everyHttpSettingIsReadAndBounded_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const auto &row : config::httpSettingRows())
            QTest::newRow(std::string(row.name).c_str())
                << QByteArray(std::string(row.name).c_str());
    }
    void everyHttpSettingIsReadAndBounded()
    {
        QFETCH(QByteArray, name);
        const auto load = [&name](const char *value) {
            return config::loadSettings({{name.toStdString(), value}}, {});
        };
        for (const auto *value : {"0", "-1", "1x", "99999999999999999999"}) {
            const auto problems = load(value).problems;
            QCOMPARE(problems.size(), 1U);
            QVERIFY(problems.front().starts_with(name.toStdString() + " must be a number"));
        }
        // None of the limits is at odds with half of its default, and none forgets what it read.
        const auto all = config::httpSettingRows();
        const auto row =
            std::ranges::find(all, std::string_view(name.constData()), &config::SettingRow::name);
        const auto half = std::max(std::stoull(std::string(row->defaultValue)) / 2, 2ULL);
        const auto changed = load(std::to_string(half).c_str());
        QVERIFY(changed.problems.empty());
        QVERIFY(changed.settings.http != config::HttpSettings());
    }

    void limitsThatContradictEachOtherAreRefused()
    {
        for (const auto *name :
             {"HTTP_MAX_BUFFERED_BODIES", "HTTP_MAX_BUFFERED_BODIES_PER_ADDRESS"}) {
            const auto bodies = config::loadSettings({{name, "8388607"}}, {}).problems;
            QCOMPARE(bodies.size(), 1U);
            QVERIFY(bodies.front().starts_with(std::string(name) + " is less"));
            QVERIFY(bodies.front().find("HTTP_MAX_MCP_BODY") != std::string::npos);
        }
        const auto heads = config::loadSettings({{"HTTP_MAX_HEADER_BLOCK", "16383"}}, {}).problems;
        QCOMPARE(heads.size(), 1U);
        QVERIFY(heads.front().find("HTTP_MAX_HEADER_FIELD") != std::string::npos);
    }

    void theSocketOfTheAdministratorIsAnAbsolutePath()
    {
        const auto socketOf = [](const std::string &value) {
            return config::loadSettings({{"ADMIN_SOCKET", value}}, {});
        };
        QVERIFY(config::loadSettings({}, {}).settings.adminSocket.empty());
        QVERIFY(socketOf("none").settings.adminSocket.empty());
        QCOMPARE(socketOf("/run/a.sock").settings.adminSocket, std::string("/run/a.sock"));
        QVERIFY(socketOf("/" + std::string(99, 'a')).problems.empty());
        for (const std::string &bad : {std::string("a.sock"), "/" + std::string(100, 'a')}) {
            const auto problems = socketOf(bad).problems;
            QCOMPARE(problems.size(), 1U);
            QVERIFY2(problems.front().starts_with("ADMIN_SOCKET "), problems.front().c_str());
        }
    }

    void theSocketOfTheAdministratorIsForTheGroupOnRequestOnly()
    {
        const auto loaded = [](const std::string &value) {
            return config::loadSettings({{"ADMIN_SOCKET_FOR", value}}, {});
        };
        QVERIFY(!config::loadSettings({}, {}).settings.adminSocketAdmitsGroup);
        QVERIFY(!loaded("user").settings.adminSocketAdmitsGroup);
        QVERIFY(loaded("group").settings.adminSocketAdmitsGroup);
        const auto problems = loaded("everybody").problems;
        QCOMPARE(problems.size(), 1U);
        QVERIFY2(problems.front().starts_with("ADMIN_SOCKET_FOR "), problems.front().c_str());
    }

    void uploadsWaitBesideTheState()
    {
        const auto directory = [](const config::Variables &variables) {
            return config::loadSettings(variables, {}).settings.attachments.uploadDirectory;
        };
        QCOMPARE(directory({{"STATE_DIRECTORY", "/var/lib/x"}}), std::string("/var/lib/x/uploads"));
        QCOMPARE(directory({{"STATE_DIRECTORY", "/var/lib/x:/var/lib/y"}}),
                 std::string("/var/lib/x/uploads"));
        QCOMPARE(directory({{"STATE_URL", "sqlite:/srv/state.db"}}), std::string("/srv/uploads"));
        QCOMPARE(directory({{"STATE_URL", "memory:"}, {"STATE_DIRECTORY", "/var/lib/x"}}),
                 std::string("/var/lib/x/uploads"));
        for (const auto *const store : {"redis://127.0.0.1/0", "rediss://store.example/0"}) {
            QCOMPARE(directory({{"STATE_URL", store}, {"STATE_DIRECTORY", "/var/lib/x"}}),
                     std::string());
            QCOMPARE(directory({{"STATE_URL", store}, {"UPLOAD_DIRECTORY", "/up"}}),
                     std::string("/up"));
        }
        QCOMPARE(directory({{"UPLOAD_DIRECTORY", "/up"}}), std::string("/up"));
        QCOMPARE(config::loadSettings({{"UPLOAD_DIRECTORY", "up"}}, {}).problems.size(), 1U);
    }

    void theExtractorIsNamedByItsWholePath()
    {
        const auto loaded = config::loadSettings({{"EXTRACTOR", "/opt/x"}}, {});
        QVERIFY(loaded.settings.attachments.extractor == "/opt/x");
        QCOMPARE(config::loadSettings({{"EXTRACTOR", "x"}}, {}).problems.size(), 1U);
    }

    void whatIsReadOfAttachmentsHasItsLimits()
    {
        for (const auto &[name, value] :
             {std::pair("MAX_READ_ATTACHMENT_SIZE", "67108865"),
              std::pair("MAX_PICTURE_SIZE", "8388609"), std::pair("MAX_READINGS", "0"),
              std::pair("MAX_READINGS_PER_MAILBOX", "0"), std::pair("READING_TIMEOUT", "601")})
            QVERIFY2(config::loadSettings({{name, value}}, {}).problems.size() == 1, name);
    }

    void attachmentSettingsHaveTheDefaultsTheyShow()
    {
        auto settings = config::loadSettings({}, {}).settings.attachments;
        settings.uploadDirectory.clear();
        QVERIFY(settings == config::AttachmentSettings());
        for (const auto &row : config::attachmentSettingRows()) {
            const std::string name(row.name);
            const auto loaded = config::loadSettings({{name, "no"}}, {});
            QVERIFY2(loaded.problems.size() == 1, name.c_str());
            QVERIFY2(loaded.problems.front().starts_with(name), name.c_str());
        }
    }

    void allMistakesAreReportedAtOnce()
    {
        QCOMPARE(config::loadSettings({{"PORT", "x"}, {"BASE_URL", "y"}, {"MAIL_MCP_ENV", "z"}}, {})
                     .problems.size(),
                 3U);
    }

    void aPublicAddressNeedsTls()
    {
        QVERIFY(config::loadSettings(
                    {{"HOST", "0.0.0.0"}, {"TRUSTED_PROXIES", "10.0.0.0/8, 192.0.2.1"}}, {})
                    .problems.empty());
        const Variables half = {{"TLS_CERT_FILE", "/dev/null"}};
        QCOMPARE(config::loadSettings(half, {}).problems.size(), 1U);
    }

    void secretsAreNeverRendered()
    {
        const auto loaded = config::loadSettings(
            {{"ENCRYPTION_KEY", key}, {"ENCRYPTION_KEYS", std::string("k1:") + key}}, {});
        QVERIFY(loaded.problems.empty());
        for (const auto &setting : loaded.rendered)
            QVERIFY(setting.value.find("MDEy") == std::string::npos);
    }

    void passwordsOfUrlsAreNeverRendered_data()
    {
        QTest::addColumn<std::string>("url");
        QTest::addColumn<std::string>("shown");
        const auto row = [](const char *url, const char *shown) {
            QTest::newRow(url) << std::string(url) << std::string(shown);
        };
        row("rediss://mail:canary@host:6379/0", "rediss://mail:(not shown)@host:6379/0");
        row("redis://:canary@host", "redis://:(not shown)@host");
        row("redis://mail:ca@na:ry@host", "redis://mail:(not shown)@host");
        row("redis://host:6379", "redis://host:6379");
        row("sqlite:/var/lib/a:b@c", "sqlite:/var/lib/a:b@c");
        row("memory:", "memory:");
    }
    void passwordsOfUrlsAreNeverRendered()
    {
        QFETCH(std::string, url);
        QFETCH(std::string, shown);
        const auto loaded = config::loadSettings({{"STATE_URL", url}}, {});
        QCOMPARE(loaded.settings.stateUrl, url);
        const auto found = std::ranges::find(loaded.rendered, std::string("STATE_URL"),
                                             &config::RenderedSetting::name);
        QVERIFY(found != loaded.rendered.end());
        QCOMPARE(found->value, shown);
    }

    void theSampleFileIsTheRenderedOne()
    {
        QFile file(QStringLiteral(SOURCE_DIR "/.env.sample"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().toStdString(), config::renderEnvSample());
    }
};

QTEST_APPLESS_MAIN(SettingsTest)
#include "SettingsTest.moc"
