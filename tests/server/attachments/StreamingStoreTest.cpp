// SPDX-License-Identifier: GPL-3.0-or-later
#include "attachments/StreamingStore.h"

#include "attachments/NoUploads.h"
#include "core/Ascii.h"
#include "core/TextSource.h"
#include "mime/Initialise.h"
#include "server/attachments/AttachmentStage.h"
#include "server/mail/PartScript.h"
#include "support/ByteSources.h"

#include <QTest>

using core::ErrorKind;
using scripted::Attachments;
using scripted::MailServer;
using support::await;

namespace {

attachments::LinkedPart linkedPart()
{
    return {.part = scripted::partTwo("base64", 10),
            .fileName = "report.pdf",
            .contentType = "application/pdf"};
}

std::string urlOf(Attachments &theStage, const attachments::Holder &holder,
                  const attachments::LinkedPart &part = linkedPart())
{
    const auto link = await(theStage.store.link(holder, part, {}));
    return link ? link->url : link.error().message;
}

/// What the enclosed file has, and its type.
struct Enclosed
{
    std::string content;
    std::string type;
};

core::Result<Enclosed> enclosed(const mail::EnclosurePtr &enclosure)
{
    const auto opened = await(enclosure->open({}));
    if (!opened)
        return opened.error();
    auto content = support::contentOf(*opened->source, 100'000);
    if (!content)
        return content.error();
    return Enclosed{.content = std::move(*content), .type = opened->contentType};
}

core::Result<std::string> contentOf(const mail::EnclosurePtr &enclosure)
{
    auto file = enclosed(enclosure);
    if (!file)
        return file.error();
    return std::move(file->content);
}

} // namespace

class StreamingStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { mime::initialise(); }

    void aLinkIsAUrlOfThisServerAndTellsNothing()
    {
        MailServer mail("CLOSED");
        Attachments theStage(mail.pool);
        const auto link = await(theStage.store.link(holder(mail), linkedPart(), {}));
        QVERIFY(link);
        QVERIFY(link->url.starts_with("https://mail.test/attachments/"));
        QVERIFY(link->url.size() < 1400);
        QVERIFY(link->url.find("report") == std::string::npos);
        QCOMPARE(link->expiresAt, theStage.clock.secondsSinceEpoch() + 3600);
        QCOMPARE(mail.server.connections(), 0);
    }

    void aLinkThatWouldBeTooLongIsNotMade()
    {
        MailServer mail("CLOSED");
        Attachments theStage(mail.pool);
        auto part = linkedPart();
        part.part.folder = std::string(1000, '\1'); // six bytes each in a token
        account::MailAccount owner = scripted::account(mail.server)->clone();
        owner.family = "family";
        owner.imapLogin.password = core::Secret::copyOf(std::string(256, '\1'));
        owner.imapLogin.username = std::string(254, '\1');
        const attachments::Holder holder{
            .account = std::make_shared<const account::MailAccount>(std::move(owner)),
            .clientHash = "client"};
        const auto link = await(theStage.store.link(holder, part, {}));
        QVERIFY(!link);
        QCOMPARE(link.error().kind, ErrorKind::TooLarge);
    }

    void anAttachmentIsEnclosedByItsLink()
    {
        MailServer mail(scripted::firstWindow("SGVsbG8=\r\n") + "CLOSED");
        Attachments theStage(mail.pool);
        const auto enclosure = theStage.store.find(holder(mail), urlOf(theStage, holder(mail)));
        QVERIFY(enclosure);
        QCOMPARE((*enclosure)->fileName(), std::string("report.pdf"));
        QCOMPARE(mail.server.connections(), 0);
        const auto file = enclosed(*enclosure);
        QVERIFY(file);
        QCOMPARE(file->content, std::string("Hello"));
        QCOMPARE(file->type, std::string("application/pdf"));
        QCOMPARE(theStage.slots.inUse(), std::size_t(0));
        QCOMPARE(mail.verdict(), std::string());
    }

