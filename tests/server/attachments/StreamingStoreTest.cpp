// SPDX-License-Identifier: GPL-3.0-or-later
#include "attachments/StreamingStore.h"

#include "core/TextSource.h"
#include "mime/Initialise.h"
#include "server/attachments/AttachmentStage.h"
#include "server/mail/PartScript.h"

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

core::Result<std::string> contentOf(const mail::EnclosurePtr &enclosure)
{
    const auto source = await(enclosure->open({}));
    if (!source)
        return source.error();
    return await((*source)->read(1000));
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
        QCOMPARE((*enclosure)->contentType(), std::string("application/pdf"));
        QCOMPARE(mail.server.connections(), 0);
        QCOMPARE(*contentOf(*enclosure), std::string("Hello"));
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
    }

private:
    static attachments::Holder holder(const MailServer &mail)
    {
        return {.account = scripted::account(mail.server, "pw", "family"), .clientHash = "client"};
    }
};

QTEST_GUILESS_MAIN(StreamingStoreTest)
#include "StreamingStoreTest.moc"
