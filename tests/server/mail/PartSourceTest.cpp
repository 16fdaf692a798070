// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/PartSource.h"

#include "mime/Initialise.h"
#include "server/mail/PartScript.h"
#include "support/ByteSources.h"

#include <QTest>

using core::ErrorKind;
using scripted::firstWindow;
using scripted::inBase64;
using scripted::laterWindow;
using scripted::MailServer;
using scripted::someBytes;
using support::await;
using support::contentOf;

namespace {

constexpr std::size_t pieceBytes = 100'000;
constexpr std::size_t windowBytes = mail::PartSource::windowBytes;
/// The whole lines of 76 characters in a window.
constexpr std::size_t lineWindow = windowBytes / 78 * 78;

core::Result<std::unique_ptr<mail::PartSource>> open(MailServer &mail, const std::string &encoding,
                                                     std::size_t encodedSize)
{
    mail::PartReader reader(mail.pool, scripted::account(mail.server),
                            scripted::partTwo(encoding, encodedSize), nullptr,
                            mail.cancellation.token());
    return await(mail::PartSource::open(std::move(reader)));
}

} // namespace

class PartSourceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { mime::initialise(); }

    void aSmallPartTakesOneWindowAndKnowsItsSize_data()
    {
        QTest::addColumn<std::string>("encoding");
        QTest::addColumn<std::string>("encoded");
        QTest::addColumn<std::string>("content");
        QTest::newRow("base64") << std::string("base64") << std::string("SGVsbG8=\r\n")
                                << std::string("Hello");
        QTest::newRow("quoted-printable")
            << std::string("quoted-printable") << std::string("a=3Db=\r\nc") << std::string("a=bc");
        QTest::newRow("none") << std::string("7bit") << std::string("a=3D\r\n")
                              << std::string("a=3D\r\n");
        QTest::newRow("empty") << std::string("base64") << std::string() << std::string();
    }
    void aSmallPartTakesOneWindowAndKnowsItsSize()
    {
        QFETCH(std::string, encoding);
        QFETCH(std::string, encoded);
        QFETCH(std::string, content);
        MailServer mail(firstWindow(encoded) + "CLOSED");
        const auto source = open(mail, encoding, 12345); // what the server said is wrong
        QVERIFY2(source, source ? "" : source.error().message.c_str());
        QCOMPARE((*source)->size(), std::optional<std::uint64_t>(content.size()));
        QCOMPARE(*contentOf(**source, pieceBytes), content);
        QCOMPARE(*await((*source)->read(1)), std::string()); // it stays at the end
        QCOMPARE(mail.verdict(), std::string());
    }

    void base64InLinesKnowsItsSizeAndIsReadInWholeLines()
    {
        const auto content = someBytes(250'000);
        const auto part = inBase64(content);
        const auto tail = (part.size() - 1) / 78 * 78 - 78;
        MailServer mail(firstWindow(part.substr(0, windowBytes))
                        + laterWindow(tail, part, part.size() - tail + 1)
                        + laterWindow(lineWindow, part, lineWindow)
                        + laterWindow(2 * lineWindow, part, lineWindow) + "CLOSED");
        const auto source = open(mail, "base64", part.size());
        QVERIFY(source);
        QCOMPARE((*source)->size(), std::optional<std::uint64_t>(content.size()));
        QVERIFY(*contentOf(**source, pieceBytes) == content);
        QCOMPARE(mail.verdict(), std::string());
    }

    void itCanBeginInTheMiddle()
    {
        const auto content = someBytes(250'000);
        const auto part = inBase64(content);
        const auto tail = (part.size() - 1) / 78 * 78 - 78;
        const auto line = 249'000 / 57 * 78;
        MailServer mail(firstWindow(part.substr(0, windowBytes))
                        + laterWindow(tail, part, part.size() - tail + 1)
                        + laterWindow(line, part, lineWindow) + "CLOSED");
        const auto source = open(mail, "base64", part.size());
        QVERIFY(source);
        (*source)->seek(249'000);
        QVERIFY(*contentOf(**source, pieceBytes) == content.substr(249'000));
        QCOMPARE(mail.verdict(), std::string());
    }

    void withoutAnEncodingAnyByteCanBeFirst()
    {
        const auto content = someBytes(windowBytes + 1000);
        MailServer mail(firstWindow(content.substr(0, windowBytes))
                        + laterWindow(content.size() - 1, content, 2)
                        + laterWindow(windowBytes + 7, content) + "CLOSED");
        const auto source = open(mail, "8bit", content.size());
        QVERIFY(source);
        QCOMPARE((*source)->size(), std::optional<std::uint64_t>(content.size()));
        (*source)->seek(windowBytes + 7);
        QVERIFY(*contentOf(**source, pieceBytes) == content.substr(windowBytes + 7));
        QCOMPARE(mail.verdict(), std::string());
    }

    void aLargePartThatIsEscapedDoesNotKnowItsSize()
    {
        const std::string part = std::string(windowBytes - 1, 'a') + "=3Db";
        MailServer mail(firstWindow(part.substr(0, windowBytes)) + laterWindow(windowBytes, part)
                        + "CLOSED");
        const auto source = open(mail, "quoted-printable", part.size());
        QVERIFY(source);
        QVERIFY(!(*source)->size());
        QVERIFY(*contentOf(**source, pieceBytes) == std::string(windowBytes - 1, 'a') + "=b");
        QCOMPARE(mail.verdict(), std::string());
    }

    void linesThatAreIrregularInTheMiddleAreNoticed()
    {
        const auto good = inBase64(someBytes(250'000));
        auto part = good;
        part.erase(lineWindow + 100, 4); // one line is shorter, and another one longer
        part.insert(2 * lineWindow - 300, "AAAA");
        QCOMPARE(part.size(), good.size());
        const auto tail = (part.size() - 1) / 78 * 78 - 78;
        MailServer mail(firstWindow(part.substr(0, windowBytes))
                        + laterWindow(tail, part, part.size() - tail + 1)
                        + laterWindow(lineWindow, part, lineWindow) + "CLOSED");
        const auto source = open(mail, "base64", part.size());
        QVERIFY(source);
        QVERIFY((*source)->size());
        const auto content = contentOf(**source, pieceBytes);
        QVERIFY(!content);
        QCOMPARE(content.error().kind, ErrorKind::Protocol);
        QCOMPARE(await((*source)->read(1)).error().kind, ErrorKind::Protocol); // and again
    }

    void aPartThatEndsElsewhereThanTheServerSaysHasNoSize()
    {
        const auto content = someBytes(windowBytes + 10);
        for (const std::size_t said : {content.size() + 1, content.size() - 1}) {
            MailServer mail(firstWindow(content.substr(0, windowBytes))
                            + laterWindow(said - 1, content, 2) + laterWindow(windowBytes, content)
                            + "CLOSED");
            const auto source = open(mail, "8bit", said);
            QVERIFY(source);
            QVERIFY(!(*source)->size());
            QVERIFY(*contentOf(**source, pieceBytes) == content);
            QCOMPARE(mail.verdict(), std::string());
        }
    }

    void aPartThatGotShorterMeanwhileIsNoticed()
    {
        const auto content = someBytes(windowBytes + 10);
        MailServer mail(firstWindow(content.substr(0, windowBytes))
                        + laterWindow(content.size() - 1, content, 2)
                        + laterWindow(windowBytes, content.substr(0, content.size() - 1))
                        + "CLOSED");
        const auto source = open(mail, "8bit", content.size());
        QVERIFY(source);
        QCOMPARE(contentOf(**source, pieceBytes).error().kind, ErrorKind::Protocol);
    }

    void anotherMessageIsNeverReadInstead()
    {
        MailServer mail(firstWindow("x", "10") + "CLOSED"); // the folder was made anew
        QCOMPARE(open(mail, "7bit", 1).error().kind, ErrorKind::Conflict);
    }

    void whatIsGoneIsNotFound()
    {
        const std::string examine =
            scripted::session() + "C: TAG1 EXAMINE \"INBOX\"\nC: TAG2 UID FETCH 7 "
            + scripted::windowItem(0) + "S: * 1 EXISTS\nS: * OK [UIDVALIDITY 9] .\nS: TAG1 OK .\n";
        MailServer noMessage(examine + "S: TAG2 OK .\nCLOSED");
        QCOMPARE(open(noMessage, "7bit", 1).error().kind, ErrorKind::NotFound);
        MailServer noPart(examine + "S: * 1 FETCH (UID 7 BODY[2]<0> NIL)\nS: TAG2 OK .\nCLOSED");
        QCOMPARE(open(noPart, "7bit", 1).error().kind, ErrorKind::NotFound);
    }

    /// Dovecot looks for the message of the second command before it looks for news, which is what
    /// the first one asks for.
    void aMessageThatHasJustArrivedIsFound()
    {
        MailServer mail(scripted::session() + "C: TAG1 EXAMINE \"INBOX\"\nC: TAG2 UID FETCH 6 "
                        + scripted::windowItem(0)
                        + "S: * 1 EXISTS\nS: * OK [UIDVALIDITY 9] .\nS: TAG1 OK .\n"
                          "S-RAW: * 1 FETCH (UID 6 BODY[2]<0> {3}{{CRLF}}old)\n"
                          "S-RAW: {{CRLF}}\nS: TAG2 OK .\n"
                          "C: TAG1 NOOP\nC: TAG2 UID FETCH 7 "
                        + scripted::windowItem(0) + "S: * 2 EXISTS\nS: TAG1 OK .\nS: TAG2 OK .\n"
                        + laterWindow(0, "new") + "CLOSED");
        auto earlier = scripted::partTwo("7bit", 3);
        earlier.uid = 6;
        mail::PartReader reader(mail.pool, scripted::account(mail.server), earlier, nullptr, {});
        QVERIFY(await(reader.read(0, windowBytes)));
        const auto source = open(mail, "7bit", 3);
        QVERIFY2(source, source ? "" : source.error().message.c_str());
        QCOMPARE(*contentOf(**source, pieceBytes), std::string("new"));
        QCOMPARE(mail.verdict(), std::string());
    }

    void aPartNumberThatIsNoneIsRefused()
    {
        MailServer mail("CLOSED");
        auto part = scripted::partTwo("7bit", 1);
        part.partNumber = "1] BODY[";
        mail::PartReader reader(mail.pool, scripted::account(mail.server), part, nullptr, {});
        QCOMPARE(await(reader.read(0, 1)).error().kind, ErrorKind::InvalidArgument);
        QCOMPARE(mail.server.connections(), 0);
    }

    void betweenTwoWindowsTheConnectionIsEverybodys()
    {
        const auto content = someBytes(2 * windowBytes);
        mail::SessionPool::Limits limits;
        limits.perMailbox = 1;
        MailServer mail(firstWindow(content.substr(0, windowBytes))
                            + laterWindow(content.size() - 1, content, 2) + "CLOSED",
                        limits);
        const auto source = open(mail, "8bit", content.size());
        QVERIFY(source);
        QVERIFY(await((*source)->read(1)));
        QVERIFY(mail.take()); // the only one there is
    }
};

QTEST_GUILESS_MAIN(PartSourceTest)
#include "PartSourceTest.moc"
