// SPDX-License-Identifier: GPL-3.0-or-later
#include "ToolCall.h"
#include "mime/Initialise.h"
#include "server/mail/PartScript.h"

#include <QTest>

using core::ErrorKind;
using nlohmann::json;
using scripted::MailServer;
using scripted::session;
using toolcall::call;
using toolcall::cost;
using toolcall::written;

namespace {

const json arguments = {{"folder", "INBOX"}, {"uid", 7}, {"part", "2"}};

/// A message with this as its part 2, as an IMAP server describes it.
std::string describe(const std::string &part)
{
    return session() + R"(C: TAG1 EXAMINE "INBOX"
C: TAG2 UID FETCH 7 (UID BODYSTRUCTURE)
S: * 1 EXISTS
S: * OK [UIDVALIDITY 9] .
S: TAG1 OK .
S: * 1 FETCH (UID 7 BODYSTRUCTURE (("TEXT" "PLAIN" NIL NIL NIL "7BIT" 9 1))"
           + part + R"( "MIXED"))
S: TAG2 OK .
)";
}

const std::string text = R"(("TEXT" "PLAIN" ("CHARSET" "iso-8859-1" "NAME" "a.txt") NIL NIL )"
                         R"("QUOTED-PRINTABLE" 10 1 NIL ("ATTACHMENT" NIL)))";

std::string deliver(const std::string &bytes)
{
    return scripted::laterWindow(0, bytes);
}

} // namespace

class AttachmentReadingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { mime::initialise(); }

    void theTextOfAnAttachmentIsRead()
    {
        MailServer mail(describe(text) + deliver("Gr=FC=DFe=20") + "CLOSED");
        const auto result = call(mail, "get_mail_attachment", arguments, m_documents);
        QVERIFY2(result, result ? "" : result.error().message.c_str());
        QCOMPARE(written(*result), written(json::parse(R"({
            "folder": "INBOX", "uid": 7, "uidvalidity": 9, "part": "2", "filename": "a.txt",
            "content_type": "text/plain", "format": "text", "text": "Gr\u00fc\u00dfe ",
            "offset": 0, "next_offset": null, "total_chars": 6, "pages": null,
            "hidden_passages_removed": 0, "truncated": false,
            "origin": "untrusted-mail", "hidden_chars_removed": 0})")));
        QCOMPARE(mail.verdict(), std::string());
        QCOMPARE(cost(mail), QByteArray("4 commands, 2 round trips"));
        QCOMPARE(m_documents.inUse(), 0U);
    }

    void aWindowIsRead()
    {
        MailServer mail(describe(text) + deliver("Gr=FC=DFe=20") + "CLOSED");
        auto window = arguments;
        window["offset"] = 2;
        window["max_chars"] = 2;
        const auto result = call(mail, "get_mail_attachment", window, m_documents);
        QVERIFY2(result, result ? "" : result.error().message.c_str());
        QVERIFY((*result)["text"] == "\xc3\xbc\xc3\x9f");
        QVERIFY((*result)["offset"] == 2);
        QVERIFY((*result)["next_offset"] == 4);
    }

    void whatIsSealedIsNamedAndNotFetched_data()
    {
        QTest::addColumn<std::string>("part");
        QTest::addColumn<std::string>("words");
        const auto row = [](const char *name, const char *type, const char *words) {
            QTest::newRow(name) << "(" + std::string(type) + " NIL NIL NIL \"BASE64\" 100)"
                                << std::string(words);
        };
        row("winmail.dat", "\"APPLICATION\" \"MS-TNEF\"", "winmail.dat");
        row("S/MIME", "\"APPLICATION\" \"PKCS7-SIGNATURE\"", "S/MIME signature");
        row("PGP", "\"APPLICATION\" \"PGP-KEYS\"", "PGP key");
    }
    void whatIsSealedIsNamedAndNotFetched()
    {
        QFETCH(std::string, part);
        QFETCH(std::string, words);
        MailServer mail(describe(part) + "CLOSED");
        const auto result = call(mail, "get_mail_attachment", arguments, m_documents);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Unsupported);
        QVERIFY2(result.error().message.find(words) != std::string::npos,
                 result.error().message.c_str());
        QCOMPARE(mail.verdict(), std::string());
    }

    void aPartThatIsNoneIsNotFound()
    {
        MailServer mail(describe(text) + "CLOSED");
        auto other = arguments;
        other["part"] = "1"; // the text of the message
        const auto result = call(mail, "get_mail_attachment", other, m_documents);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::NotFound);
        QCOMPARE(mail.verdict(), std::string());
    }

    void aMessageThatIsGoneIsNotFound()
    {
        MailServer mail(session() + R"(C: TAG1 EXAMINE "INBOX"
C: TAG2 UID FETCH 7 (UID BODYSTRUCTURE)
S: * 1 EXISTS
S: * OK [UIDVALIDITY 9] .
S: TAG1 OK .
S: TAG2 OK .
CLOSED)");
        const auto result = call(mail, "get_mail_attachment", arguments, m_documents);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::NotFound);
    }

    void whoeverReadsTooMuchAsksNobody()
    {
        documents::DocumentReader::Limits limits;
        limits.perMailbox = 0;
        documents::DocumentReader full(EXTRACTOR, limits);
        MailServer mail("CLOSED");
        const auto result = call(mail, "get_mail_attachment", arguments, full);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Busy);
        QVERIFY(mail.server.received().empty());
    }

private:
    documents::DocumentReader m_documents{EXTRACTOR, {}};
};

QTEST_GUILESS_MAIN(AttachmentReadingTest)
#include "AttachmentReadingTest.moc"
