// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/Criteria.h"

#include <QTest>

using imap::Criteria;

namespace {

/// What would be sent; `|` where the server has to ask for the literal.
std::string wireOf(const Criteria &criteria)
{
    imap::Command command("SEARCH");
    criteria.appendTo(command);
    std::string wire;
    for (const auto &chunk : command.encode("A1", {}).chunks)
        wire += (wire.empty() ? "" : "|") + chunk;
    return wire;
}

} // namespace

class CriteriaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsTheGrammar_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("wire");
        const auto row = [](const char *text, const char *wire) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(wire);
        };
        for (const char *key :
             {"ALL", "ANSWERED", "DELETED", "DRAFT", "FLAGGED", "NEW", "OLD", "RECENT", "SEEN",
              "UNANSWERED", "UNDELETED", "UNDRAFT", "UNFLAGGED", "UNSEEN"})
            row(key, key);
        for (const char *key : {"BCC", "BODY", "CC", "FROM", "SUBJECT", "TEXT", "TO"}) {
            const auto text = QByteArray(key) + " alice@example.com";
            QTest::newRow(text.constData()) << text << QByteArray(key) + " \"alice@example.com\"";
        }
        for (const char *key : {"BEFORE", "ON", "SINCE", "SENTBEFORE", "SENTON", "SENTSINCE"}) {
            const auto text = QByteArray(key) + " 01-Jan-2025";
            QTest::newRow(text.constData()) << text << QByteArray(key) + " 1-Jan-2025";
        }
        row("unseen", "UNSEEN");
        row("FROM alice@example.com SINCE 01-Jan-2025",
            "FROM \"alice@example.com\" SINCE 1-Jan-2025");
        row("SINCE \"29-Feb-2024\"", "SINCE 29-Feb-2024");
        row("SUBJECT \"quarterly report\"", "SUBJECT \"quarterly report\"");
        row("SUBJECT \"a \\\"b\\\" \\\\ c\"", "SUBJECT \"a \\\"b\\\" \\\\ c\"");
        row("SUBJECT \"\"", "SUBJECT \"\"");
        row("SUBJECT [list]", "SUBJECT \"[list]\"");
        row("SUBJECT \"A1 LOGOUT {5}\"", "SUBJECT \"A1 LOGOUT {5}\"");
        row("HEADER Message-ID <1@x>", "HEADER \"Message-ID\" \"<1@x>\"");
        row("HEADER \"List-Id\" \"\"", "HEADER \"List-Id\" \"\"");
        row("KEYWORD $Forwarded", "KEYWORD $Forwarded");
        row("UNKEYWORD $Junk", "UNKEYWORD $Junk");
        row("LARGER 1000000 SMALLER 0", "LARGER 1000000 SMALLER 0");
        row("UID 1:5,7,10:*", "UID 1:5,7,10:*");
        row("UID 5:1", "UID 1:5");
        row("UID *:3", "UID 3:*");
        row("1:10 UNSEEN", "1:10 UNSEEN");
        row("*", "*");
        row("OR FROM a FROM b", "OR FROM \"a\" FROM \"b\"");
        row("OR OR SEEN DRAFT NOT FLAGGED", "OR OR SEEN DRAFT NOT FLAGGED");
        row("NOT (SEEN FLAGGED)", "NOT (SEEN FLAGGED)");
        row("( SEEN   (FLAGGED) )", "(SEEN (FLAGGED))");
        row("  ALL  ", "ALL");
    }
    void knowsTheGrammar()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, wire);
        const auto criteria = Criteria::parse(text.toStdString());
        QVERIFY2(criteria, criteria ? "" : criteria.error().message.c_str());
        QCOMPARE(wireOf(*criteria), "A1 SEARCH " + wire.toStdString() + "\r\n");
        QVERIFY(!criteria->needsUtf8());
    }

    void wordsBeyondAsciiTravelAsLiterals()
    {
        for (const char *text : {"SUBJECT Grüße", "SUBJECT \"Grüße\""}) {
            const auto criteria = Criteria::parse(text);
            QVERIFY(criteria);
            QVERIFY(criteria->needsUtf8());
            QCOMPARE(wireOf(*criteria), std::string("A1 SEARCH SUBJECT {7}\r\n|Grüße\r\n"));
        }
    }

    void saysWhereItIsWrong_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("position");
        QTest::newRow("empty") << QByteArray("") << 0;
        QTest::newRow("blanks only") << QByteArray("  ") << 0;
        QTest::newRow("second command") << QByteArray("UNSEEN\r\nA1 LOGOUT") << 7;
        QTest::newRow("NUL") << QByteArray("ALL\0", 4) << 4;
        QTest::newRow("tab") << QByteArray("ALL\tSEEN") << 4;
        QTest::newRow("not UTF-8") << QByteArray("SUBJECT \xff") << 0;
        QTest::newRow("unbalanced") << QByteArray("ALL) (") << 4;
        QTest::newRow("X-GM-RAW") << QByteArray("X-GM-RAW \"in:anywhere\"") << 1;
        QTest::newRow("literal") << QByteArray("SUBJECT {5}") << 9;
        QTest::newRow("literal in the next line") << QByteArray("{5}\r\n") << 4;
        QTest::newRow("CHARSET") << QByteArray("CHARSET UTF-8 ALL") << 1;
        QTest::newRow("RETURN") << QByteArray("RETURN (ALL) ALL") << 1;
        QTest::newRow("SEARCHRES") << QByteArray("$") << 1;
        QTest::newRow("unclosed quote") << QByteArray("SUBJECT \"abc") << 13;
        QTest::newRow("stray quote") << QByteArray("SUBJECT abc\"def\"") << 12;
        QTest::newRow("bad escape") << QByteArray("SUBJECT \"a\\n\"") << 12;
        QTest::newRow("escape at the end") << QByteArray("SUBJECT \"a\\") << 12;
        QTest::newRow("text glued on") << QByteArray("SUBJECT \"a\"SEEN") << 12;
        QTest::newRow("wildcard") << QByteArray("SUBJECT 100%") << 12;
        QTest::newRow("empty list") << QByteArray("()") << 2;
        QTest::newRow("unclosed list") << QByteArray("(ALL") << 5;
        QTest::newRow("glued list") << QByteArray("(ALL)SEEN") << 6;
        QTest::newRow("missing text") << QByteArray("FROM") << 5;
        QTest::newRow("missing text, blank") << QByteArray("FROM ") << 6;
        QTest::newRow("missing second key") << QByteArray("OR SEEN") << 8;
        QTest::newRow("missing key") << QByteArray("NOT") << 4;
        QTest::newRow("date of RFC 5322") << QByteArray("SINCE 2025-01-01") << 7;
        QTest::newRow("no such day") << QByteArray("SINCE 30-Feb-2025") << 7;
        QTest::newRow("no such month") << QByteArray("SINCE 1-Foo-2025") << 7;
        QTest::newRow("system flag as keyword") << QByteArray("KEYWORD \\Seen") << 9;
        QTest::newRow("system flag as keyword, bare") << QByteArray("KEYWORD Seen") << 9;
        QTest::newRow("number too large") << QByteArray("LARGER 4294967296") << 8;
        QTest::newRow("negative number") << QByteArray("LARGER -1") << 8;
        QTest::newRow("not a number") << QByteArray("LARGER 1k") << 8;
        QTest::newRow("UID 0") << QByteArray("UID 0") << 5;
        QTest::newRow("UID 2^32") << QByteArray("UID 4294967296") << 5;
        QTest::newRow("UID range without end") << QByteArray("UID 1:") << 5;
        QTest::newRow("UID empty element") << QByteArray("UID 1,,2") << 5;
        QTest::newRow("UID word") << QByteArray("UID all") << 5;
        QTest::newRow("header with colon") << QByteArray("HEADER Subject: x") << 8;
        QTest::newRow("header name empty") << QByteArray("HEADER \"\" x") << 8;
        QTest::newRow("unknown key") << QByteArray("SEEN FOO") << 6;
        QTest::newRow("depth 1,000") << QByteArray(1000, '(') + "ALL" + QByteArray(1000, ')') << 17;
        QTest::newRow("depth by NOT") << QByteArray("NOT ").repeated(16) + "ALL" << 65;
        QTest::newRow("100,000 keys") << QByteArray("ALL ").repeated(100'000) << 0;
        QTest::newRow("65 keys") << QByteArray("ALL ").repeated(65) << 257;
    }
    void saysWhereItIsWrong()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, position);
        const auto criteria = Criteria::parse(text.toStdString());
        QVERIFY(!criteria);
        QCOMPARE(criteria.error().kind, core::ErrorKind::InvalidArgument);
        if (position > 0) {
            const auto expected = "position " + std::to_string(position);
            QVERIFY2(criteria.error().message.find(expected) != std::string::npos,
                     criteria.error().message.c_str());
        }
    }

    void theLimitsThemselvesAreAllowed()
    {
        QVERIFY(Criteria::parse(std::string(15, '(') + "ALL" + std::string(15, ')')));
        std::string keys;
        for (int i = 0; i < 64; ++i)
            keys += "ALL ";
        QVERIFY(Criteria::parse(keys));
    }

    void noCutOfAGoodQueryDoesHarm()
    {
        const std::string text =
            "OR (FROM \"a \\\" b\" SINCE 1-Jan-2025) NOT (UID 1:3,5 HEADER X-Y z KEYWORD $k)";
        for (std::size_t length = 0; length <= text.size(); ++length) {
            const auto criteria = Criteria::parse(text.substr(0, length));
            if (!criteria)
                QCOMPARE(criteria.error().kind, core::ErrorKind::InvalidArgument);
            else
                QCOMPARE(length, text.size());
        }
    }
};

QTEST_APPLESS_MAIN(CriteriaTest)
#include "CriteriaTest.moc"
