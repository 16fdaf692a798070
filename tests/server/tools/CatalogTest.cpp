// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/Catalog.h"
#include "mcp/Schema.h"
#include "support/CountingRandom.h"

#include <QTest>

#include <nlohmann/json.hpp>

class CatalogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_tools = tools::catalogue(m_pool); }

    void theToolsAreThereInAStableOrder()
    {
        QByteArrayList names;
        for (const auto &tool : m_tools)
            names.append(QByteArray::fromStdString(tool.name));
        QCOMPARE(names.join(' '), QByteArray("list_mailboxes list_mail_messages get_mail_message "
                                             "search_mail_messages"));
    }

    void everyToolSaysWhatAModelNeeds()
    {
        for (const auto &tool : m_tools) {
            QVERIFY(!tool.title.empty());
            QVERIFY(tool.description.size() > 100);
            QVERIFY(tool.run);
            for (const auto &field : tool.parameters)
                QVERIFY2(!field.description.empty(), field.name.c_str());
            for (const auto &field : tool.result)
                QVERIFY2(!field.description.empty(), field.name.c_str());
        }
    }

    void readingToolsAreHonestAboutThat() // M-27
    {
        for (const auto &tool : m_tools) {
            QCOMPARE(tool.effect.scope, std::string("mail.read"));
            QVERIFY(tool.effect.isReadOnly);
            QVERIFY(!tool.effect.isDestructive);
            QVERIFY(tool.effect.isIdempotent);
            QVERIFY(tool.effect.isOpenWorld);
        }
    }

    void argumentsThatCannotBeAreRefused_data()
    {
        QTest::addColumn<QByteArray>("tool");
        QTest::addColumn<QByteArray>("arguments");
        const auto row = [](const char *name, const char *tool, const char *arguments) {
            QTest::newRow(name) << QByteArray(tool) << QByteArray(arguments);
        };
        row("TA-19 uid 0", "get_mail_message", R"({"folder":"INBOX","uid":0})");
        row("TA-19 uid -1", "get_mail_message", R"({"folder":"INBOX","uid":-1})");
        row("TA-19 uid 2^32", "get_mail_message", R"({"folder":"INBOX","uid":4294967296})");
        row("TA-19 uid 1:*", "get_mail_message", R"({"folder":"INBOX","uid":"1:*"})");
        row("TA-19 uid 1.5", "get_mail_message", R"({"folder":"INBOX","uid":1.5})");
        row("TA-19 uid \"5\"", "get_mail_message", R"({"folder":"INBOX","uid":"5"})");
        row("no uid", "get_mail_message", R"({"folder":"INBOX"})");
        row("TA-12 another argument", "get_mail_message", R"({"folder":"INBOX","uid":1,"x":1})");
        row("ML-41 page 0", "list_mail_messages", R"({"folder":"INBOX","page":0})");
        row("ML-41 page -1", "list_mail_messages", R"({"folder":"INBOX","page":-1})");
        row("ML-41 per_page 0", "list_mail_messages", R"({"folder":"INBOX","per_page":0})");
        row("ML-41 per_page 10^9", "list_mail_messages",
            R"({"folder":"INBOX","per_page":1000000000})");
        row("no folder", "list_mail_messages", "{}");
        row("no query", "search_mail_messages", R"({"folder":"INBOX"})");
        row("TA-12 an argument for none", "list_mailboxes", R"({"x":1})");
    }
    void argumentsThatCannotBeAreRefused()
    {
        QFETCH(QByteArray, tool);
        QFETCH(QByteArray, arguments);
        const auto checked = mcp::checkArguments(toolNamed(tool.toStdString()).parameters,
                                                 nlohmann::json::parse(arguments.toStdString()));
        QVERIFY(!checked);
        QCOMPARE(checked.error().kind, core::ErrorKind::InvalidArgument);
    }

    void contractsAreKept_data()
    {
        QTest::addColumn<QByteArray>("tool");
        QTest::addColumn<QByteArray>("parameters");
        QTest::addColumn<QByteArray>("keys"); // of the result, those that others rely on
        QTest::newRow("list_mailboxes")
            << QByteArray("list_mailboxes") << QByteArray() << QByteArray("mailboxes");
        QTest::newRow("list_mail_messages")
            << QByteArray("list_mail_messages") << QByteArray("folder page? per_page?")
            << QByteArray("messages total page per_page uidvalidity");
        QTest::newRow("get_mail_message")
            << QByteArray("get_mail_message") << QByteArray("folder uid include_html?")
            << QByteArray("uid uidvalidity headers text_body text_source hidden_elements_removed "
                          "html_body "
                          "flags attachments truncated");
        QTest::newRow("search_mail_messages")
            << QByteArray("search_mail_messages") << QByteArray("folder query")
            << QByteArray("folder query uids count uidvalidity truncated");
    }
    void contractsAreKept()
    {
        QFETCH(QByteArray, tool);
        QFETCH(QByteArray, parameters);
        QFETCH(QByteArray, keys);
        const auto &found = toolNamed(tool.toStdString());
        QByteArrayList names;
        for (const auto &field : found.parameters) {
            const bool isOptional = field.presence == mcp::Field::Presence::Optional;
            names.append(QByteArray::fromStdString(field.name) + (isOptional ? "?" : ""));
        }
        QCOMPARE(names.join(' '), parameters);
        const auto schema = mcp::schemaOf(found.result);
        for (const auto &key : keys.split(' '))
            QVERIFY2(schema["properties"].contains(key.toStdString()), key.constData());
    }

private:
    const mcp::Tool &toolNamed(const std::string &name) const
    {
        for (const auto &tool : m_tools) {
            if (tool.name == name)
                return tool;
        }
        qFatal("no such tool");
    }

    support::CountingRandom m_random;
    mail::SessionPool m_pool{{}, {}, {}, m_random};
    std::vector<mcp::Tool> m_tools;
};

QTEST_GUILESS_MAIN(CatalogTest)
#include "CatalogTest.moc"
