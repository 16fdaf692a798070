// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/BodyParts.h"
#include "imap/Tokenizer.h"
#include "mime/Initialise.h"

#include <QTest>

namespace {

imap::BodyStructure parsed(const QByteArray &text)
{
    imap::RawResponse response;
    response.pieces = {text.toStdString()};
    imap::Tokenizer tokens(response);
    auto structure = imap::BodyStructure::parse(tokens);
    if (!structure)
        qFatal("not a BODYSTRUCTURE");
    return std::move(*structure);
}

/// "text=1 html=2 [3 a.pdf application/pdf 730 inline cid]…"
QByteArray described(const mail::BodyParts &parts)
{
    std::string text;
    if (parts.text != nullptr)
        text += "text=" + parts.text->partNumber.text() + ' ';
    if (parts.html != nullptr)
        text += "html=" + parts.html->partNumber.text() + ' ';
    for (const auto &attachment : parts.attachments) {
        text += '[' + attachment.partNumber + ' ' + attachment.fileName + ' '
                + attachment.contentType + ' ' + std::to_string(attachment.size)
                + (attachment.isInline ? " inline" : "")
                + (attachment.kind == mail::Attachment::Kind::File
                       ? std::string()
                       : ' ' + std::string(nameOf(attachment.kind)))
                + (attachment.contentId.empty() ? "" : " cid:" + attachment.contentId) + ']';
    }
    return QByteArray::fromStdString(text).trimmed();
}

const char *const plain = R"(("TEXT" "PLAIN" ("CHARSET" "utf-8") NIL NIL "7BIT" 5 1 NIL NIL NIL))";
const char *const html =
    R"(("TEXT" "HTML" ("CHARSET" "utf-8") NIL NIL "QUOTED-PRINTABLE" 50 2 NIL NIL NIL))";
const char *const pdf =
    R"(("APPLICATION" "PDF" ("NAME" "x.pdf") NIL NIL "BASE64" 780 NIL ("ATTACHMENT" ("FILENAME*" "utf-8''%C3%9C.pdf")) NIL))";
const char *const picture =
    R"(("IMAGE" "PNG" ("NAME" "logo.png") "<logo@x>" NIL "BASE64" 78 NIL ("INLINE" NIL) NIL))";

QByteArray multipart(const QByteArrayList &children, const char *subtype)
{
    return '(' + children.join() + " \"" + subtype + "\" (\"BOUNDARY\" \"b\") NIL NIL)";
}

} // namespace

class BodyPartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { mime::initialise(); }

    void theDisplayedTextIsFoundAndTheRestIsListed_data()
    {
        QTest::addColumn<QByteArray>("structure");
        QTest::addColumn<QByteArray>("parts");
        const auto row = [](const char *name, const QByteArray &structure,
                            const QByteArray &parts) { QTest::newRow(name) << structure << parts; };
        row("ML-21 single text/plain", plain, "text=1");
        row("ML-21 single text/html", html, "html=1");
        row("ML-21 text without a subtype", R"(("TEXT" "" NIL NIL NIL "7BIT" 5 1))", "text=1");
        row("a single text with a name is the message",
            R"(("TEXT" "PLAIN" ("NAME" "a.txt") NIL NIL "7BIT" 5 1 NIL NIL NIL))", "text=1");
        row("a single attachment",
            R"(("TEXT" "PLAIN" NIL NIL NIL "7BIT" 5 1 NIL ("ATTACHMENT" NIL) NIL))",
            "[1 part-1 text/plain 5]");
        row("alternative", multipart({plain, html}, "ALTERNATIVE"), "text=1 html=2");
        row("mixed", multipart({plain, pdf}, "MIXED"), "text=1 [2 Ü.pdf application/pdf 570]");
        row("mixed, alternative, related",
            multipart(
                {multipart({plain, multipart({html, picture}, "RELATED")}, "ALTERNATIVE"), pdf},
                "MIXED"),
            "text=1.1 html=1.2.1 [1.2.2 logo.png image/png 57 inline picture cid:logo@x]"
            "[2 Ü.pdf application/pdf 570]");
        row("the second text of a mixed is listed", multipart({plain, plain}, "MIXED"),
            "text=1 [2 part-2 text/plain 5]");
        row("the footer that a mailing list puts behind HTML is listed",
            multipart({html, plain}, "MIXED"), "html=1 [2 part-2 text/plain 5]");
        row("alternative in the other order", multipart({html, plain}, "ALTERNATIVE"),
            "text=2 html=1");
        row("alternative in the other order, with a picture",
            multipart({multipart({html, picture}, "RELATED"), plain}, "ALTERNATIVE"),
            "text=2 html=1.1 [1.2 logo.png image/png 57 inline picture cid:logo@x]");
        row("a text beside the root of related is listed", multipart({html, plain}, "RELATED"),
            "html=1 [2 part-2 text/plain 5 inline]");
        row("a text file",
            multipart(
                {plain, R"(("TEXT" "HTML" ("NAME" "x.html") NIL NIL "7BIT" 5 1 NIL NIL NIL))"},
                "MIXED"),
            "text=1 [2 x.html text/html 5]");
        row("ML-12 an HTML attachment is no text",
            multipart(
                {plain, R"(("TEXT" "HTML" NIL NIL NIL "7BIT" 5 1 NIL ("ATTACHMENT" NIL) NIL))"},
                "MIXED"),
            "text=1 [2 part-2 text/html 5]");
        row("ML-40 a calendar is an attachment",
            multipart({plain, R"(("TEXT" "CALENDAR" ("METHOD" "REQUEST") NIL NIL "7BIT" 5 1))"},
                      "ALTERNATIVE"),
            "text=1 [2 part-2 text/calendar 5]");
        row("ML-38 TNEF",
            multipart(
                {plain,
                 R"(("APPLICATION" "MS-TNEF" ("NAME" "winmail.dat") NIL NIL "BASE64" 78 NIL NIL NIL))"},
                "MIXED"),
            "text=1 [2 winmail.dat application/ms-tnef 57 tnef]");
        row("ML-38 S/MIME",
            R"(("APPLICATION" "PKCS7-MIME" ("NAME" "smime.p7m") NIL NIL "BASE64" 78 NIL NIL NIL))",
            "[1 smime.p7m application/pkcs7-mime 57 smime_encrypted]");
        row("ML-38 TNEF that says it is some bytes",
            multipart(
                {plain,
                 R"(("APPLICATION" "OCTET-STREAM" ("NAME" "Winmail.DAT") NIL NIL "BASE64" 78 NIL NIL NIL))"},
                "MIXED"),
            "text=1 [2 Winmail.DAT application/octet-stream 57 tnef]");
        row("ML-38 S/MIME, signed only",
            R"(("APPLICATION" "X-PKCS7-MIME" ("SMIME-TYPE" "Signed-Data" "NAME" "smime.p7m") NIL NIL "BASE64" 78 NIL NIL NIL))",
            "[1 smime.p7m application/x-pkcs7-mime 57 smime_signed]");
        row("ML-38 TNEF by its other type",
            multipart(
                {plain,
                 R"(("APPLICATION" "VND.MS-TNEF" ("NAME" "x.dat") NIL NIL "BASE64" 78 NIL NIL NIL))"},
                "MIXED"),
            "text=1 [2 x.dat application/vnd.ms-tnef 57 tnef]");
        row("ML-38 S/MIME, encrypted",
            R"(("APPLICATION" "PKCS7-MIME" ("SMIME-TYPE" "enveloped-data" "NAME" "smime.p7m") NIL NIL "BASE64" 78 NIL NIL NIL))",
            "[1 smime.p7m application/pkcs7-mime 57 smime_encrypted]");
        row("ML-38 S/MIME, encrypted and authenticated",
            R"(("APPLICATION" "PKCS7-MIME" ("SMIME-TYPE" "authEnveloped-data") NIL NIL "BASE64" 78 NIL NIL NIL))",
            "[1 part-1 application/pkcs7-mime 57 smime_encrypted]");
        row("S/MIME certificates are neither encrypted nor a signed message",
            R"(("APPLICATION" "PKCS7-MIME" ("SMIME-TYPE" "certs-only" "NAME" "smime.p7c") NIL NIL "BASE64" 78 NIL NIL NIL))",
            "[1 smime.p7c application/pkcs7-mime 57]");
        row("an S/MIME message that is only compressed",
            R"(("APPLICATION" "PKCS7-MIME" ("SMIME-TYPE" "compressed-data" "NAME" "smime.p7z") NIL NIL "BASE64" 78 NIL NIL NIL))",
            "[1 smime.p7z application/pkcs7-mime 57]");
        row("ML-38 S/MIME that says it is some bytes",
            R"(("APPLICATION" "OCTET-STREAM" ("NAME" "SMIME.P7M") NIL NIL "BASE64" 78 NIL NIL NIL))",
            "[1 SMIME.P7M application/octet-stream 57 smime_encrypted]");
        row("ML-38 an S/MIME signature that says it is some bytes",
            multipart(
                {plain,
                 R"(("APPLICATION" "OCTET-STREAM" ("NAME" "smime.p7s") NIL NIL "BASE64" 78 NIL NIL NIL))"},
                "SIGNED"),
            "text=1 [2 smime.p7s application/octet-stream 57 smime_signature]");
        row("ML-38 an S/MIME signature of older programs",
            multipart(
                {plain,
                 R"(("APPLICATION" "X-PKCS7-SIGNATURE" NIL NIL NIL "BASE64" 78 NIL NIL NIL))"},
                "SIGNED"),
            "text=1 [2 part-2 application/x-pkcs7-signature 57 smime_signature]");
        row("ML-38 an S/MIME signature",
            multipart(
                {plain,
                 R"(("APPLICATION" "PKCS7-SIGNATURE" ("NAME" "smime.p7s") NIL NIL "BASE64" 78 NIL NIL NIL))"},
                "SIGNED"),
            "text=1 [2 smime.p7s application/pkcs7-signature 57 smime_signature]");
        row("a key",
            multipart(
                {plain,
                 R"(("APPLICATION" "PGP-KEYS" ("NAME" "key.asc") NIL NIL "7BIT" 9 NIL NIL NIL))"},
                "MIXED"),
            "text=1 [2 key.asc application/pgp-keys 9 pgp_keys]");
        row("ML-38 PGP/MIME",
            multipart(
                {R"(("APPLICATION" "PGP-ENCRYPTED" NIL NIL NIL "7BIT" 11 NIL NIL NIL))",
                 R"(("APPLICATION" "OCTET-STREAM" ("NAME" "encrypted.asc") NIL NIL "7BIT" 9 NIL ("INLINE" NIL) NIL))"},
                "ENCRYPTED"),
            "[1 part-1 application/pgp-encrypted 11 pgp_control]"
            "[2 encrypted.asc application/octet-stream 9 inline pgp_encrypted]");
        row("signed",
            multipart(
                {multipart({plain, html}, "ALTERNATIVE"),
                 R"(("APPLICATION" "PGP-SIGNATURE" ("NAME" "signature.asc") NIL NIL "7BIT" 9 NIL NIL NIL))"},
                "SIGNED"),
            "text=1.1 html=1.2 [2 signature.asc application/pgp-signature 9 pgp_signature]");
        row("a forwarded message is one attachment, named after its subject",
            multipart(
                {plain,
                 R"(("MESSAGE" "RFC822" NIL NIL NIL "7BIT" 900 (NIL "=?utf-8?q?=C3=9Cber/x?=" NIL NIL NIL NIL NIL NIL NIL NIL) ("TEXT" "PLAIN" NIL NIL NIL "7BIT" 5 1) 20))"},
                "MIXED"),
            "text=1 [2 x.eml message/rfc822 900 message]");
        row("a report",
            multipart(
                {plain, R"(("MESSAGE" "DELIVERY-STATUS" NIL NIL NIL "7BIT" 200 NIL NIL NIL))"},
                "REPORT"),
            "text=1 [2 part-2 message/delivery-status 200]");
        row("ML-10 a path as a name",
            multipart(
                {plain,
                 R"(("APPLICATION" "PDF" ("NAME" "..\\..\\evil.pdf") NIL NIL "BASE64" 78 NIL NIL NIL))"},
                "MIXED"),
            "text=1 [2 evil.pdf application/pdf 57]");
    }
    void theDisplayedTextIsFoundAndTheRestIsListed()
    {
        QFETCH(QByteArray, structure);
        QFETCH(QByteArray, parts);
        const auto tree = parsed(structure);
        QCOMPARE(described(mail::chooseBodyParts(tree, 100)), parts);
    }

    void veryManyAttachmentsAreCounted() // ML-03
    {
        QByteArrayList children = {plain};
        for (int i = 0; i < 5000; ++i)
            children.append(pdf);
        const auto tree = parsed(multipart(children, "MIXED"));
        const auto parts = mail::chooseBodyParts(tree, 200);
        QCOMPARE(parts.attachments.size(), std::size_t(200));
        QCOMPARE(parts.attachmentTotal, std::size_t(5000));
    }
};

QTEST_GUILESS_MAIN(BodyPartsTest)
#include "BodyPartsTest.moc"
