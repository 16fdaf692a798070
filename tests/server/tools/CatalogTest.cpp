// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/Catalog.h"
#include "mcp/Schema.h"
#include "server/attachments/AttachmentStage.h"
#include "server/mail/ScriptedSending.h"
#include "server/tools/NoDocuments.h"

#include <QTest>

#include <nlohmann/json.hpp>

class CatalogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_tools = tools::catalogue({.pool = m_pool,
                                    .sender = m_sending.sender,
                                    .drafts = m_sending.drafts,
                                    .attachments = m_attachments.store,
                                    .documents = toolcall::noDocuments()});
    }

    void theToolsAreThereInAStableOrder()
    {
        QByteArrayList names;
        for (const auto &tool : m_tools)
            names.append(QByteArray::fromStdString(tool.name));
        QCOMPARE(names.join(' '), QByteArray("list_mailboxes list_mail_messages get_mail_message "
                                             "get_mail_attachment "
                                             "search_mail_messages send_mail_message "
                                             "create_draft_mail_message create_attachment_upload "
                                             "delete_mail_message "
                                             "move_mail_message update_mail_message_flags"));
    }

    void everyToolSaysWhatAModelNeeds()
    {
        for (const auto &tool : m_tools) {
            QVERIFY(!tool.title.empty());
            QVERIFY(tool.description.size() > 100);
            QVERIFY(tool.run);
            QVERIFY(!tool.icon.empty());
            for (const auto &field : tool.parameters)
                QVERIFY2(!field.description.empty(), field.name.c_str());
            for (const auto &field : tool.result)
                QVERIFY2(!field.description.empty(), field.name.c_str());
        }
    }

    void toolsAreHonestAboutWhatTheyDo_data() // M-27
    {
        QTest::addColumn<QByteArray>("tool");
        QTest::addColumn<QByteArray>("scope");
        QTest::addColumn<bool>("isReadOnly");
        QTest::addColumn<bool>("isDestructive");
        QTest::addColumn<bool>("isIdempotent");
        const auto row = [](const char *tool, const char *scope, bool isReadOnly,
                            bool isDestructive, bool isIdempotent) {
            QTest::newRow(tool) << QByteArray(tool) << QByteArray(scope) << isReadOnly
                                << isDestructive << isIdempotent;
        };
        row("list_mailboxes", "mail.read", true, false, true);
        row("list_mail_messages", "mail.read", true, false, true);
        row("get_mail_message", "mail.read", true, false, true);
        row("get_mail_attachment", "mail.read", true, false, true);
        row("search_mail_messages", "mail.read", true, false, true);
        row("send_mail_message", "mail.send", false, true, false);
        row("create_draft_mail_message", "mail.draft", false, false, false);
        row("create_attachment_upload", "mail.draft", false, false, false);
        row("delete_mail_message", "mail.delete", false, true, true);
        row("move_mail_message", "mail.organize", false, false, false);
        row("update_mail_message_flags", "mail.organize", false, false, true);
    }
    void toolsAreHonestAboutWhatTheyDo()
    {
        QFETCH(QByteArray, tool);
        const auto &effect = toolNamed(tool.toStdString()).effect;
        QTEST(QByteArray::fromStdString(effect.scope), "scope");
        QTEST(effect.isReadOnly, "isReadOnly");
        QTEST(effect.isDestructive, "isDestructive");
        QTEST(effect.isIdempotent, "isIdempotent");
        QVERIFY(effect.isOpenWorld);
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
        row("TA-19 delete uid 1:*", "delete_mail_message", R"({"folder":"INBOX","uid":"1:*"})");
        row("TA-19 delete uid 0", "delete_mail_message", R"({"folder":"INBOX","uid":0})");
        row("TA-19 move uid 2^32", "move_mail_message",
            R"({"folder":"INBOX","uid":4294967296,"destination":"Trash"})");
        row("TA-19 flags uid -1", "update_mail_message_flags",
            R"({"folder":"INBOX","uid":-1,"add":["Seen"]})");
        row("uidvalidity -1", "delete_mail_message",
            R"({"folder":"INBOX","uid":1,"uidvalidity":-1})");
        row("no destination", "move_mail_message", R"({"folder":"INBOX","uid":1})");
        row("flags that are no list", "update_mail_message_flags",
            R"({"folder":"INBOX","uid":1,"add":"Seen"})");
        row("no part", "get_mail_attachment", R"({"folder":"INBOX","uid":1})");
        row("offset -1", "get_mail_attachment",
            R"({"folder":"INBOX","uid":1,"part":"2","offset":-1})");
        row("max_chars 0", "get_mail_attachment",
            R"({"folder":"INBOX","uid":1,"part":"2","max_chars":0})");
        row("max_chars over the limit", "get_mail_attachment",
            R"({"folder":"INBOX","uid":1,"part":"2","max_chars":200001})");
        row("no uid", "get_mail_message", R"({"folder":"INBOX"})");
        row("TA-12 another argument", "get_mail_message", R"({"folder":"INBOX","uid":1,"x":1})");
        row("TA-12 another sender", "send_mail_message",
            R"({"to":"b@x","subject":"s","text_body":"t","from":"ceo@x"})");
        row("TA-12 another sender of a draft", "create_draft_mail_message",
            R"({"to":"b@x","subject":"s","text_body":"t","from":"ceo@x"})");
        row("a list of recipients", "send_mail_message",
            R"({"to":["b@x"],"subject":"s","text_body":"t"})");
        row("no recipient", "send_mail_message", R"({"subject":"s","text_body":"t"})");
        row("no text", "send_mail_message", R"({"to":"b@x","subject":"s"})");
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
        QTest::newRow("get_mail_attachment")
            << QByteArray("get_mail_attachment") << QByteArray("folder uid part offset? max_chars?")
            << QByteArray("folder uid uidvalidity part filename content_type format text offset "
                          "next_offset total_chars pages hidden_passages_removed truncated");
        QTest::newRow("search_mail_messages")
            << QByteArray("search_mail_messages") << QByteArray("folder query")
            << QByteArray("folder query uids count uidvalidity truncated");
        QTest::newRow("send_mail_message")
            << QByteArray("send_mail_message")
            << QByteArray("to subject text_body cc? bcc? html_body? attachment_urls? folder? "
                          "in_reply_to? references? idempotency_key? force_resend?")
            << QByteArray("message_id duplicate recipients folder uid uidvalidity warning");
        QTest::newRow("create_draft_mail_message")
            << QByteArray("create_draft_mail_message")
            << QByteArray("to subject text_body cc? bcc? html_body? attachment_urls? folder? "
                          "in_reply_to? references?")
            << QByteArray("message_id folder uid uidvalidity");
        QTest::newRow("create_attachment_upload")
            << QByteArray("create_attachment_upload") << QByteArray("filename content_type?")
            << QByteArray("url method maximum_size expires_at");
        QTest::newRow("delete_mail_message")
            << QByteArray("delete_mail_message") << QByteArray("folder uid uidvalidity?")
            << QByteArray("folder uid uidvalidity deleted");
        QTest::newRow("move_mail_message")
            << QByteArray("move_mail_message") << QByteArray("folder uid destination uidvalidity?")
            << QByteArray("folder uid uidvalidity destination destination_uid "
                          "destination_uidvalidity");
        QTest::newRow("update_mail_message_flags")
            << QByteArray("update_mail_message_flags")
            << QByteArray("folder uid add? remove? uidvalidity?")
            << QByteArray("folder uid uidvalidity flags");
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

    core::SystemRandom m_random;
    mail::SessionPool m_pool{{}, {}, {}, m_random};
    scripted::Sending m_sending{m_pool};
    scripted::Attachments m_attachments{m_pool};
    std::vector<mcp::Tool> m_tools;
};

QTEST_GUILESS_MAIN(CatalogTest)
#include "CatalogTest.moc"
