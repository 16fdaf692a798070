// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/MessageHeaders.h"
#include "mime/Initialise.h"

#include <QTest>

using Kind = imap::Address::Kind;

namespace {

QByteArray written(const mail::AddressList &list)
{
    QByteArrayList texts;
    for (const auto &address : list.addresses)
        texts.append(QByteArray::fromStdString(address.name + '|' + address.address));
    return texts.join(' ');
}

imap::Address address(std::string name, std::string mailbox, std::string host)
{
    return {.kind = Kind::Mailbox,
            .name = std::move(name),
            .mailbox = std::move(mailbox),
            .host = std::move(host)};
}

imap::Address groupStart(std::string name)
{
    return {.kind = Kind::GroupStart, .name = {}, .mailbox = std::move(name), .host = {}};
}

imap::Address groupEnd()
{
    return {.kind = Kind::GroupEnd, .name = {}, .mailbox = {}, .host = {}};
}

} // namespace

class MessageHeadersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { mime::initialise(); }

    void anEnvelopeIsDecoded()
    {
        imap::Envelope envelope;
        envelope.date = "Fri, 21 Nov 1997 09:55:06 -0600";
        envelope.subject = "=?koi8-r?B?8NLJ18XU?=";
        envelope.messageId = " <a@x>\r\n";
        envelope.inReplyTo = "<=?utf-8?q?b?=@x>";
        envelope.from = {address("=?utf-8?q?J=C3=BCrgen?=", "john doe", "x.org")};
        envelope.to = {groupStart("undisclosed-recipients"),
                       groupEnd(),
                       groupStart("friends"),
                       address("B", "b", "x.org"),
                       groupEnd(),
                       address("", "root", "MISSING_DOMAIN"),
                       address("", "MISSING_MAILBOX", "MISSING_DOMAIN"),
                       address("Ann\r\n Lee", "ann", "unspecified-domain")};
        const auto headers = mail::MessageHeaders::fromEnvelope(envelope);
        QCOMPARE(headers.date, std::optional<std::string>("1997-11-21T09:55:06-06:00"));
        QCOMPARE(headers.dateText, std::string());
        QCOMPARE(headers.subject, std::string("Привет"));
        QCOMPARE(headers.messageId, std::string("<a@x>"));
        QCOMPARE(headers.inReplyTo, std::string("<=?utf-8?q?b?=@x>"));
        QCOMPARE(written(headers.from), QByteArray("Jürgen|\"john doe\"@x.org"));
        QCOMPARE(written(headers.to),
                 QByteArray("undisclosed-recipients| B|b@x.org |root | Ann Lee|ann"));
        QCOMPARE(headers.to.total, std::size_t(5));
    }

    void aSummaryTakesTheTextsAndLeavesTheRest()
    {
        const auto section = imap::Section::header();
        imap::FetchedMessage message;
        message.uid = 7;
        message.size = 1234;
        message.flags = {"\\Seen", "late\r\nr"};
        message.internalDate = std::chrono::sys_seconds(std::chrono::seconds(86'400));
        message.envelope.emplace();
        message.envelope->subject = "a subject that is longer than a string without memory";
        message.envelope->from = {address("Ann", "ann", "x.org")};
        message.envelope->sender = {{address("Bob", "bob", "x.org")}};
        message.envelope->replyTo = message.envelope->from;
        message.sections[section.key()] = "From: ann@x.org\r\n";
        message.bodyStructure.emplace();
        const auto subject = message.envelope->subject;
        const auto summary = mail::MessageSummary::takeFrom(message);
        QCOMPARE(summary.uid, 7U);
        QCOMPARE(summary.size, std::uint64_t{1234});
        QCOMPARE(summary.flags, (std::vector<std::string>{"\\Seen", "late r"}));
        QCOMPARE(summary.receivedAt, std::optional<std::string>("1970-01-02T00:00:00Z"));
        QCOMPARE(summary.headers.subject, subject);
        QCOMPARE(written(summary.headers.from), QByteArray("Ann|ann@x.org"));
        QCOMPARE(written(summary.headers.sentBy()), QByteArray("Bob|bob@x.org"));
        QCOMPARE(written(summary.headers.answersTo()), QByteArray("Ann|ann@x.org"));
        QVERIFY(!summary.headers.replyTo);
        QVERIFY(message.section(section) != nullptr);
        QVERIFY(message.bodyStructure);
    }

    void aHeaderBlockIsDecoded()
    {
        const auto block = mime::HeaderBlock::parse("From: =?utf-8?q?J?= <j@x.org>\r\n"
                                                    "To: a@x.org,\r\n b@x.org\r\n"
                                                    "Subject: one\r\n two\r\n"
                                                    "Date: yesterday\r\n"
                                                    "Message-ID: <m@x>\r\n"
                                                    "References: <1@x>\r\n <2@x>\t<3@x>\r\n"
                                                    "List-Id: News <news.x.org>\r\n"
                                                    "Auto-Submitted: auto-replied\r\n");
        const auto headers = mail::MessageHeaders::fromBlock(block);
        QCOMPARE(written(headers.from), QByteArray("J|j@x.org"));
        QCOMPARE(written(headers.sentBy()), QByteArray("J|j@x.org"));
        QCOMPARE(written(headers.answersTo()), QByteArray("J|j@x.org"));
        QCOMPARE(written(headers.to), QByteArray("|a@x.org |b@x.org"));
        QCOMPARE(headers.subject, std::string("one two"));
        QVERIFY(!headers.date);
        QCOMPARE(headers.dateText, std::string("yesterday"));
        QCOMPARE(headers.references, (std::vector<std::string>{"<1@x>", "<2@x>", "<3@x>"}));
        QCOMPARE(headers.listId, std::string("News <news.x.org>"));
        QCOMPARE(headers.autoSubmitted, std::string("auto-replied"));
        QVERIFY(!headers.isTruncated);
    }

    void absurdlyLongHeadersAreCut()
    {
        imap::Envelope envelope;
        envelope.subject = std::string(60'000, 'x'); // ML-05
        envelope.messageId = std::string(1'000'000, 'x');
        envelope.date = std::string(1'000'000, 'x'); // ML-18
        for (int i = 0; i < 100'000; ++i)            // ML-06
            envelope.to.push_back(address("", "a", "x"));
        const auto headers = mail::MessageHeaders::fromEnvelope(envelope);
        QCOMPARE(headers.subject.size(), mail::MessageHeaders::maximumTextBytes);
        QCOMPARE(headers.messageId.size(), mail::MessageHeaders::maximumTextBytes);
        QCOMPARE(headers.dateText.size(), std::size_t(100));
        QCOMPARE(headers.to.addresses.size(), std::size_t(200));
        QCOMPARE(headers.to.total, std::size_t(100'000));

        std::string references = "References:";
        for (int i = 0; i < 500; ++i)
            references += " <" + std::to_string(i) + "@x>";
        const auto block = mime::HeaderBlock::parse(references);
        const auto kept = mail::MessageHeaders::fromBlock(block).references;
        QCOMPARE(kept.size(), std::size_t(100));
        QCOMPARE(kept.back(), std::string("<499@x>"));
    }
};

QTEST_GUILESS_MAIN(MessageHeadersTest)
#include "MessageHeadersTest.moc"