    void anotherLinkToTheSameIsTheSameEnclosure()
    {
        MailServer mail("CLOSED");
        Attachments theStage(mail.pool);
        const auto identity = [&](const std::string &url) {
            return (*theStage.store.find(holder(mail), url))->identity();
        };
        const auto first = urlOf(theStage, holder(mail));
        const auto second = urlOf(theStage, holder(mail));
        QVERIFY(first != second);
        QCOMPARE(identity(first), identity(second));
        auto part = linkedPart();
        part.part.uid = 8;
        QVERIFY(identity(urlOf(theStage, holder(mail), part)) != identity(first));
        const auto upload = theStage.store.uploadLink(holder(mail), "a", "text/plain");
        const auto other = theStage.store.uploadLink(holder(mail), "a", "text/plain");
        QVERIFY(identity(upload->link.url) != identity(other->link.url));
    }

    void whereNoFileIsTakenNoUploadLinkIsMade()
    {
        MailServer mail("CLOSED");
        Attachments theStage(mail.pool);
        const attachments::NoUploads uploads({});
        attachments::StreamingStore store("https://mail.test", theStage.tokens, mail.pool,
                                          theStage.slots, uploads);
        const auto refused = store.uploadLink(holder(mail), "a.txt", "text/plain");
        QCOMPARE(refused.error().kind, ErrorKind::Unsupported);
        QVERIFY(refused.error().message.find("AWS_S3_BUCKET") != std::string::npos);
        // A link of before leads nowhere.
        const auto link = theStage.store.uploadLink(holder(mail), "a.txt", "text/plain");
        const auto enclosure = store.find(holder(mail), link->link.url);
        QVERIFY(enclosure);
        QCOMPARE(contentOf(*enclosure).error().kind, ErrorKind::Unsupported);
        core::TextSource file("Hello");
        const auto stored =
            await(attachments::NoUploads({}).store(attachments::UploadStore::Ticket(), file));
        QCOMPARE(stored.error().kind, ErrorKind::Unsupported);
    }

    void anUploadIsEnclosedByItsLink()
    {
        MailServer mail("CLOSED");
        Attachments theStage(mail.pool);
        const auto upload = theStage.store.uploadLink(holder(mail), "../x\r\n.txt", "text/plain");
        QVERIFY(upload);
        QCOMPARE(upload->maximumSize, theStage.spool.limits().fileBytes);
        const auto enclosure = theStage.store.find(holder(mail), upload->link.url);
        QVERIFY(enclosure);
        QCOMPARE((*enclosure)->fileName(), std::string("x.txt"));
        QCOMPARE(contentOf(*enclosure).error().kind, ErrorKind::NotFound); // nothing came yet
        const auto token = theStage.tokens.openUploadToken(
            upload->link.url.substr(std::string_view("https://mail.test/attachments/").size()));
        core::TextSource bytes("bytes");
        QVERIFY(await(theStage.spool.store(attachments::ticketOf(*token), bytes)));
        QCOMPARE(*contentOf(*enclosure), std::string("bytes"));
        theStage.clock.advance(std::chrono::hours(1));
        QCOMPARE(contentOf(*enclosure).error().kind, ErrorKind::NotFound);
    }

