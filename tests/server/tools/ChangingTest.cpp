// SPDX-License-Identifier: GPL-3.0-or-later
#include "ToolCall.h"

#include <QTest>

using core::ErrorKind;
using nlohmann::json;
using scripted::MailServer;
using scripted::session;
using toolcall::call;
using toolcall::cost;
using toolcall::written;

namespace {

const std::string capabilities = "IMAP4rev1 UIDPLUS MOVE LITERAL+";
const std::string selectInbox = "C: TAG SELECT \"INBOX\"\n"
                                "S: * 3 EXISTS\n"
                                "S: * OK [UIDVALIDITY 9] .\n"
                                "S: TAG OK .\n";

} // namespace

class ChangingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMessageIsDeleted()
    {
        MailServer mail(session("pw", capabilities) + selectInbox
                        + R"(C: TAG1 UID FETCH 7 (UID FLAGS)
C: TAG2 UID STORE 7 +FLAGS.SILENT (\Deleted)
C: TAG3 UID EXPUNGE 7
S: * 3 FETCH (UID 7 FLAGS ())
S: TAG1 OK .
S: TAG2 OK .
S: * 3 EXPUNGE
S: TAG3 OK .
CLOSED)");
        const auto result =
            call(mail, "delete_mail_message", R"({"folder": "INBOX", "uid": 7, "uidvalidity": 9})");
        QVERIFY2(result, result ? "" : result.error().message.c_str());
        QCOMPARE(written(*result), written(json::parse(R"({
            "folder": "INBOX", "uid": 7, "uidvalidity": 9, "deleted": true})")));
        QCOMPARE(mail.verdict(), std::string());
        QCOMPARE(cost(mail), QByteArray("4 commands, 2 round trips"));
    }

    void aMessageThatCannotBeDeletedAloneIsSaidToBeThere() // IM-24
    {
        MailServer mail(session("pw", "IMAP4rev1") + selectInbox
                        + R"(C: TAG1 UID FETCH 7 (UID FLAGS)
C: TAG2 UID SEARCH DELETED
C: TAG3 UID STORE 7 +FLAGS.SILENT (\Deleted)
S: * 3 FETCH (UID 7 FLAGS ())
S: TAG1 OK .
S: * SEARCH 8
S: TAG2 OK .
S: TAG3 OK .
CLOSED)");
        const auto result = call(mail, "delete_mail_message", R"({"folder": "INBOX", "uid": 7})");
        QVERIFY2(result, result ? "" : result.error().message.c_str());
        QCOMPARE(written(result->at("deleted")), QByteArray("false"));
        QCOMPARE(mail.verdict(), std::string());
    }

    void aMessageIsMoved()
    {
        MailServer mail(session("pw", capabilities) + selectInbox
                        + R"(C: TAG1 UID FETCH 7 (UID FLAGS)
C: TAG2 UID MOVE 7 "Projekte/&ANw-"
S: * 3 FETCH (UID 7 FLAGS ())
S: TAG1 OK .
S: * OK [COPYUID 38505 7 3956] .
S: * 3 EXPUNGE
S: TAG2 OK .
CLOSED)");
        const auto result = call(mail, "move_mail_message",
                                 R"({"folder": "INBOX", "uid": 7, "destination": "Projekte/Ü"})");
        QVERIFY2(result, result ? "" : result.error().message.c_str());
        QCOMPARE(written(*result), written(json::parse(R"({
            "folder": "INBOX", "uid": 7, "uidvalidity": 9, "destination": "Projekte/Ü",
            "destination_uid": 3956, "destination_uidvalidity": 38505,
            "origin": "untrusted-mail", "hidden_chars_removed": 0})")));
        QCOMPARE(mail.verdict(), std::string());
        QCOMPARE(cost(mail), QByteArray("3 commands, 2 round trips"));
    }

    void aMoveWithoutAWordAboutTheNewUid()
    {
        MailServer mail(session("pw", capabilities) + selectInbox
                        + R"(C: TAG1 UID FETCH 7 (UID FLAGS)
C: TAG2 UID MOVE 7 "Archive"
S: * 3 FETCH (UID 7 FLAGS ())
S: TAG1 OK .
S: TAG2 OK .
CLOSED)");
        const auto result = call(mail, "move_mail_message",
                                 R"({"folder": "INBOX", "uid": 7, "destination": "Archive"})");
        QVERIFY2(result, result ? "" : result.error().message.c_str());
        QVERIFY(result->at("destination_uid").is_null());
        QVERIFY(result->at("destination_uidvalidity").is_null());
        QCOMPARE(mail.verdict(), std::string());
    }

    void flagsHaveOneMeaningEach_data()
    {
        QTest::addColumn<QByteArray>("arguments");
        QTest::addColumn<QByteArray>("stores");
        QTest::newRow("TA-16 \\Seen")
            << QByteArray(R"({"add": ["\\Seen"]})") << QByteArray("+FLAGS.SILENT (\\Seen)");
        QTest::newRow("TA-16 Seen")
            << QByteArray(R"({"add": ["Seen"]})") << QByteArray("+FLAGS.SILENT (\\Seen)");
        QTest::newRow("TA-16 $Forwarded")
            << QByteArray(R"({"add": ["$Forwarded"]})") << QByteArray("+FLAGS.SILENT ($Forwarded)");
        QTest::newRow("TA-16 the same twice") << QByteArray(R"({"remove": ["seen", "\\SEEN"]})")
                                              << QByteArray("-FLAGS.SILENT (\\Seen)");
    }
    void flagsHaveOneMeaningEach()
    {
        QFETCH(QByteArray, arguments);
        QFETCH(QByteArray, stores);
        MailServer mail(session("pw", capabilities) + selectInbox + "C: TAG1 UID STORE 7 "
                        + stores.toStdString() + R"(
C: TAG2 UID FETCH 7 (UID FLAGS)
S: TAG1 OK .
S: * 3 FETCH (UID 7 FLAGS (\seen $Forwarded))
S: TAG2 OK .
CLOSED)");
        auto parsed = json::parse(arguments.toStdString());
        parsed.update({{"folder", "INBOX"}, {"uid", 7}});
        const auto result = call(mail, "update_mail_message_flags", parsed);
        QVERIFY2(result, result ? "" : result.error().message.c_str());
        QCOMPARE(written(*result), written(json::parse(R"({
            "folder": "INBOX", "uid": 7, "uidvalidity": 9, "flags": ["\\Seen", "$Forwarded"],
            "origin": "untrusted-mail", "hidden_chars_removed": 0})")));
        QCOMPARE(mail.verdict(), std::string());
        QCOMPARE(cost(mail), QByteArray("3 commands, 2 round trips"));
    }

    void flagsThatCannotBeNeverReachTheServer_data()
    {
        QTest::addColumn<QByteArray>("flags");
        const auto row = [](const char *name, const QByteArray &flags) {
            QTest::newRow(name) << flags;
        };
        row("TA-17 second command", "{\"add\": [\"Seen) \\r\\nA1 DELETE INBOX\"]}");
        row("TA-17 \\Recent", R"({"add": ["\\Recent"]})");
        row("TA-17 Recent", R"({"remove": ["Recent"]})");
        row("TA-17 \\*", R"({"add": ["\\*"]})");
        row("TA-17 1,000 flags", "{\"add\": [" + QByteArray("\"a\",").repeated(999) + "\"a\"]}");
        row("TA-17 empty", R"({"add": [""]})");
        row("TA-17 65 characters", "{\"add\": [\"" + QByteArray(65, 'a') + "\"]}");
        row("\\Deleted needs delete_mail_message", R"({"add": ["\\Deleted"]})");
        row("deleted, in any case", R"({"remove": ["deleted"]})");
        row("no system flag", R"({"add": ["\\Important"]})");
        row("added and removed", R"({"add": ["Seen"], "remove": ["\\seen"]})");
        row("nothing", R"({"add": [], "remove": []})");
        row("nothing at all", "{}");
    }
    void flagsThatCannotBeNeverReachTheServer()
    {
        QFETCH(QByteArray, flags);
        MailServer mail("CLOSED");
        auto arguments = json::parse(flags.toStdString());
        arguments.update({{"folder", "INBOX"}, {"uid", 7}});
        const auto result = call(mail, "update_mail_message_flags", arguments);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::InvalidArgument);
        QCOMPARE(mail.server.connections(), 0);
    }

    void aStaleUidValidityIsRefused_data()
    {
        QTest::addColumn<QByteArray>("tool");
        QTest::addColumn<QByteArray>("more");
        QTest::newRow("TA-22 delete") << QByteArray("delete_mail_message") << QByteArray("{}");
        QTest::newRow("TA-22 move")
            << QByteArray("move_mail_message") << QByteArray(R"({"destination": "Trash"})");
        QTest::newRow("TA-22 flags")
            << QByteArray("update_mail_message_flags") << QByteArray(R"({"add": ["Seen"]})");
    }
    void aStaleUidValidityIsRefused()
    {
        QFETCH(QByteArray, tool);
        QFETCH(QByteArray, more);
        MailServer mail(session("pw", capabilities) + selectInbox + "CLOSED");
        auto arguments = json::parse(more.toStdString());
        arguments.update({{"folder", "INBOX"}, {"uid", 7}, {"uidvalidity", 8}});
        const auto result = call(mail, tool.toStdString(), arguments);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Conflict);
        QVERIFY(result.error().message.find("Nothing was changed") != std::string::npos);
        QCOMPARE(mail.verdict(), std::string());
    }

    void folderNamesAreNeverPatterns_data()
    {
        QTest::addColumn<QByteArray>("folder");
        QTest::addColumn<QByteArray>("onTheWire");
        const auto row = [](const char *name, const char *folder, const char *onTheWire) {
            QTest::newRow(name) << QByteArray(folder) << QByteArray(onTheWire);
        };
        row("TA-20 ../x", "../x", "\"../x\"");
        row("TA-20 quote", "\"", "\"\\\"\"");
        row("TA-20 *", "*", "\"*\"");
        row("TA-20 %", "%", "\"%\"");
        row("TA-20 backticks", "``", "\"``\"");
        row("TA-20 emoji", "\xf0\x9f\x93\xa7", "\"&2D3c5w-\"");
        row("TA-20 modified UTF-7", "&AGE-", "\"&-AGE-\"");
    }
    void folderNamesAreNeverPatterns()
    {
        QFETCH(QByteArray, folder);
        QFETCH(QByteArray, onTheWire);
        MailServer mail(session("pw", capabilities) + "C: TAG SELECT " + onTheWire.toStdString()
                        + "\nS: * OK [UIDVALIDITY 9] .\nS: TAG OK .\nCLOSED");
        const json arguments = {{"folder", folder.toStdString()}, {"uid", 7}, {"uidvalidity", 8}};
        const auto result = call(mail, "delete_mail_message", arguments);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Conflict);
        QCOMPARE(mail.verdict(), std::string());
    }

    void folderNamesThatCannotBeNeverReachTheServer_data()
    {
        QTest::addColumn<QByteArray>("folder");
        QTest::newRow("TA-20 NUL") << QByteArray("INBOX\0", 6);
        QTest::newRow("TA-20 line end") << QByteArray("INBOX\r\nA1 DELETE INBOX");
        QTest::newRow("TA-20 empty") << QByteArray();
        QTest::newRow("TA-20 1 MB") << QByteArray(1'000'000, 'x');
    }
    void folderNamesThatCannotBeNeverReachTheServer()
    {
        QFETCH(QByteArray, folder);
        MailServer mail("CLOSED");
        const json arguments = {
            {"folder", "INBOX"}, {"uid", 7}, {"destination", folder.toStdString()}};
        const auto result = call(mail, "move_mail_message", arguments);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::InvalidArgument);
        QCOMPARE(mail.server.connections(), 0);
    }
};

QTEST_GUILESS_MAIN(ChangingTest)
#include "ChangingTest.moc"
