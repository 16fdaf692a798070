// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/MessageBuilder.h"

#include "mime/Initialise.h"

#include <QHostInfo>
#include <QProcess>
#include <QTest>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>

using mime::Address;
using mime::MessageContent;
using nlohmann::json;

namespace {

MessageContent sample()
{
    MessageContent content;
    content.from = {.name = "Alice Example", .address = "alice@example.test"};
    content.to = {{.name = "", .address = "bob@example.test"}};
    content.subject = "Hello";
    content.date = std::chrono::sys_seconds(std::chrono::seconds(1795799647));
    content.messageId = "<id@example.test>";
    content.boundary = "b0undary-";
    content.text = "Hi Bob\n";
    return content;
}

QByteArray repeated(const char *text, int count)
{
    return QByteArray(text).repeated(count);
}

/// Python's email package.
class Witness
{
public:
    void start()
    {
        m_python.start(QStringLiteral(PYTHON),
                       {QStringLiteral("-I"), QStringLiteral("-B"), QStringLiteral(WITNESS)});
    }

    /// What it makes of a message.
    json read(const std::string &message)
    {
        m_python.write(QByteArray::number(static_cast<qlonglong>(message.size())) + "\n");
        m_python.write(QByteArray::fromStdString(message));
        while (!m_python.canReadLine()) {
            if (!m_python.waitForReadyRead())
                qFatal("python: %s", m_python.readAllStandardError().constData());
        }
        return json::parse(m_python.readLine().toStdString());
    }

    void stop()
    {
        m_python.closeWriteChannel();
        m_python.waitForFinished();
    }

private:
    QProcess m_python;
};

/// For QCOMPARE, which would try to print JSON in its own way.
QByteArray written(const json &value)
{
    return QByteArray::fromStdString(value.dump());
}

QByteArray written(const std::vector<Address> &addresses)
{
    auto list = json::array();
    for (const auto &address : addresses)
        list.push_back({address.name, address.address});
    return written(list);
}

/// With line ends as Python writes them.
QByteArray textOf(const json &part)
{
    return QByteArray::fromStdString(part["text"]).replace("\r\n", "\n");
}

/// So that one ends wherever an encoder may break a line.
std::string linesOfEveryLength()
{
    std::string text = "ä";
    for (std::size_t length = 1; length < 200; ++length)
        text += std::string(length, 'x') + "\n\n";
    return text;
}

/// Lines and bytes as every message must have them.
void verifyForm(const std::string &message)
{
    std::size_t begin = 0;
    while (begin < message.size()) {
        const auto end = message.find('\n', begin);
        QVERIFY2(end != std::string::npos && end > 0 && message[end - 1] == '\r', "ends with CRLF");
        const auto line = message.substr(begin, end - 1 - begin);
        QVERIFY(line.size() <= 998);
        QVERIFY2(line.find('\r') == std::string::npos, "no lone CR");
        begin = end + 1;
    }
    QVERIFY(QByteArray::fromStdString(message).isValidUtf8());
    QVERIFY(message.find('\0') == std::string::npos);
}

} // namespace

class MessageBuilderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        mime::initialise();
        m_witness.start();
    }
    void cleanupTestCase() { m_witness.stop(); }

    void aPlainMessageReadsAsAPersonWouldWriteIt()
    {
        auto content = sample();
        content.cc = {{.name = "Carol (Sales)", .address = "carol@example.test"}};
        content.inReplyTo = "<a@x>";
        content.references = {"<0@x>", "<a@x>"};
        const auto built = mime::buildMessage(content);
        QVERIFY(built);
        QCOMPARE(QByteArray::fromStdString(built->withoutBcc()),
                 QByteArray("Date: Fri, 27 Nov 2026 17:14:07 +0000\r\n"
                            "From: Alice Example <alice@example.test>\r\n"
                            "To: bob@example.test\r\n"
                            "Cc: \"Carol (Sales)\" <carol@example.test>\r\n"
                            "Subject: Hello\r\n"
                            "Message-ID: <id@example.test>\r\n"
                            "In-Reply-To: <a@x>\r\n"
                            "References: <0@x> <a@x>\r\n"
                            "MIME-Version: 1.0\r\n"
                            "Content-Type: text/plain; charset=utf-8\r\n"
                            "Content-Transfer-Encoding: 7bit\r\n"
                            "\r\n"
                            "Hi Bob\r\n"));
        QCOMPARE(built->withBcc(), built->withoutBcc());
    }

    void bccIsInOurOwnCopyOnly()
    {
        auto content = sample();
        content.bcc = {{.name = "Dan", .address = "dan@example.test"}};
        const auto built = mime::buildMessage(content);
        QVERIFY(built);
        QVERIFY(built->withoutBcc().find("Bcc") == std::string::npos);
        QVERIFY(built->withoutBcc().find("dan@") == std::string::npos);
        const auto read = m_witness.read(built->withBcc());
        QCOMPARE(written(read["bcc"]), written(content.bcc));
        QCOMPARE(written(read["parts"]), written(m_witness.read(built->withoutBcc())["parts"]));
    }

    void aWitnessReadsEverySubject_data()
    {
        QTest::addColumn<QByteArray>("subject");
        const auto row = [](const char *name, const QByteArray &subject) {
            QTest::newRow(name) << subject;
        };
        row("empty", "");
        row("one word", "Hello");
        row("blanks", "a  b   c");
        row("colons", "Re: Re: Fwd: x:y");
        row("ends with a colon", "Re:");
        row("umlauts", "Übergrößenträger für Grüße");
        row("Japanese", "四半期報告書の件について");
        row("emoji", repeated("🎉👩‍👩‍👧‍👦", 40));
        row("long ASCII", repeated("word ", 60) + "end");
        row("long without a blank", repeated("x", 500));
        row("long and mixed", repeated("grün und blue, ", 40) + "Ende");
        row("looks encoded", "=?utf-8?Q?=41?= is not A");
        row("question marks", "what? =?");
        row("blank and umlaut at the seam", repeated("ä ", 60) + "ö");
        row("quotes", "\"quoted\" \\ and 'single'");
        row("two thousand bytes", repeated("ÄÖ", 500));
    }
    void aWitnessReadsEverySubject()
    {
        QFETCH(QByteArray, subject);
        auto content = sample();
        content.subject = subject.toStdString();
        const auto built = mime::buildMessage(content);
        QVERIFY(built);
        const auto message = built->withoutBcc();
        verifyForm(message);
        for (const auto &line : QByteArray::fromStdString(message).split('\n'))
            QVERIFY2(line.size() <= 80, line.constData());
        const auto read = m_witness.read(message);
        QCOMPARE(QByteArray::fromStdString(read["subject"]), subject);
        QCOMPARE(written(read["defects"]), QByteArray("[]"));
    }

    void aWitnessReadsEveryAddress_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("address");
        const auto row = [](const char *title, const QByteArray &name, const QByteArray &address) {
            QTest::newRow(title) << name << address;
        };
        row("bare", "", "a@x.test");
        row("atoms", "Alice B Example", "a@x.test");
        row("comma", "Example, Alice", "a@x.test");
        row("quotes", "Alice \"the \\ boss\"", "a@x.test");
        row("dot", "Dr. A.", "a@x.test");
        row("umlauts", "Jürgen Müller", "a@x.test");
        row("umlauts and specials", "Müller, \"Jürgen\" <x@y> (a)", "a@x.test");
        row("Japanese", "山田太郎", "yamada@x.test");
        row("long ASCII", repeated("Name ", 30) + "End", "a@x.test");
        row("long and not ASCII", repeated("Näme", 40), "a@x.test");
        row("looks encoded", "=?utf-8?Q?=41?=", "a@x.test");
        row("quoted local part", "", "\"a b\"@x.test");
        row("address literal", "", "a@[192.0.2.1]");
        row("A-label", "Bücher", "a@xn--bcher-kva.test");
        row("UTF-8 local part", "", "jürgen@x.test");
    }
    void aWitnessReadsEveryAddress()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, address);
        const Address one{.name = name.toStdString(), .address = address.toStdString()};
        auto content = sample();
        content.to = {one};
        content.cc = {one, {.name = "Other", .address = "other@x.test"}, one, one};
        if (one.address.find("\xc3") == std::string::npos)
            content.from = one;
        const auto built = mime::buildMessage(content);
        QVERIFY(built);
        verifyForm(built->withoutBcc());
        const auto read = m_witness.read(built->withoutBcc());
        QCOMPARE(written(read["to"]), written(content.to));
        QCOMPARE(written(read["cc"]), written(content.cc));
        QCOMPARE(written(read["from"]), written({content.from}));
    }

    void aWitnessReadsEveryText_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *name, const QByteArray &text) {
            QTest::newRow(name) << text;
        };
        row("one line", "Hi\n");
        row("no line end", "Hi");
        row("empty", "");
        row("blank lines", "a\n\n\nb\n");
        row("umlauts", "Grüße aus München\n");
        row("Japanese", repeated("四半期報告書\n", 50));
        row("emoji", repeated("🎉", 200));
        row("ML-43 lone dots", ".\n..\n.hidden\nMAIL FROM:<x>\n");
        row("ML-43 smuggling", "a\r\n.\r\nMAIL FROM:<x@y>\r\n\n.\n\r.\r");
        row("SM lone CR and LF", "a\rb\nc\r\nd\n\re");
        row("From at a line's beginning", "From here\nFrom there\n");
        row("blanks at line ends", "a  \nb\t\n  \n");
        row("blanks and umlauts", "ä  \nö\t\n  ü \n");
        row("equals signs", "a=b =\n=3D ä=C3\n");
        row("control characters", "a\x1b[31mb\x07\x7f\n");
        row("lines of every length", QByteArray::fromStdString(linesOfEveryLength()));
        row("a line of 998", repeated("x", 998));
        row("a line of 999", repeated("x", 999));
        row("a line of 100,000", repeated("long words ", 10000));
        row("umlauts over many buffers", repeated("ä b  c = d.\n", 5000));
        row("looks like a boundary", "--=_x\n--\n");
    }
    void aWitnessReadsEveryText()
    {
        QFETCH(QByteArray, text);
        auto content = sample();
        content.text = text.toStdString();
        content.html = "<p>" + content.text + "</p>";
        content.attachments = {
            {.fileName = "a.txt", .contentType = "text/plain", .bytes = "x\r\ny"}};
        const auto built = mime::buildMessage(content);
        QVERIFY(built);
        verifyForm(built->withoutBcc());
        const auto read = m_witness.read(built->withoutBcc());
        QCOMPARE(written(read["defects"]), QByteArray("[]"));
        const auto &parts = read["parts"];
        QCOMPARE(parts.size(), std::size_t{3});
        auto expected = QByteArray(text).replace("\r\n", "\n").replace('\r', '\n');
        const auto ended = [](const QByteArray &lines) {
            return lines.isEmpty() || lines.endsWith('\n') ? lines : lines + '\n';
        };
        QCOMPARE(textOf(parts[0]), ended(expected));
        QCOMPARE(textOf(parts[1]).replace("\r\n", "\n"), ended("<p>" + expected + "</p>"));
    }

    void theStructureFollowsFromWhatThereIs()
    {
        auto content = sample();
        const auto structure = [&] {
            const auto built = mime::buildMessage(content);
            return built ? written(m_witness.read(built->withoutBcc())["structure"]) : QByteArray();
        };
        QCOMPARE(structure(), written(json({"text/plain"})));
        content.html = "<p>Hi</p>";
        QCOMPARE(structure(), written(json({"multipart/alternative", "text/plain", "text/html"})));
        content.attachments = {{.fileName = "a", .contentType = "image/png", .bytes = "x"}};
        QCOMPARE(structure(), written(json({"multipart/mixed", "multipart/alternative",
                                            "text/plain", "text/html", "image/png"})));
        content.html.reset();
        QCOMPARE(structure(), written(json({"multipart/mixed", "text/plain", "image/png"})));
    }

    void aWitnessReadsEveryAttachment_data()
    {
        QTest::addColumn<QByteArray>("fileName");
        QTest::addColumn<QByteArray>("contentType");
        QTest::addColumn<QByteArray>("shownName");
        QTest::addColumn<QByteArray>("shownType");
        const auto row = [](const char *name, const char *type, const char *shownName,
                            const char *shownType) {
            QTest::newRow(name) << QByteArray(name) << QByteArray(type) << QByteArray(shownName)
                                << QByteArray(shownType);
        };
        row("a.pdf", "application/pdf", "a.pdf", "application/pdf");
        row("Übersicht 日本.pdf", "APPLICATION/PDF", "Übersicht 日本.pdf", "application/pdf");
        row("100% a'b;c=d, e.txt", "application/x", "100% a'b;c=d, e.txt", "application/x");
        row("a\r\nX: y.txt", "text/plain\r\nX: y", "aX_ y.txt", "application/octet-stream");
        row("../../etc/passwd", "multipart/mixed", "passwd", "application/octet-stream");
        row("m.eml", "message/rfc822", "m.eml", "application/octet-stream");
        const QByteArray name = repeated("ä", 120) + ".txt";
        QTest::newRow("long") << name << QByteArray("text/html") << name << QByteArray("text/html");
    }
    void aWitnessReadsEveryAttachment()
    {
        QFETCH(QByteArray, fileName);
        QFETCH(QByteArray, contentType);
        QFETCH(QByteArray, shownName);
        QFETCH(QByteArray, shownType);
        std::string bytes = "\r\n.\r\n\n\r--";
        for (int i = 0; i < 1000; ++i)
            bytes += static_cast<char>(i);
        auto content = sample();
        content.attachments = {{.fileName = fileName.toStdString(),
                                .contentType = contentType.toStdString(),
                                .bytes = bytes}};
        const auto built = mime::buildMessage(content);
        QVERIFY(built);
        verifyForm(built->withoutBcc());
        const auto read = m_witness.read(built->withoutBcc());
        const auto &part = read["parts"][1];
        QCOMPARE(QByteArray::fromStdString(part["filename"]), shownName);
        QCOMPARE(QByteArray::fromStdString(part["type"]), shownType);
        QCOMPARE(part["disposition"].get<std::string>(), std::string("attachment"));
        if (!shownType.startsWith("text/"))
            QCOMPARE(QByteArray::fromHex(QByteArray::fromStdString(part["hex"])),
                     QByteArray::fromStdString(bytes));
        QCOMPARE(written(read["defects"]), QByteArray("[]"));
    }

    void longReferencesAreFolded()
    {
        auto content = sample();
        for (int i = 0; i < 100; ++i)
            content.references.push_back("<" + std::to_string(i) + "@some.long.host.example>");
        const auto built = mime::buildMessage(content);
        QVERIFY(built);
        verifyForm(built->withoutBcc());
        const auto read = m_witness.read(built->withoutBcc());
        QCOMPARE(std::ranges::count(read["references"].get<std::string>(), '@'), 100);
    }

    // TA-08, M-17: the last line of defence, whoever calls.
    void headersCannotBeInjected_data()
    {
        QTest::addColumn<QByteArray>("bad");
        QTest::newRow("CRLF") << QByteArray("s\r\nBcc: e@y");
        QTest::newRow("LF") << QByteArray("s\nX: y");
        QTest::newRow("CR") << QByteArray("s\rX: y");
        QTest::newRow("NUL") << QByteArray("s\0x", 3);
        QTest::newRow("tabulator") << QByteArray("a\tb");
        QTest::newRow("escape") << QByteArray("a\x1b[0m");
        QTest::newRow("DEL") << QByteArray("a\x7f");
        QTest::newRow("NEL") << QByteArray("a\xc2\x85z");
        QTest::newRow("U+2028") << QByteArray("a\u2028b");
        QTest::newRow("U+2029") << QByteArray("a\u2029b");
        QTest::newRow("no UTF-8") << QByteArray("a\xff");
    }
    void headersCannotBeInjected()
    {
        QFETCH(QByteArray, bad);
        const auto refused = [this](const std::function<void(MessageContent &)> &change) {
            auto content = sample();
            change(content);
            const auto built = mime::buildMessage(content);
            return !built && built.error().kind == core::ErrorKind::InvalidArgument
                   && built.error().message.find('\n') == std::string::npos;
        };
        const auto text = bad.toStdString();
        QVERIFY(refused([&](auto &content) { content.subject = text; }));
        QVERIFY(refused([&](auto &content) { content.from.name = text; }));
        QVERIFY(refused([&](auto &content) { content.to.front().name = text; }));
        QVERIFY(refused([&](auto &content) { content.to.front().address = text; }));
        QVERIFY(refused([&](auto &content) { content.cc = {{.name = text, .address = "a@x"}}; }));
        QVERIFY(refused([&](auto &content) { content.bcc = {{.name = text, .address = "a@x"}}; }));
        QVERIFY(refused([&](auto &content) { content.inReplyTo = "<" + text + "@x>"; }));
        QVERIFY(refused([&](auto &content) { content.references = {"<" + text + "@x>"}; }));
    }

    void anythingButAMessageIdIsRefused_data()
    {
        QTest::addColumn<QByteArray>("id");
        for (const char *id : {"a@x", "<a>", "<@x>", "<a@>", "<a b@x>", "<a@x", "<a@x> <b@x>",
                               "<ä@x>", "<a@x,y>", "<>"})
            QTest::newRow(id) << QByteArray(id);
        QTest::newRow("long") << "<" + repeated("x", 900) + "@x>";
    }
    void anythingButAMessageIdIsRefused()
    {
        QFETCH(QByteArray, id);
        auto content = sample();
        content.inReplyTo = id.toStdString();
        QVERIFY(!mime::buildMessage(content));
        content = sample();
        content.references = {"<a@x>", id.toStdString()};
        QVERIFY(!mime::buildMessage(content));
    }

    void onlyABoundaryIsOne_data()
    {
        QTest::addColumn<QByteArray>("boundary");
        for (const char *boundary : {"", "a b", "a\r\nb", "a\"b", "ä", "a="})
            QTest::newRow(boundary) << QByteArray(boundary);
        QTest::newRow("long") << repeated("x", 51);
    }
    void onlyABoundaryIsOne()
    {
        QFETCH(QByteArray, boundary);
        auto content = sample();
        content.boundary = boundary.toStdString();
        const auto built = mime::buildMessage(content);
        QVERIFY(!built);
        QCOMPARE(built.error().kind, core::ErrorKind::Internal);
    }

    void aNulInATextIsRefused()
    {
        auto content = sample();
        content.text = std::string("a\0b", 3);
        QVERIFY(!mime::buildMessage(content));
        content = sample();
        content.html = std::string("a\0b", 3);
        QVERIFY(!mime::buildMessage(content));
    }

    void nothingTellsAboutThisMachineOrProgram()
    {
        auto content = sample();
        content.html = "<p>x</p>";
        content.attachments = {{.fileName = "a", .contentType = "image/png", .bytes = "x"}};
        const auto built = mime::buildMessage(content);
        QVERIFY(built);
        const auto message = QByteArray::fromStdString(built->withBcc()).toLower();
        const auto host = QHostInfo::localHostName().toUtf8().toLower();
        QVERIFY(host.size() < 3 || !message.contains(host));
        for (const char *trace : {"vmime", "mail_mcp", "mail mcp", "user-agent", "x-mailer", "qt"})
            QVERIFY2(!message.contains(trace), trace);
        QCOMPARE(written(m_witness.read(built->withBcc())["fields"]),
                 written(json({"Date", "From", "To", "Subject", "Message-ID", "MIME-Version",
                               "Content-Type"})));
    }

private:
    Witness m_witness;
};

QTEST_GUILESS_MAIN(MessageBuilderTest)
#include "MessageBuilderTest.moc"
