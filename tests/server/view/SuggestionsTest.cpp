// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/Suggestions.h"
#include "server/view/CallContext.h"

#include <QTest>

#include <nlohmann/json.hpp>

using nlohmann::json;
using scripted::MailServer;
using scripted::session;

namespace {

const std::string folders =
    R"(C: TAG LIST "" "*" RETURN (SPECIAL-USE STATUS (MESSAGES UNSEEN UIDNEXT UIDVALIDITY))
S: * LIST () "/" "Archive"
S: * LIST () "/" "inventory"
S: * LIST (\Noselect) "/" "Containers"
S: * LIST () "/" "&ANw-bersicht"
S: * LIST (\Trash) "/" "Papierkorb"
S: * LIST () "/" INBOX
S: TAG OK .
)";

std::string fetched(int number, int uid)
{
    return "S: * " + std::to_string(number) + " FETCH (UID " + std::to_string(uid)
           + " FLAGS () RFC822.SIZE 100 INTERNALDATE \"21-Nov-1997 15:55:06 +0000\" ENVELOPE (NIL "
             "NIL NIL NIL NIL NIL NIL NIL NIL NIL))\n";
}

/// The newest messages of three, which have the UIDs 7, 10 and 71.
std::string newest(int count)
{
    const std::string fetch = " (UID FLAGS RFC822.SIZE INTERNALDATE ENVELOPE)\n";
    return "C: TAG EXAMINE \"INBOX\"\nS: * 3 EXISTS\nS: * OK [UIDVALIDITY 9] .\nS: TAG OK .\n"
           + (count == 1 ? "C: TAG FETCH 3" + fetch
                         : "C: TAG FETCH 1:3" + fetch + fetched(1, 7) + fetched(2, 10))
           + fetched(3, 71) + "S: TAG OK .\n";
}

QByteArray suggested(const mcp::Complete &complete, const mcp::CallContext &context,
                     const std::string &value, const json &others = json::object())
{
    const auto values = support::await(complete(context, value, others));
    if (!values)
        return "error " + QByteArray::fromStdString(std::string(nameOf(values.error().kind)));
    QByteArrayList list;
    for (const auto &one : *values)
        list.append(QByteArray::fromStdString(one));
    return list.join(' ');
}

} // namespace

class SuggestionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldersAreSuggestedByTheirBeginning_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("nothing") << QByteArray()
                                 << QByteArray("INBOX Archive Papierkorb inventory \u00dcbersicht");
        QTest::newRow("any case") << QByteArray("iN") << QByteArray("INBOX inventory");
        QTest::newRow("any case of any letter")
            << QByteArray("\u00fcb") << QByteArray("\u00dcbersicht");
        QTest::newRow("the role") << QByteArray("tra") << QByteArray("Papierkorb");
        QTest::newRow("unknown") << QByteArray("zz") << QByteArray();
        QTest::newRow("holds no messages") << QByteArray("Contain") << QByteArray();
    }
    void foldersAreSuggestedByTheirBeginning()
    {
        QFETCH(QByteArray, typed);
        QFETCH(QByteArray, expected);
        MailServer mail(session() + folders + "CLOSED");
        QCOMPARE(suggested(view::suggestFolder(mail.pool), callOf(mail), typed.toStdString()),
                 expected);
        QCOMPARE(mail.verdict(), std::string());
    }

    void namesOfFoldersAreClean()
    {
        MailServer mail(session() + "C: TAG LIST {{*}}\nS: * LIST () \"/\" \"x&20Dcbw-\"\n"
                        + "S: TAG OK .\nCLOSED");
        QCOMPARE(suggested(view::suggestFolder(mail.pool), callOf(mail), {}), QByteArray("x"));
        QCOMPARE(mail.verdict(), std::string());
    }

    void uidsAreThoseOfTheNewestMessages_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("nothing") << QByteArray() << QByteArray("71 10 7");
        QTest::newRow("a beginning") << QByteArray("7") << QByteArray("71 7");
        QTest::newRow("unknown") << QByteArray("8") << QByteArray();
        QTest::newRow("no number") << QByteArray("x") << QByteArray();
    }
    void uidsAreThoseOfTheNewestMessages()
    {
        QFETCH(QByteArray, typed);
        QFETCH(QByteArray, expected);
        MailServer mail(session() + newest(50) + "CLOSED");
        QCOMPARE(suggested(view::suggestUid(mail.pool, {}), callOf(mail), typed.toStdString(),
                           {{"folder", "INBOX"}}),
                 expected);
        QCOMPARE(mail.verdict(), std::string());
    }

    void theUsualFolderIsTakenWhereNoneIsNamed_data()
    {
        QTest::addColumn<QByteArray>("others");
        QTest::newRow("none") << QByteArray("{}");
        QTest::newRow("empty") << QByteArray(R"({"folder": ""})");
        QTest::newRow("no text") << QByteArray(R"({"folder": 1})");
    }
    void theUsualFolderIsTakenWhereNoneIsNamed()
    {
        QFETCH(QByteArray, others);
        MailServer mail(session() + newest(50) + "CLOSED");
        const auto given = json::parse(others.toStdString());
        QCOMPARE(suggested(view::suggestUid(mail.pool, "INBOX"), callOf(mail), {}, given),
                 QByteArray("71 10 7"));
        QCOMPARE(suggested(view::suggestUid(mail.pool, {}), callOf(mail), {}, given), QByteArray());
        QCOMPARE(mail.verdict(), std::string());
    }

    void theUidValidityIsThatOfTheFolder()
    {
        MailServer mail(session() + newest(1) + "CLOSED");
        QCOMPARE(
            suggested(view::suggestUidValidity(mail.pool), callOf(mail), {}, {{"folder", "INBOX"}}),
            QByteArray("9"));
        QCOMPARE(suggested(view::suggestUidValidity(mail.pool), callOf(mail), {}), QByteArray());
        QCOMPARE(mail.verdict(), std::string());
    }

    void aHalfTypedFolderIsNoError()
    {
        MailServer mail(session() + "C: TAG EXAMINE \"IN\"\nS: TAG NO [NONEXISTENT] .\n" + folders
                        + "CLOSED");
        QCOMPARE(suggested(view::suggestUid(mail.pool, {}), callOf(mail), {}, {{"folder", "IN"}}),
                 QByteArray());
        QCOMPARE(suggested(view::suggestUid(mail.pool, {}), callOf(mail), {}, {{"folder", "a\nb"}}),
                 QByteArray());
        QCOMPARE(mail.verdict(), std::string());
    }

    void aRefusedLoginIsAnError()
    {
        MailServer mail("S: * OK [CAPABILITY IMAP4rev1] ready\nC: TAG LOGIN \"alice\" \"pw\"\n"
                        "S: TAG NO [AUTHENTICATIONFAILED] no\nCLOSED");
        QCOMPARE(suggested(view::suggestFolder(mail.pool), callOf(mail), {}),
                 QByteArray("error unauthenticated"));
        QCOMPARE(mail.verdict(), std::string());
    }

    void theAccountIsTheCallersOwn()
    {
        MailServer mail("CLOSED");
        const auto complete = view::suggestAccount();
        QCOMPARE(suggested(complete, callOf(mail), {}), QByteArray("alice@example.test"));
        QCOMPARE(suggested(complete, callOf(mail), "AL"), QByteArray("alice@example.test"));
        QCOMPARE(suggested(complete, callOf(mail), "bob"), QByteArray());
        QCOMPARE(mail.server.connections(), 0);
    }

    void aCallerWithoutAMailboxGetsNothing()
    {
        MailServer mail("CLOSED");
        const mcp::CallContext nobody;
        for (const auto &complete :
             {view::suggestFolder(mail.pool), view::suggestUid(mail.pool, "INBOX"),
              view::suggestUidValidity(mail.pool), view::suggestAccount()}) {
            QCOMPARE(suggested(complete, nobody, {}, {{"folder", "INBOX"}}),
                     QByteArray("error internal"));
        }
        QCOMPARE(mail.server.connections(), 0);
    }
};

QTEST_GUILESS_MAIN(SuggestionsTest)
#include "SuggestionsTest.moc"
