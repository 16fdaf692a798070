// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/DocumentReader.h"

#include "support/Await.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using core::ErrorKind;
using documents::DocumentReader;
using documents::Extraction;
using documents::ExtractionRequest;

namespace {

class TextSource final : public core::ByteSource
{
public:
    explicit TextSource(std::string text, std::size_t pieces = 1)
        : m_text(std::move(text))
        , m_pieces(pieces)
    {}
    core::Task<core::Result<std::string>> read(std::size_t maximum) override
    {
        if (m_pieces-- == 0)
            co_return std::string();
        co_return m_text.substr(0, maximum);
    }

private:
    std::string m_text;
    std::size_t m_pieces;
};

} // namespace

/// With the real extractor, and with programs that behave as it might if a document took it over.
class DocumentReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDocumentIsRead()
    {
        const auto extraction = readWith(EXTRACTOR, "hello ", TextSource("world", 2));
        QVERIFY2(extraction, extraction ? "" : extraction.error().message.c_str());
        QCOMPARE(extraction->text, std::string("hello worldworld"));
        QCOMPARE(extraction->total, 16U);
    }

    void aProblemIsAnErrorThatNamesIt()
    {
        const auto pdf = readWith(EXTRACTOR, "%PDF-1.7 rubbish", TextSource(""));
        QVERIFY(!pdf);
        QCOMPARE(pdf.error().kind, ErrorKind::Unsupported);
        QVERIFY(pdf.error().message.find("a PDF document, but it is damaged") != std::string::npos);
        QVERIFY(pdf.error().message.find("link") != std::string::npos);
        const auto program = readWith(EXTRACTOR, std::string("MZ\0\1", 4), TextSource(""));
        QVERIFY(!program);
        QVERIFY(program.error().message.find("is a program") != std::string::npos);
    }

    void withoutTheExtractorTheErrorSaysSo()
    {
        for (const std::string program : {"", "/nowhere/mail_mcp_extract"}) {
            const auto extraction = readWith(program, "x", TextSource(""));
            QVERIFY(!extraction);
            QCOMPARE(extraction.error().kind, ErrorKind::Unsupported);
            QVERIFY(extraction.error().message.find("mail_mcp_extract, is missing")
                    != std::string::npos);
        }
    }

    void aDocumentThatIsTooLargeIsNotGivenToIt()
    {
        DocumentReader::Limits limits;
        limits.documentBytes = 1000;
        QVERIFY(readWith(EXTRACTOR, "", TextSource(std::string(500, 'a'), 2), limits));
        const auto tooMuch = readWith(EXTRACTOR, "b", TextSource(std::string(500, 'a'), 2), limits);
        QVERIFY(!tooMuch);
        QCOMPARE(tooMuch.error().kind, ErrorKind::TooLarge);
    }

    void theExtractorGetsTheDocumentAndNothingElse()
    {
        qputenv("A_SECRET", "in the environment");
        const auto echo = script(
            "json=$(printf '{\"format\":\"text\",\"problem\":null,\"text\":\"%s|%s|%s|%s\","
            "\"total\":1,\"next\":null,\"pages\":null,\"hidden\":0,\"removed\":0,"
            "\"truncated\":false}' \"$A_SECRET\" \"$LANG\" \"$#\" \"$(pwd)\")\n"
            "printf \"\\\\000\\\\000\\\\000\\\\$(printf %o ${#json})\"\nprintf %s \"$json\"");
        const auto seen = readWith(echo, "x", TextSource(""));
        QVERIFY2(seen, seen ? "" : seen.error().detail.c_str());
        QCOMPARE(seen->text, std::string("|C.UTF-8|0|/"));
    }

    void anAnswerThatIsNoneIsRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("nothing") << QByteArray("exit 0");
        QTest::newRow("no length") << QByteArray("printf abc");
        QTest::newRow("a wrong length") << QByteArray("printf '\\000\\000\\000\\001{}'");
        QTest::newRow("no JSON") << QByteArray("printf '\\000\\000\\000\\002{]'");
        QTest::newRow("another object") << QByteArray("printf '\\000\\000\\000\\002{}'");
        QTest::newRow("too much") << QByteArray("exec yes");
        QTest::newRow("failure") << QByteArray("exit 1");
        QTest::newRow("crash") << QByteArray("kill -SEGV $$");
    }
    void anAnswerThatIsNoneIsRefused()
    {
        QFETCH(QByteArray, body);
        const auto extraction = readWith(script(body), "x", TextSource(""));
        QVERIFY(!extraction);
        QVERIFY(extraction.error().kind == ErrorKind::Unsupported
                || extraction.error().kind == ErrorKind::Protocol);
        QVERIFY(!extraction.error().detail.empty());
    }

    void aWindowThatDoesNotGoOnIsRefused()
    {
        const auto program = script(
            "json='{\"format\":\"text\",\"problem\":null,\"text\":\"a\",\"total\":9,"
            "\"next\":0,\"pages\":null,\"hidden\":0,\"removed\":0,\"truncated\":false}'\n"
            "printf \"\\\\000\\\\000\\\\000\\\\$(printf %o ${#json})\"\nprintf %s \"$json\"");
        QVERIFY(!readWith(program, "x", TextSource("")));
    }

    void timeIsLimited()
    {
        DocumentReader::Limits limits;
        limits.duration = std::chrono::milliseconds(50);
        const auto slow = readWith(script("exec sleep 1000"), "x", TextSource(""), limits);
        QVERIFY(!slow);
        QCOMPARE(slow.error().kind, ErrorKind::TooLarge);
        const auto busy = readWith(script("kill -XCPU $$"), "x", TextSource(""));
        QVERIFY(!busy);
        QCOMPARE(busy.error().kind, ErrorKind::TooLarge);
    }

    void whoeverLeavesTakesTheExtractorWithHim()
    {
        core::CancellationSource gone;
        const auto pidFile = m_directory.filePath(QStringLiteral("pid"));
        DocumentReader reader(script("echo $$ > '" + pidFile.toUtf8() + ".new'; mv '"
                                     + pidFile.toUtf8() + ".new' '" + pidFile.toUtf8()
                                     + "'; exec sleep 1000"),
                              {});
        const auto slot = reader.take("a");
        QVERIFY(slot);
        TextSource source("");
        const ExtractionRequest request;
        std::optional<core::Result<Extraction>> result;
        core::start(store(reader.read(*slot, "x", source, request, gone.token()), result));
        QVERIFY(support::waitUntil([&pidFile] { return QFile::exists(pidFile); }));
        QFile file(pidFile);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto process = QStringLiteral("/proc/") + QString::fromUtf8(file.readAll().trimmed());
        QVERIFY(QFile::exists(process));
        gone.cancel();
        QVERIFY(support::waitUntil([&result] { return result.has_value(); }));
        QCOMPARE(result->error().kind, ErrorKind::Cancelled);
        QVERIFY(!QFile::exists(process));
    }

    void soManyAreReadAtATime()
    {
        DocumentReader::Limits limits;
        limits.total = 3;
        limits.perMailbox = 2;
        DocumentReader reader("", limits);
        auto first = std::make_unique<DocumentReader::Slot>(*reader.take("a"));
        const auto second = reader.take("a");
        QVERIFY(second);
        QCOMPARE(reader.take("a").error().kind, ErrorKind::Busy);
        const auto third = reader.take("b");
        QVERIFY(third);
        QCOMPARE(reader.take("c").error().kind, ErrorKind::Busy);
        first.reset();
        QCOMPARE(reader.inUse(), 2U);
        QVERIFY(reader.take("a"));
    }

    void aWholeIsReadUpToALimit()
    {
        TextSource source("abc", 3);
        QCOMPARE(*support::await(documents::readWhole("x", source, 10)), std::string("xabcabcabc"));
        TextSource more("abc", 3);
        const auto whole = support::await(documents::readWhole("x", more, 9));
        QVERIFY(!whole);
        QCOMPARE(whole.error().kind, ErrorKind::TooLarge);
    }

private:
    static core::Task<void> store(core::Task<core::Result<Extraction>> task,
                                  std::optional<core::Result<Extraction>> &result)
    {
        result.emplace(co_await std::move(task));
    }

    static core::Result<Extraction> readWith(const std::string &program, std::string beginning,
                                             TextSource source, DocumentReader::Limits limits = {})
    {
        DocumentReader reader(program, limits);
        const auto slot = reader.take("a");
        const ExtractionRequest request;
        return support::await(reader.read(*slot, beginning, source, request, {}));
    }

    /// A program in the place of the extractor.
    std::string script(const QByteArray &body)
    {
        QFile file(m_directory.filePath(QStringLiteral("script%1").arg(m_scripts++)));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no script");
        file.write("#!/bin/sh\n" + body + '\n');
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return file.fileName().toStdString();
    }

    QTemporaryDir m_directory;
    int m_scripts = 0;
};

QTEST_GUILESS_MAIN(DocumentReaderTest)
#include "DocumentReaderTest.moc"
