// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/Metrics.h"
#include "admin-gui/ServerCheck.h"

#include <QTest>

/// What the page of a running server makes of text.
class MetricsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsSamples();
    void addressOfAServer_data();
    void addressOfAServer();
};

void MetricsTest::readsSamples()
{
    const auto samples = admin::parseMetrics("# HELP a Words.\n"
                                             "# TYPE a gauge\n"
                                             "a 3\n"
                                             "b{kind=\"x y\"} 1.5 1700000000000\n"
                                             "b{kind=\"}\"} 2\n"
                                             "nonsense\n"
                                             "c NaNa\n");
    QCOMPARE(samples.size(), std::size_t(2));
    QCOMPARE(samples.at("a"), 3.0);
    QCOMPARE(samples.at("b"), 3.5);
}

void MetricsTest::addressOfAServer_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("url");
    QTest::newRow("https") << QStringLiteral(" https://mcp.example.com/ ")
                           << QStringLiteral("https://mcp.example.com");
    QTest::newRow("path") << QStringLiteral("https://example.com/mail")
                          << QStringLiteral("https://example.com/mail");
    QTest::newRow("here") << QStringLiteral("http://127.0.0.1:3000")
                          << QStringLiteral("http://127.0.0.1:3000");
    for (const char *refused :
         {"http://mcp.example.com", "mcp.example.com", "ftp://example.com", "https://",
          "https://a:b@example.com", "https://example.com/?a=b", "https://example.com/#a", ""})
        QTest::newRow(refused) << QString::fromLatin1(refused) << QString();
}

void MetricsTest::addressOfAServer()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, url);
    const auto read = admin::serverUrl(typed);
    QCOMPARE(read.has_value(), !url.isEmpty());
    if (read)
        QCOMPARE(read->toString(), url);
}

QTEST_GUILESS_MAIN(MetricsTest)
#include "MetricsTest.moc"
