// SPDX-License-Identifier: GPL-3.0-or-later
#include "adminsocket/LastLines.h"

#include <QTemporaryFile>
#include <QTest>

using Lines = std::vector<std::string>;

class LastLinesTest : public QObject
{
    Q_OBJECT

    static core::Result<Lines> read(const std::string &content, std::size_t count)
    {
        QTemporaryFile file;
        if (!file.open() || file.write(content.data(), static_cast<qint64>(content.size())) < 0
            || !file.flush())
            return core::Error(core::ErrorKind::Internal, "no file");
        return adminsocket::lastLines(file.fileName().toStdString(), count);
    }

private Q_SLOTS:
    void theLastCompleteLinesAreRead()
    {
        QVERIFY((*read("a\nb\nc\n", 2) == Lines{"b", "c"}));
        QVERIFY((*read("a\nb\nc\n", 5) == Lines{"a", "b", "c"}));
        QVERIFY((*read("a\nb\nhalf", 5) == Lines{"a", "b"}));
        QVERIFY((*read("a\n\nb\n", 5) == Lines{"a", "", "b"}));
        QVERIFY((*read("\n", 5) == Lines{""}));
        QVERIFY(read("", 5)->empty());
        QVERIFY(read("half", 5)->empty());
    }

    void onlyTheEndOfALargeFileIsLookedAt()
    {
        std::string content;
        while (content.size() < 2 * adminsocket::lookedAt)
            content += "0123456789abcdef0123456789abcde" + std::to_string(content.size()) + "\n";
        const auto lines = read(content, 1000000);
        QVERIFY(lines);
        std::size_t total = 0;
        for (const auto &line : *lines) {
            QVERIFY2(line.starts_with("0123456789abcdef"), line.c_str());
            total += line.size() + 1;
        }
        QVERIFY(total <= adminsocket::lookedAt && total > adminsocket::lookedAt - 100);
        QVERIFY(content.ends_with(lines->back() + "\n"));
    }

    void aFileThatCannotBeReadIsNamed()
    {
        const auto lines = adminsocket::lastLines("/nonexistent/audit.log", 5);
        QVERIFY(!lines);
        QCOMPARE(lines.error().kind, core::ErrorKind::Unavailable);
        QVERIFY(lines.error().message.find("/nonexistent/audit.log") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(LastLinesTest)
#include "LastLinesTest.moc"
