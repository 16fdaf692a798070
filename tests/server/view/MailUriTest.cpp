// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/MailUri.h"

#include <QTest>

using view::MailUri;

namespace {

account::MailAccount mailbox(std::string address = "alice@example.com")
{
    account::MailAccount account;
    account.imapLogin.username = "alice";
    account.imapLogin.password = core::Secret::copyOf("a-secret");
    account.emailAddress = std::move(address);
    return account;
}

} // namespace

class MailUriTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldersAndMessagesHaveOneUriEach_data()
    {
        QTest::addColumn<QByteArray>("folder");
        QTest::addColumn<QByteArray>("uri");
        const auto row = [](const char *folder, const char *uri) {
            QTest::newRow(folder) << QByteArray(folder) << QByteArray(uri);
        };
        row("INBOX", "mail://alice%40example.com/INBOX");
        row("Work/2026", "mail://alice%40example.com/Work%2F2026");
        row("Work.2026", "mail://alice%40example.com/Work.2026");
        row("Gel\u00f6scht \u2603", "mail://alice%40example.com/Gel%C3%B6scht%20%E2%98%83");
        row("100% ?#[]@!$&'()*+,;=",
            "mail://alice%40example.com/100%25%20%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2B%2C%3B%3D");
        row("a/9/7", "mail://alice%40example.com/a%2F9%2F7");
        row("...", "mail://alice%40example.com/...");
        row("%2F", "mail://alice%40example.com/%252F");
    }
    void foldersAndMessagesHaveOneUriEach()
    {
        QFETCH(QByteArray, folder);
        QFETCH(QByteArray, uri);
        const auto made = MailUri::ofFolder(mailbox(), folder.toStdString());
        QVERIFY(made);
        QCOMPARE(QByteArray::fromStdString(made->text()), uri);
        auto read = MailUri::parse(uri.toStdString());
        QVERIFY(read);
        QVERIFY(*read == *made);
        QVERIFY(read->isOf(mailbox()));
        QVERIFY(!read->message());

        const auto message = made->ofMessage({.uidValidity = 4'294'967'295, .uid = 1});
        QCOMPARE(QByteArray::fromStdString(message.text()), uri + "/4294967295/1");
        read = MailUri::parse(message.text());
        QVERIFY(read);
        QVERIFY(*read == message);
        QCOMPARE(QByteArray::fromStdString(read->folder()), folder);
    }

    void whatClientsMakeOfATemplateIsRead_data()
    {
        QTest::addColumn<QByteArray>("uri");
        // encodeURIComponent leaves these as they are; others write escapes in lower case.
        QTest::newRow("encodeURIComponent")
            << QByteArray("mail://alice%40example.com/Work%2F(old)!*'~");
        QTest::newRow("lower case") << QByteArray("mail://alice%40example.com/Work%2f%28old)!*'~");
        QTest::newRow("everything")
            << QByteArray("mail://%61lice%40example.com/%57ork%2F%28old%29%21%2A%27%7E");
    }
    void whatClientsMakeOfATemplateIsRead()
    {
        QFETCH(QByteArray, uri);
        const auto read = MailUri::parse(uri.toStdString());
        QVERIFY(read);
        QCOMPARE(read->folder(), std::string("Work/(old)!*'~"));
        QCOMPARE(read->text(),
                 std::string("mail://alice%40example.com/Work%2F%28old%29%21%2A%27~"));
    }

    void everythingElseIsRefused_data()
    {
        QTest::addColumn<QByteArray>("uri");
        const auto row = [](const char *uri) { QTest::newRow(uri) << QByteArray(uri); };
        row("");
        row("mail:");
        row("mail://");
        row("mail://a");
        row("mail://a/");
        row("mail:///INBOX");
        row("mail:/a/INBOX");
        row("Mail://a/INBOX");
        row("imap://a/INBOX");
        row(" mail://a/INBOX");
        row("mail://a/INBOX ");
        row("mail://a/IN BOX");
        row("mail://a/INBOX/");
        row("mail://a/INBOX/9");
        row("mail://a/INBOX/9/");
        row("mail://a/INBOX/9/7/");
        row("mail://a/INBOX/9/7/1");
        row("mail://a/INBOX//7");
        row("mail://a//9/7");
        row("mail://a/INBOX?x");
        row("mail://a/INBOX#x");
        row("mail://a/INBOX/9/7?x");
        row("mail://a@b/INBOX");
        row("mail://a:993/INBOX");
        row("mail://a:secret@b/INBOX");
        row("mail://[::1]/INBOX");
        row("mail://a/../b");
        row("mail://a/..");
        row("mail://a/.");
        row("mail://a/%2E%2e");
        row("mail://a/%2E/9/7");
        row("mail://a/IN%");
        row("mail://a/IN%4");
        row("mail://a/IN%GG");
        row("mail://a/IN%00BOX");
        row("mail://a/IN%0D%0ABOX");
        row("mail://a/IN%C2%85BOX");
        row("mail://a/%FF");
        row("mail://a/%C3");
        row("mail://a%00/INBOX");
        row("mail://%FF/INBOX");
        row("mail://a/\xc3\xbc");
        row("mail://a/INBOX\\x");
        row("mail://a/INBOX/9/0");
        row("mail://a/INBOX/9/07");
        row("mail://a/INBOX/09/7");
        row("mail://a/INBOX/00/7");
        row("mail://a/INBOX/9/+7");
        row("mail://a/INBOX/9/-7");
        row("mail://a/INBOX/9/7a");
        row("mail://a/INBOX/9/0x7");
        row("mail://a/INBOX/9/%37");
        row("mail://a/INBOX/9/4294967296");
        row("mail://a/INBOX/4294967296/7");
        row("mail://a/INBOX/9/99999999999999999999999999");
        row("mail://a/INBOX/9/7,8");
        QTest::newRow("NUL") << QByteArray("mail://a/IN\0BOX", 15);
        QTest::newRow("a folder of 1001 bytes") << "mail://a/" + QByteArray(1001, 'x');
        QTest::newRow("a mailbox of 1001 bytes") << "mail://" + QByteArray(1001, 'x') + "/INBOX";
        QTest::newRow("8193 bytes") << "mail://a/" + QByteArray("%41").repeated(2728) + '/';
    }
    void everythingElseIsRefused()
    {
        QFETCH(QByteArray, uri);
        const auto read = MailUri::parse(uri.toStdString());
        QVERIFY(!read);
        QCOMPARE(read.error().kind, core::ErrorKind::InvalidArgument);
        QVERIFY(uri.size() < 10
                || read.error().message.find(uri.toStdString()) == std::string::npos);
    }

    void theLimitsAreWithin()
    {
        QVERIFY(MailUri::parse("mail://a/" + std::string(1000, 'x')));
        QVERIFY(MailUri::parse("mail://" + std::string(1000, 'x') + "/INBOX"));
        QVERIFY(MailUri::parse("mail://a/INBOX/0/4294967295"));
    }

    void whatCannotBeNamedHasNoUri()
    {
        for (const char *folder : {"", ".", "..", "a\nb", "\xff"})
            QVERIFY2(!MailUri::ofFolder(mailbox(), folder), folder);
        QVERIFY(!MailUri::ofFolder(mailbox(), std::string(1001, 'x')));
        QVERIFY(!MailUri::ofFolder(mailbox("a\nb"), "INBOX"));
    }

    void aUriBelongsToOneMailbox()
    {
        const auto uri = MailUri::ofFolder(mailbox(), "INBOX");
        QVERIFY(uri);
        QVERIFY(uri->isOf(mailbox()));
        QVERIFY(!uri->isOf(mailbox("bob@example.com")));
        QVERIFY(!uri->isOf(mailbox("")));
        QVERIFY(uri->text().find("secret") == std::string::npos);
    }

    void aMailboxWithoutAnAddressIsCalledByItsUserName()
    {
        const auto uri = MailUri::ofFolder(mailbox(""), "INBOX");
        QVERIFY(uri);
        QCOMPARE(uri->text(), std::string("mail://alice/INBOX"));
        QVERIFY(uri->isOf(mailbox("")));
    }

    void aTemplateExpandsToWhatIsRead()
    {
        // RFC 6570 §3.2.2, done by hand.
        const auto expanded = [](std::string text, const std::string &name,
                                 const std::string &value) {
            const auto variable = '{' + name + '}';
            text.replace(text.find(variable), variable.size(), value);
            return text;
        };
        auto text =
            expanded(std::string(MailUri::messageTemplate), "account", "alice%40example.com");
        text = expanded(text, "folder", "Work%2F2026");
        text = expanded(text, "uidvalidity", "9");
        text = expanded(text, "uid", "7");
        const auto read = MailUri::parse(text);
        QVERIFY(read);
        QCOMPARE(read->folder(), std::string("Work/2026"));
        QVERIFY(read->message() == (MailUri::Message{.uidValidity = 9, .uid = 7}));
    }
};

QTEST_GUILESS_MAIN(MailUriTest)
#include "MailUriTest.moc"
