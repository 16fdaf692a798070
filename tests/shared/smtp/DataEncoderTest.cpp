// SPDX-License-Identifier: GPL-3.0-or-later
#include "smtp/DataEncoder.h"

#include <QTest>

using smtp::DataEncoder;

namespace {

std::string encodeInPieces(std::string_view message, std::size_t pieceSize)
{
    DataEncoder encoder;
    std::string encoded;
    for (std::size_t at = 0; at < message.size(); at += pieceSize)
        encoded += encoder.encode(message.substr(at, pieceSize));
    return encoded + encoder.finish();
}

} // namespace

class DataEncoderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dotsAreDoubledAndLinesEndInCrlf_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QByteArray>("encoded");
        const auto row = [](const char *name, const char *message, const char *encoded) {
            QTest::newRow(name) << QByteArray(message) << QByteArray(encoded);
        };
        row("empty", "", "");
        row("nothing to do", "a\r\nb\r\n", "a\r\nb\r\n");
        row("no end", "a\r\nb", "a\r\nb\r\n");
        row("a dot at the very beginning", ".a\r\n", "..a\r\n");
        row("a dot", ".", "..\r\n");
        row("a lone dot", "a\r\n.\r\nb\r\n", "a\r\n..\r\nb\r\n");
        row("two dots", "..\r\n", "...\r\n");
        row("dots in a line", "a.b..c\r\n", "a.b..c\r\n");
        row("LF", "a\nb\n", "a\r\nb\r\n");
        row("CR", "a\rb\r", "a\r\nb\r\n");
        row("smuggling LF.LF", "a\n.\nMAIL FROM:<eve@mail.test>\n",
            "a\r\n..\r\nMAIL FROM:<eve@mail.test>\r\n");
        row("smuggling LF.CRLF", "a\n.\r\nb", "a\r\n..\r\nb\r\n");
        row("smuggling CR.CRLF", "a\r.\r\nb", "a\r\n..\r\nb\r\n");
        row("smuggling CR.CR", "a\r.\rb", "a\r\n..\r\nb\r\n");
        row("CR CRLF", "a\r\r\nb", "a\r\n\r\nb\r\n");
        row("LF CR", "a\n\rb", "a\r\n\r\nb\r\n");
        row("empty lines", "\r\n\r\n\n\n", "\r\n\r\n\r\n\r\n");
    }
    void dotsAreDoubledAndLinesEndInCrlf()
    {
        QFETCH(QByteArray, message);
        QFETCH(QByteArray, encoded);
        // However the message is cut, the result is the same.
        for (std::size_t pieceSize = 1; pieceSize <= 8; ++pieceSize)
            QCOMPARE(encodeInPieces(message.toStdString(), pieceSize), encoded.toStdString());
    }

    void aDotIsDoubledAtEveryAlignment()
    {
        for (std::size_t before = 0; before < 40; ++before) {
            for (std::size_t pieceSize = 1; pieceSize < 45; ++pieceSize) {
                const std::string text(before, 'x');
                QCOMPARE(encodeInPieces(text + "\r\n.\r\n.y\r\n", pieceSize),
                         text + "\r\n..\r\n..y\r\n");
            }
        }
    }
};

QTEST_GUILESS_MAIN(DataEncoderTest)
#include "DataEncoderTest.moc"
