// SPDX-License-Identifier: GPL-3.0-or-later
#include "attachments/S3Parts.h"

#include "mime/Initialise.h"
#include "server/attachments/AttachmentStage.h"
#include "server/attachments/S3Stage.h"
#include "server/mail/PartScript.h"

#include <QTest>

using attachments::S3Parts;
using core::ErrorKind;
using scripted::Attachments;
using scripted::MailServer;
using scripted::s3Answer;
using scripted::s3Request;
using support::await;
using support::ScriptedServer;
using namespace std::chrono_literals;

namespace {

tokens::AttachmentToken tokenFor(const MailServer &mail, std::int64_t expiresAt)
{
    tokens::AttachmentToken token;
    token.account = scripted::account(mail.server, "pw", "family");
    token.folder = "INBOX";
    token.uidValidity = 9;
    token.uid = 7;
    token.partNumber = "2";
    token.fileName = "../r\u00e9port.html";
    token.contentType = "text/html";
    token.encoding = "base64";
    token.encodedSize = 10;
    token.expiresAt = expiresAt;
    return token;
}

const std::string part = "/mail/parts/{{*}}";

} // namespace

class S3PartsTest : public QObject
{
    Q_OBJECT

    support::FakeClock m_clock;
    core::SystemRandom m_random;

    std::int64_t inAnHour() const { return m_clock.secondsSinceEpoch() + 3600; }

private Q_SLOTS:
    void initTestCase() { mime::initialise(); }

    void aPartIsUploadedAndItsLinkMadeHarmless()
    {
        MailServer mail(scripted::firstWindow("SGVsbG8=\r\n") + "CLOSED");
        const ScriptedServer service(s3Request("HEAD " + part) + s3Answer("404 Not Found")
                                     + s3Request("PUT " + part, "application/octet-stream", 5)
                                     + "C-RAW: Hello\n" + s3Answer("200 OK"));
        auto client = scripted::s3Client(service, m_clock, m_random);
        S3Parts parts(*client, mail.pool, m_clock, {});
        const auto link = await(parts.linkTo(tokenFor(mail, inAnHour()), nullptr));
        QVERIFY2(link, link ? "" : link.error().detail.c_str());
        QVERIFY(link->find("X-Amz-Expires=3600&") != std::string::npos);
        QVERIFY(link->find("response-content-type=application%2Foctet-stream")
                != std::string::npos);
        QVERIFY(link->find("response-content-disposition=attachment%3B") != std::string::npos);
        QVERIFY(link->find("..") == std::string::npos);
        QVERIFY(link->substr(0, link->find('?')).find("port") == std::string::npos);
        QCOMPARE(mail.verdict(), std::string());
    }

    void aPartThatIsThereIsNotUploadedAgain()
    {
        MailServer mail("CLOSED");
        const ScriptedServer service(s3Request("HEAD " + part) + s3Answer("200 OK"));
        auto client = scripted::s3Client(service, m_clock, m_random);
        S3Parts parts(*client, mail.pool, m_clock, {});
        QVERIFY(await(parts.linkTo(tokenFor(mail, inAnHour()), nullptr)));
        client.reset(); // closes its connections
        QCOMPARE(service.verdict(), std::string());
    }

    void aLinkEndsWithTheOneThatLedToIt_data()
    {
        QTest::addColumn<qint64>("left");
        QTest::addColumn<QByteArray>("lifetime");
        QTest::newRow("long") << qint64(100000) << QByteArray("X-Amz-Expires=3600&");
        QTest::newRow("short") << qint64(600) << QByteArray("X-Amz-Expires=600&");
        QTest::newRow("at its end") << qint64(1) << QByteArray("X-Amz-Expires=60&");
    }
    void aLinkEndsWithTheOneThatLedToIt()
    {
        QFETCH(qint64, left);
        QFETCH(QByteArray, lifetime);
        MailServer mail("CLOSED");
        const ScriptedServer service(s3Request("HEAD " + part) + s3Answer("200 OK"));
        auto client = scripted::s3Client(service, m_clock, m_random);
        S3Parts parts(*client, mail.pool, m_clock, {});
        const auto link =
            await(parts.linkTo(tokenFor(mail, m_clock.secondsSinceEpoch() + left), nullptr));
        QVERIFY(link);
        QVERIFY(link->find(lifetime.toStdString()) != std::string::npos);
    }

    void nobodyWaitsForAServiceThatHasJustFailed()
    {
        MailServer mail("CLOSED");
        const ScriptedServer service(s3Request("HEAD " + part) + "CLOSE");
        auto client = scripted::s3Client(service, m_clock, m_random);
        S3Parts parts(*client, mail.pool, m_clock, {});
        QVERIFY(!await(parts.linkTo(tokenFor(mail, inAnHour()), nullptr)));
        const auto again = await(parts.linkTo(tokenFor(mail, inAnHour()), nullptr));
        QCOMPARE(again.error().kind, ErrorKind::Unavailable); // and the service was not asked
        client.reset();                                       // closes its connections
        QCOMPARE(service.verdict(), std::string());
    }

    void aQueueThatIsFullIsNoFailureOfTheService()
    {
        MailServer mail(scripted::firstWindow("SGVsbG8=\r\n") + "CLOSED");
        const ScriptedServer service(s3Request("HEAD " + part) + s3Answer("404 Not Found")
                                     + s3Request("HEAD " + part) + s3Answer("200 OK"));
        s3::Limits limits;
        limits.uploads = 0;
        limits.waiting = 0;
        auto client = scripted::s3Client(service, m_clock, m_random, limits);
        S3Parts parts(*client, mail.pool, m_clock, {});
        const auto refused = await(parts.linkTo(tokenFor(mail, inAnHour()), nullptr));
        QCOMPARE(refused.error().kind, ErrorKind::Busy);
        QVERIFY(await(parts.linkTo(tokenFor(mail, inAnHour()), nullptr)));
        client.reset(); // closes its connections
        QCOMPARE(service.verdict(), std::string());
    }

    void aMessageThatIsGoneIsNoFailureOfTheService()
    {
        MailServer mail(scripted::firstWindow("SGVsbG8=\r\n", "10") + "CLOSED"); // made anew
        const ScriptedServer service(s3Request("HEAD " + part) + s3Answer("404 Not Found")
                                     + s3Request("HEAD " + part) + s3Answer("200 OK"));
        auto client = scripted::s3Client(service, m_clock, m_random);
        S3Parts parts(*client, mail.pool, m_clock, {});
        const auto gone = await(parts.linkTo(tokenFor(mail, inAnHour()), nullptr));
        QCOMPARE(gone.error().kind, ErrorKind::Conflict);
        QVERIFY(await(parts.linkTo(tokenFor(mail, inAnHour()), nullptr)));
        client.reset(); // closes its connections
        QCOMPARE(service.verdict(), std::string());
    }
};

QTEST_GUILESS_MAIN(S3PartsTest)
#include "S3PartsTest.moc"