    void anUploadWithoutATypeIsLookedAt_data()
    {
        QTest::addColumn<QByteArray>("declared");
        QTest::addColumn<QByteArray>("type");
        QTest::newRow("declared") << QByteArray("text/csv") << QByteArray("text/csv");
        QTest::newRow("any bytes")
            << QByteArray("application/octet-stream") << QByteArray("application/pdf");
    }
    void anUploadWithoutATypeIsLookedAt()
    {
        QFETCH(QByteArray, declared);
        QFETCH(QByteArray, type);
        MailServer mail("CLOSED");
        Attachments theStage(mail.pool);
        const auto upload = theStage.store.uploadLink(holder(mail), "x", declared.toStdString());
        const auto token = theStage.tokens.openUploadToken(
            upload->link.url.substr(std::string_view("https://mail.test/attachments/").size()));
        const std::string content = "%PDF-1.7\n" + std::string(100'000, 'x');
        core::TextSource bytes(content);
        QVERIFY(await(theStage.spool.store(attachments::ticketOf(*token), bytes)));
        const auto file = enclosed(*theStage.store.find(holder(mail), upload->link.url));
        QVERIFY(file);
        QCOMPARE(file->type, type.toStdString());
        QVERIFY(file->content == content);
    }

    void whatIsNoLinkOfOursIsRefused() // M-14, TA-01, TA-02
    {
        MailServer mail("CLOSED");
        Attachments theStage(mail.pool);
        Attachments otherServer(mail.pool);
        const auto good = urlOf(theStage, holder(mail));
        auto edited = good;
        edited[good.size() - 30] = edited[good.size() - 30] == 'A' ? 'B' : 'A';
        const auto isRefused = [&](const std::string &url) {
            const auto found = theStage.store.find(holder(mail), url);
            return !found && found.error().kind == ErrorKind::InvalidArgument
                   && found.error().message.find("http") == std::string::npos;
        };
        tokens::ProtocolState state;
        state.purpose = "purpose";
        state.subject = "subject";
        const auto otherKind = theStage.tokens.seal(state, std::chrono::seconds(60));
        for (const auto &url :
             {std::string(), std::string("/etc/passwd"), edited, good + "x", good + "?a",
              "x" + good, "https://evil.test" + Attachments::pathOf(good),
              std::string("https://mail.test/attachments/"),
              "https://mail.test/attachments/" + otherKind->text,
              std::string("https://mail.test/attachments/../mcp")})
            QVERIFY2(isRefused(url), url.c_str());
        QVERIFY(!isRefused(good));
        QVERIFY(!isRefused("HTTPS://MAIL.test" + Attachments::pathOf(good)));
        theStage.clock.advance(std::chrono::hours(1));
        QVERIFY(isRefused(good));
        QCOMPARE(mail.server.connections(), 0);
    }

    void aLinkWithOneCharacterChangedIsRefused()
    {
        MailServer mail("CLOSED");
        Attachments theStage(mail.pool);
        const auto upload = theStage.store.uploadLink(holder(mail), "a", "text/plain")->link.url;
        for (const auto &good : {urlOf(theStage, holder(mail)), upload}) {
            QVERIFY(theStage.store.find(holder(mail), good));
            for (auto i = good.find("attachments"); i < good.size(); ++i) {
                for (const char other : {'0', 'a', 'A', '%', '.', '/'}) {
                    auto changed = good;
                    changed[i] = other;
                    const bool isOther =
                        core::toLower(good[i]) != core::toLower(other) || i > good.rfind('/');
                    if (changed != good && isOther)
                        QVERIFY2(!theStage.store.find(holder(mail), changed), changed.c_str());
                }
                auto shorter = good;
                shorter.erase(i, 1);
                QVERIFY2(!theStage.store.find(holder(mail), shorter), shorter.c_str());
            }
        }
        QCOMPARE(mail.server.connections(), 0);
    }

    void linksOfOthersAreRefused()
    {
        MailServer mail("CLOSED");
        Attachments theStage(mail.pool);
        account::MailAccount other = scripted::account(mail.server)->clone();
        other.imapLogin.username = "bob";
        other.family = "f";
        const attachments::Holder bob{
            .account = std::make_shared<const account::MailAccount>(std::move(other)),
            .clientHash = {}};
        QVERIFY(!theStage.store.find(bob, urlOf(theStage, holder(mail))));
        QVERIFY(!theStage.store.find(
            bob, theStage.store.uploadLink(holder(mail), "a", "text/plain")->link.url));
        QVERIFY(theStage.store.find(bob, urlOf(theStage, bob)));
        QCOMPARE(mail.server.connections(), 0);
    }

private:
    static attachments::Holder holder(const MailServer &mail)
    {
        return {.account = scripted::account(mail.server, "pw", "family"), .clientHash = "client"};
    }
};

QTEST_GUILESS_MAIN(StreamingStoreTest)
#include "StreamingStoreTest.moc"
