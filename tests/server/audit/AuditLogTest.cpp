// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/AuditLog.h"

#include "audit/AppendOnlyFile.h"
#include "core/Log.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <csignal>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using audit::Event;
using audit::Subject;
using nlohmann::json;

namespace {

Subject alice()
{
    return {.client = "client-hash-0123456789",
            .address = "192.0.2.7",
            .mailServer = "imap.example.test",
            .username = "alice@example.test",
            .family = "family-of-alice"};
}

mode_t modeOf(const std::string &path)
{
    struct stat status = {};
    return ::stat(path.c_str(), &status) == 0 ? status.st_mode & 0777 : 0;
}

} // namespace

class AuditLogTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_directory;
    std::vector<std::string> m_log;

    std::string path(const char *name = "audit.log") const
    {
        return m_directory->filePath(QString::fromLatin1(name)).toStdString();
    }
    core::Result<core::Done> open(const std::string &destination,
                                  audit::People people = audit::People::Pseudonyms)
    {
        audit::Options options;
        options.destination = destination;
        options.pseudonymKey = core::Secret::copyOf("a key");
        options.people = people;
        return audit::open(std::move(options));
    }
    std::vector<std::string> lines(const std::string &file) const
    {
        QFile opened(QString::fromStdString(file));
        if (!opened.open(QIODevice::ReadOnly))
            return {};
        std::vector<std::string> result;
        for (const auto &line : opened.readAll().split('\n')) {
            if (!line.isEmpty())
                result.push_back(line.toStdString());
        }
        return result;
    }

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_log.clear();
        core::setLogSink([this](std::string_view line) { m_log.emplace_back(line); });
    }
    void cleanup()
    {
        audit::close();
        core::setLogSink({});
    }

    void anEntrySaysWhoWhatAndTheVerdict()
    {
        QVERIFY(open(path()));
        audit::record(Event::LoginRefused, alice());
        const auto written = lines(path());
        QCOMPARE(written.size(), std::size_t(1));
        const auto entry = json::parse(written[0]);
        QVERIFY(entry["event"] == "login");
        QVERIFY(entry["verdict"] == "refused");
        QVERIFY(entry["client"] == "client-hash-");
        QVERIFY(entry["address"] == "192.0.2.7");
        QVERIFY(entry["server"] == "imap.example.test");
        QCOMPARE(entry["user"].get<std::string>().size(), std::size_t(16));
        QCOMPARE(entry["login"].get<std::string>().size(), std::size_t(16));
        QVERIFY(entry["time"].get<std::string>().ends_with("Z"));
        QVERIFY(written[0].find("alice") == std::string::npos); // in no form
    }

    void equalPeopleHaveEqualPseudonyms()
    {
        QVERIFY(open(path()));
        auto elsewhere = alice();
        elsewhere.mailServer = "imap.example.org";
        auto later = alice();
        later.family = "another login";
        for (const auto &subject : {alice(), later, elsewhere})
            audit::record(Event::LoginAccepted, subject);
        const auto written = lines(path());
        const auto field = [&](std::size_t line, const char *name) {
            return json::parse(written[line])[name].get<std::string>();
        };
        QCOMPARE(field(0, "user"), field(1, "user"));
        QVERIFY(field(0, "login") != field(1, "login"));
        QVERIFY(field(0, "user") != field(2, "user"));
    }

    void namesAreInClearWhenTheAdministratorSaysSo()
    {
        QVERIFY(open(path(), audit::People::InClear));
        audit::record(Event::LoginAccepted, alice());
        QVERIFY(json::parse(lines(path())[0])["user"] == "alice@example.test");
    }

    void aMessageIsCountedAndItsRecipientsAreHashed()
    {
        QVERIFY(open(path(), audit::People::InClear));
        audit::record(Event::MessageSent, alice(),
                      audit::SentMessage{.messageId = "<1@example.test>",
                                         .recipients = {"bob@example.test", "eve@example.test"}});
        const auto written = lines(path())[0];
        const auto entry = json::parse(written);
        QVERIFY(entry["event"] == "send");
        QVERIFY(entry["message_id"] == "<1@example.test>");
        QVERIFY(entry["recipients"] == 2);
        QVERIFY(entry["recipient_hashes"][0] != entry["recipient_hashes"][1]);
        QVERIFY(written.find("bob") == std::string::npos);
    }

    void changesAndMissingScopesHaveTheirDetails()
    {
        QVERIFY(open(path()));
        audit::record(Event::MessageDeleted, alice(),
                      audit::ChangedMessage{.uid = 7, .uidValidity = 9});
        audit::record(Event::ScopeMissing, alice(), audit::MissingScope{.scope = "mail.send"});
        const auto written = lines(path());
        QVERIFY(json::parse(written[0])["event"] == "delete");
        QVERIFY(json::parse(written[0])["uid"] == 7);
        QVERIFY(json::parse(written[0])["uidvalidity"] == 9);
        QVERIFY(json::parse(written[1])["scope"] == "mail.send");
    }

    void downloadsAndUploadsHaveTheirDetails_data()
    {
        QTest::addColumn<int>("event");
        QTest::addColumn<QByteArray>("words");
        const auto row = [](Event event, const char *words) {
            QTest::newRow(words) << static_cast<int>(event) << QByteArray(words);
        };
        row(Event::AttachmentDownloaded, "download done");
        row(Event::DownloadSentOn, "download sent_on");
        row(Event::DownloadBrokenOff, "download broken_off");
        row(Event::AttachmentUploaded, "upload done");
        row(Event::UploadRefused, "upload refused");
        row(Event::LinkRefused, "link refused");
    }
    void downloadsAndUploadsHaveTheirDetails()
    {
        QFETCH(int, event);
        QFETCH(QByteArray, words);
        QVERIFY(open(path()));
        const audit::DownloadedPart part{
            .uid = 7, .uidValidity = 9, .part = "1.2", .bytes = 5'000'000'000};
        const audit::UploadedFile file{.id = "id-of-the-link", .bytes = 12};
        const bool isDownload = words.startsWith("download");
        const bool isUpload = words.startsWith("upload");
        const auto detail = isDownload ? audit::Detail(part)
                            : isUpload ? audit::Detail(file)
                                       : audit::Detail();
        audit::record(static_cast<Event>(event), {}, detail);
        auto entry = json::parse(lines(path()).at(0));
        entry.erase("time");
        auto expected = json{{"event", words.split(' ')[0].toStdString()},
                             {"verdict", words.split(' ')[1].toStdString()}};
        if (isDownload)
            expected.update(
                json{{"uid", 7}, {"uidvalidity", 9}, {"part", "1.2"}, {"bytes", 5'000'000'000}});
        if (isUpload)
            expected.update(json{{"upload", "id-of-the-link"}, {"bytes", 12}});
        QVERIFY2(entry == expected, entry.dump().c_str());
    }

    void whateverANameHoldsItIsOneLine()
    {
        QVERIFY(open(path(), audit::People::InClear));
        auto hostile = alice();
        hostile.username = "a\"\r\n{\"event\":\"login\",\"verdict\":\"accepted\"}\x1b\xff\u2028";
        audit::record(Event::LoginRefused, hostile);
        const auto written = lines(path());
        QCOMPARE(written.size(), std::size_t(1));
        QVERIFY(json::parse(written[0])["verdict"] == "refused");
        for (const char character : written[0])
            QVERIFY(character >= 0x20 && character < 0x7f);
    }

    void everyEventHasWordsOfItsOwn()
    {
        QVERIFY(open(path()));
        std::set<std::string> words;
        constexpr int count = static_cast<int>(Event::LinkRefused) + 1;
        for (int event = 0; event < count; ++event)
            audit::record(static_cast<Event>(event), {});
        for (const auto &line : lines(path())) {
            auto entry = json::parse(line);
            QCOMPARE(entry.size(), std::size_t(3)); // what is not known is left out
            words.insert(entry["event"].get<std::string>() + entry["verdict"].get<std::string>());
        }
        QCOMPARE(words.size(), std::size_t(count));
        QVERIFY(!words.contains("unknownunknown"));
    }

    void aNewFileIsForItsOwnerOnlyAndAnOldOneIsContinued()
    {
        QVERIFY(open(path()));
        QCOMPARE(modeOf(path()), mode_t(0600));
        audit::record(Event::LoginAccepted, {});
        QVERIFY(open(path()));
        audit::record(Event::LoginRefused, {});
        QCOMPARE(lines(path()).size(), std::size_t(2));
    }

    void itIsOpenedAgainAfterRotation()
    {
        QVERIFY(open(path()));
        audit::record(Event::LoginAccepted, {});
        QCOMPARE(::rename(path().c_str(), path("audit.log.1").c_str()), 0);
        audit::record(Event::LoginRefused, {}); // still to the old one
        audit::reopen();
        audit::record(Event::LoginLimited, {});
        QCOMPARE(lines(path("audit.log.1")).size(), std::size_t(2));
        QCOMPARE(lines(path()).size(), std::size_t(1));
    }

    void whenItCannotBeOpenedAgainTheOldOneStaysInUse()
    {
        QVERIFY(open(path()));
        QCOMPARE(::rename(path().c_str(), path("audit.log.1").c_str()), 0);
        QCOMPARE(::mkdir(path().c_str(), 0700), 0);
        audit::reopen();
        audit::record(Event::LoginAccepted, {});
        QCOMPARE(lines(path("audit.log.1")).size(), std::size_t(1));
        QCOMPARE(m_log.size(), std::size_t(1));
        QVERIFY(m_log[0].find("not_reopened") != std::string::npos);
    }

    void whatIsNoFileToAppendToIsRefused()
    {
        QVERIFY(!open(path("no/such/folder")));
        QCOMPARE(::symlink("/dev/null", path("link").c_str()), 0);
        QVERIFY(!open(path("link")));
        QCOMPARE(::mkfifo(path("pipe").c_str(), 0600), 0);
        const auto pipe = open(path("pipe")); // and does not wait for a reader
        QVERIFY(!pipe);
        QVERIFY(pipe.error().message.find("pipe") != std::string::npos);
        audit::record(Event::LoginAccepted, {}); // nowhere
    }

    void aFullDiskStopsNothingAndIsReportedOnce()
    {
        QVERIFY(open("/dev/full"));
        for (int i = 0; i < 3; ++i)
            audit::record(Event::LoginAccepted, alice());
        QCOMPARE(m_log.size(), std::size_t(1));
        QVERIFY(m_log[0].find("entries_are_lost") != std::string::npos);
    }

    void aLineThatWasCutOffDoesNotSpoilTheNext()
    {
        auto file = audit::AppendOnlyFile::open(path());
        QVERIFY(file);
        rlimit before = {};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        (void)::signal(SIGXFSZ, SIG_IGN);
        const rlimit small = {.rlim_cur = 10, .rlim_max = before.rlim_max};
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
        const auto cut = file->append("0123456789abcdef\n");
        const auto full = file->append("lost\n");
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
        QVERIFY(!cut);
        QVERIFY(!full);
        QVERIFY(file->append("whole\n"));
        QCOMPARE(lines(path()), (std::vector<std::string>{"0123456789", "whole"}));
    }

    void noneRecordsNothing()
    {
        QVERIFY(open("none"));
        audit::record(Event::LoginAccepted, alice());
        audit::reopen();
        QVERIFY(m_log.empty());
    }
};

QTEST_GUILESS_MAIN(AuditLogTest)
#include "AuditLogTest.moc"
