// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Icons.h"

#include <QStringList>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

class IconsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindOfToolHasOne()
    {
        const auto names = app::iconNames();
        QVERIFY(std::ranges::is_sorted(names));
        for (const auto *name : {"mail-mcp", "folders", "list", "message", "search", "send",
                                 "draft", "delete", "move", "flag"})
            QVERIFY2(std::ranges::count(names, name) == 1, name);
    }

    void itsAddressIsBelowTheServers()
    {
        QCOMPARE(app::iconPath("send"), std::string("/icons/send.svg"));
        QCOMPARE(app::iconUrl("https://mail.test", "mail-mcp"),
                 std::string("https://mail.test/icons/mail-mcp.svg"));
    }

    void itIsDeliveredToEveryPage()
    {
        const auto response = app::iconResponse("send");
        QCOMPARE(response.status, 200);
        QCOMPARE(*response.headers.find("Content-Type"), std::string_view("image/svg+xml"));
        QVERIFY(response.headers.find("Cache-Control")->starts_with("public, max-age="));
        // Else no page of another origin could show it in an <img>.
        QCOMPARE(*response.headers.find("Cross-Origin-Resource-Policy"),
                 std::string_view("cross-origin"));
        QVERIFY(response.headers.find("Content-Security-Policy")->ends_with("sandbox"));
        QVERIFY(response.body.starts_with("<svg "));
    }

    void itDrawsAndDoesNothingElse_data()
    {
        QTest::addColumn<std::string>("name");
        for (const auto &name : app::iconNames())
            QTest::newRow(name.c_str()) << name;
    }

    void itDrawsAndDoesNothingElse()
    {
        QFETCH(std::string, name);
        const auto elements = QStringLiteral("svg title path rect circle").split(u' ');
        const auto attributes = QStringLiteral("width height viewBox fill stroke stroke-width "
                                               "stroke-linecap stroke-linejoin d x y rx cx cy r")
                                    .split(u' ');
        QXmlStreamReader reader(QByteArray::fromStdString(app::iconResponse(name).body));
        int shapes = 0;
        while (!reader.atEnd()) {
            const auto token = reader.readNext();
            QVERIFY(token != QXmlStreamReader::DTD);
            QVERIFY(token != QXmlStreamReader::ProcessingInstruction);
            if (token != QXmlStreamReader::StartElement)
                continue;
            QVERIFY2(elements.contains(reader.name().toString()),
                     qPrintable(reader.name().toString()));
            for (const auto &attribute : reader.attributes())
                QVERIFY2(attributes.contains(attribute.qualifiedName().toString()),
                         qPrintable(attribute.qualifiedName().toString()));
            if (reader.name() == QStringLiteral("svg"))
                QCOMPARE(reader.attributes().value(QStringLiteral("viewBox")).toString(),
                         QStringLiteral("0 0 24 24"));
            else if (reader.name() != QStringLiteral("title"))
                ++shapes;
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QVERIFY(shapes > 0);
    }
};

QTEST_APPLESS_MAIN(IconsTest)
#include "IconsTest.moc"
