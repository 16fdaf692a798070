// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/Command.h"

#include <QTest>

using namespace imap;
using Literals = Command::Dialect::Literals;

namespace {

std::string wireOf(const Command &command, const Command::Dialect &dialect = {})
{
    std::string wire;
    for (const auto &chunk : command.encode("A1", dialect).chunks)
        wire += (wire.empty() ? "" : "|") + chunk;
    return wire;
}

} // namespace

class CommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partsAreSeparatedByOneBlank()
    {
        Command command("UID FETCH");
        command.add(*SequenceSet::of({7, 3, 1, 2, 9}))
            .open()
            .add(Word("UID"))
            .add(Section::header())
            .add(Section::ofPart(*PartNumber::parse("1.2")).window(0, 4096))
            .close();
        QCOMPARE(wireOf(command), std::string("A1 UID FETCH 1:3,7,9 (UID BODY.PEEK[HEADER] "
                                              "BODY.PEEK[1.2]<0.4096>)\r\n"));
    }

    void emptyListsHaveNoBlankInside()
    {
        Command command("APPEND");
        command.open().close().add(Flag::seen());
        QCOMPARE(wireOf(command), std::string("A1 APPEND () \\Seen\r\n"));
    }

    void mailboxNamesAreAlwaysQuotedOrLiteral_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("wire");
        QTest::newRow("plain") << QByteArray("Sent") << QByteArray("\"Sent\"");
        QTest::newRow("wildcards") << QByteArray("*%") << QByteArray("\"*%\"");
        QTest::newRow("quote") << QByteArray("a\"b") << QByteArray("\"a\\\"b\"");
        QTest::newRow("backslash") << QByteArray("a\\b") << QByteArray("\"a\\\\b\"");
        QTest::newRow("emoji") << QByteArray("📬") << QByteArray("\"&2D3c7A-\"");
        QTest::newRow("looks like a literal") << QByteArray("{5}") << QByteArray("\"{5}\"");
    }
    void mailboxNamesAreAlwaysQuotedOrLiteral()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, wire);
        Command command("EXAMINE");
        command.add(*MailboxName::fromText(name.toStdString()));
        QCOMPARE(wireOf(command), "A1 EXAMINE " + wire.toStdString() + "\r\n");
    }

    // What a server called its mailbox cannot become a command either.
    void hostileServerNamesTravelAsLiterals()
    {
        Command command("EXAMINE");
        command.add(MailboxName::fromServer("x\r\nA2 DELETE INBOX", NameEncoding::ModifiedUtf7));
        QCOMPARE(wireOf(command), std::string("A1 EXAMINE {18}\r\n|x\r\nA2 DELETE INBOX\r\n"));
    }

    void literalsWaitUnlessTheServerSaysOtherwise()
    {
        Command command("APPEND");
        command.add(*MessageLiteral::from(std::string(5000, 'x'))).add(*AString::from("ä"));
        Command::Dialect dialect;
        const auto big = std::string(5000, 'x');
        QCOMPARE(wireOf(command, dialect), "A1 APPEND {5000}\r\n|" + big + " {2}\r\n|ä\r\n");
        dialect.literals = Literals::UpTo4096;
        QCOMPARE(wireOf(command, dialect), "A1 APPEND {5000}\r\n|" + big + " {2+}\r\nä\r\n");
        dialect.literals = Literals::Immediate;
        QCOMPARE(wireOf(command, dialect), "A1 APPEND {5000+}\r\n" + big + " {2+}\r\nä\r\n");
    }

    void utf8IsQuotedOnlyWhenItWasEnabled()
    {
        Command command("SEARCH");
        command.add(*AString::from("Grüße")).add(*MailboxName::fromText("Entwürfe"));
        QCOMPARE(wireOf(command), std::string("A1 SEARCH {7}\r\n|Grüße \"Entw&APw-rfe\"\r\n"));
        Command::Dialect dialect;
        dialect.names = NameEncoding::Utf8;
        QCOMPARE(wireOf(command, dialect), std::string("A1 SEARCH \"Grüße\" \"Entwürfe\"\r\n"));
        Command broken("SEARCH");
        broken.add(*AString::from("\xff"));
        QCOMPARE(wireOf(broken, dialect), std::string("A1 SEARCH {1}\r\n|\xff\r\n"));
    }

    void longStringsAreLiterals()
    {
        Command command("SEARCH");
        command.add(*AString::from(std::string(1001, 'x')));
        QVERIFY(wireOf(command).starts_with("A1 SEARCH {1001}\r\n|xxx"));
    }

    void lineBreaksAndNulAreRefused()
    {
        for (const auto &text :
             {std::string("a\rb"), std::string("a\nb"), std::string("a\0b", 3)}) {
            QVERIFY(!AString::from(text));
            QVERIFY(!SecretString::from(core::Secret::copyOf(text)));
        }
        QVERIFY(!MessageLiteral::from(std::string("a\0b", 3)));
        QVERIFY(!MessageLiteral::from(""));
        QVERIFY(MessageLiteral::from("a\r\nb"));
    }

    void secretsAreMarked()
    {
        Command command("LOGIN");
        command.add(*AString::from("alice")).add(*SecretString::from(core::Secret::copyOf("p\"w")));
        const auto encoded = command.encode("A1", {});
        QVERIFY(encoded.holdsSecret);
        QCOMPARE(encoded.chunks.front(), std::string("A1 LOGIN \"alice\" \"p\\\"w\"\r\n"));
        QVERIFY(!Command("NOOP").encode("A1", {}).holdsSecret);
    }

    void initialResponsesAreBase64()
    {
        Command command("AUTHENTICATE PLAIN");
        command.add(*InitialResponse::from("AGEAYg=="));
        QCOMPARE(wireOf(command), std::string("A1 AUTHENTICATE PLAIN AGEAYg==\r\n"));
        QVERIFY(command.encode("A1", {}).holdsSecret);
        QVERIFY(!InitialResponse::from(""));
        QVERIFY(!InitialResponse::from("AGEA\r\nA2 LOGOUT"));
        QVERIFY(!InitialResponse::from("AGEA A2"));
    }

    void datesAreInUtc()
    {
        using namespace std::chrono;
        Command command("APPEND");
        command.add(sys_seconds(sys_days(2025y / February / 3) + 4h + 5min + 6s))
            .add(2025y / February / 3);
        QCOMPARE(wireOf(command),
                 std::string("A1 APPEND \"03-Feb-2025 04:05:06 +0000\" 3-Feb-2025\r\n"));
    }

    void partNumbersAndHeaderNamesAreChecked()
    {
        for (const char *text : {"", "0", "1.", ".1", "1..2", "01", "1.0", "-1", "1 ", "1\r\n",
                                 "4294967296", "HEADER", "1]"})
            QVERIFY2(!PartNumber::parse(text), text);
        QCOMPARE(PartNumber::parse("1.23.4")->text(), std::string("1.23.4"));
        QCOMPARE(PartNumber::root().child(2).child(3).text(), std::string("2.3"));
        QCOMPARE(Section::mime(*PartNumber::parse("2")).key(), std::string("2.MIME"));
        QCOMPARE(Section::headerFields({"List-Id", "subject"})->key(),
                 std::string("HEADER.FIELDS (LIST-ID SUBJECT)"));
        QVERIFY(!Section::headerFields({}));
        QVERIFY(!Section::headerFields({"Subject:"}));
        QVERIFY(!Section::headerFields({"a)] BODY["}));
        QVERIFY(!Section::headerFields({std::string(65, 'a')}));
    }

    void messageSetsAreChecked()
    {
        QVERIFY(!SequenceSet::of({}));
        QVERIFY(!SequenceSet::of({1, 0}));
        QVERIFY(!SequenceSet::range(0, 5));
        QCOMPARE(SequenceSet::of({4294967295U, 4294967294U, 1, 1})->text(),
                 std::string("1,4294967294:4294967295"));
        QCOMPARE(SequenceSet::parse("5:3,1,2:*")->text(), std::string("3:5,1,2:*"));
        QCOMPARE(SequenceSet::parse("1:3,2:5")->newestFirst(10),
                 (std::vector<std::uint32_t>{5, 4, 3, 2, 1}));
        QCOMPARE(SequenceSet::parse("7,1:4294967295")->newestFirst(2),
                 (std::vector<std::uint32_t>{4294967295U, 4294967294U}));
    }
};

QTEST_APPLESS_MAIN(CommandTest)
#include "CommandTest.moc"
