// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/PictureType.h"

#include <QTest>

class PictureTypeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void picturesAreKnownByTheirFirstBytes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("type");
        QTest::newRow("png") << QByteArray("\x89PNG\r\n\x1a\n....") << QByteArray("image/png");
        QTest::newRow("jpeg") << QByteArray("\xff\xd8\xff\xe0") << QByteArray("image/jpeg");
        QTest::newRow("gif") << QByteArray("GIF89a..") << QByteArray("image/gif");
        QTest::newRow("old gif") << QByteArray("GIF87a..") << QByteArray("image/gif");
        QTest::newRow("webp") << QByteArray("RIFF....WEBP") << QByteArray("image/webp");
        QTest::newRow("another RIFF") << QByteArray("RIFF....WAVE") << QByteArray();
        QTest::newRow("cut") << QByteArray("RIFF") << QByteArray();
        QTest::newRow("svg") << QByteArray("<svg>") << QByteArray();
        QTest::newRow("tiff") << QByteArray("II*\0", 4) << QByteArray();
        QTest::newRow("nothing") << QByteArray() << QByteArray();
    }
    void picturesAreKnownByTheirFirstBytes()
    {
        QFETCH(QByteArray, bytes);
        const auto type = tools::pictureTypeOf(bytes.toStdString());
        QTEST(type ? QByteArray::fromStdString(std::string(type->contentType)) : QByteArray(),
              "type");
    }
};

QTEST_APPLESS_MAIN(PictureTypeTest)
#include "PictureTypeTest.moc"
