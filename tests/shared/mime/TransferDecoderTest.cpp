// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/TransferDecoder.h"

#include <QTest>

namespace {

std::string decodeInPieces(std::string_view encoded, std::string_view encoding, std::size_t size)
{
    mime::TransferDecoder decoder(encoding);
    std::string result;
    for (std::size_t i = 0; i < encoded.size(); i += size)
        result += decoder.decode(encoded.substr(i, size));
    return result + decoder.finish();
}

} // namespace

class TransferDecoderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void howeverAPartIsCutItSaysTheSame_data() // ML-14
    {
        QTest::addColumn<QByteArray>("encoding");
        QTest::addColumn<QByteArray>("encoded");
        const auto row = [](const char *name, const char *encoding, const QByteArray &encoded) {
            QTest::newRow(name) << QByteArray(encoding) << encoded;
        };
        row("base64", "base64", "SGVsbG8sIHdv\r\ncmxkIQ==\r\n");
        row("base64 without padding", "BASE64", "SGVsbG8sIHdv\r\ncmxkIQ");
        row("base64 with one character too many", "base64", "SGVsbG8sI");
        row("base64 with garbage", "base64", "SG#Vs bG8s\1IHdv~cmxk IQ=!=");
        row("base64 with a footer", "base64", "SGVsbG8=\r\n-- \r\nmailing list\r\n");
        row("base64 with bits left over", "base64", "SGVsbG9=");
        row("quoted-printable", "quoted-printable", "a=3Db=\r\nc =20\r\n=C3=BC=\n=e2=82=ac");
        row("soft breaks with blanks", "quoted-printable", "a= \t \r\nb=\t\nc=");
        row("soft break of a lone CR", "quoted-printable", "a=\rb= \rc=\r\n\r\nd");
        row("escapes that are none", "quoted-printable",
            QByteArrayLiteral("a=zz=4=x =4g== =\0b= \t= =\r=3"));
        row("8bit", "8bit", "caf\xc3\xa9 =41\r\n");
        row("unknown", "x-none", "SGVsbG8=");
        row("uuencode", "x-uuencode",
            "text before\r\nbegin 644 a\r\n#0V%T\r\n\"0V$ \r\n`\r\nend\r\nafter\r\n");
        row("uuencode that goes on", "uuencode", "begin 644 a\n#0V%T\n#0V%T");
        row("uuencode without a begin", "uuencode", "#0V%T\nend\n");
    }
    void howeverAPartIsCutItSaysTheSame()
    {
        QFETCH(QByteArray, encoding);
        QFETCH(QByteArray, encoded);
        const auto text = encoded.toStdString();
        const auto name = encoding.toStdString();
        const auto whole = mime::decodeTransfer(text, name, text.size()).bytes;
        QVERIFY(!whole.empty());
        for (std::size_t size = 1; size <= text.size(); ++size)
            QCOMPARE(decodeInPieces(text, name, size), whole);
    }

    void nothingPilesUp() // ML-14
    {
        const std::string blanks(100UL * 1024, ' ');
        QCOMPARE(decodeInPieces("=" + blanks + "x", "quoted-printable", 4096).size(),
                 blanks.size() + 2);
        QCOMPARE(decodeInPieces(blanks, "uuencode", 4096).size(), blanks.size());
        QCOMPARE(decodeInPieces("begin 644 a\n" + blanks, "uuencode", 4096), std::string());
    }
};

QTEST_APPLESS_MAIN(TransferDecoderTest)
#include "TransferDecoderTest.moc"
