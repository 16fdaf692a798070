// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/Response.h"

#include "RawLines.h"
#include "imap/Date.h"

#include <QTest>

using namespace imap;

namespace {

core::Result<Response> parse(std::string_view text, NameEncoding names = NameEncoding::ModifiedUtf7)
{
    auto raw = rawOf(text);
    return parseResponse(raw, names, 1000);
}

template <typename Kind>
std::optional<Kind> parsed(std::string_view text)
{
    auto response = parse(text);
    if (!response)
        return std::nullopt;
    if constexpr (std::is_same_v<Kind, FetchResponse>) {
        if (auto *const fetched = std::get_if<std::unique_ptr<FetchResponse>>(&*response))
            return std::move(**fetched);
    } else if (auto *const kind = std::get_if<Kind>(&*response)) {
        return std::move(*kind);
    }
    return std::nullopt;
}

bool isProtocolError(std::string_view text)
{
    const auto response = parse(text);
    return !response && response.error().kind == core::ErrorKind::Protocol;
}

std::optional<BodyStructure> structureOf(std::string_view text)
{
    auto fetched =
        parsed<FetchResponse>("* 1 FETCH (UID 1 BODYSTRUCTURE " + std::string(text) + ")");
    return fetched && fetched->items.bodyStructure ? fetched->message.bodyStructure : std::nullopt;
}

using Condition = StatusLine::Condition;

} // namespace

class ResponseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsStatusLines()
    {
        const auto tagged = parsed<response::Tagged>("A3 OK [READ-WRITE] SELECT completed");
        QVERIFY(tagged);
        QCOMPARE(tagged->tag, std::string("A3"));
        QCOMPARE(tagged->status.condition, Condition::Ok);
        QCOMPARE(tagged->status.code, std::string("READ-WRITE"));
        QCOMPARE(tagged->status.text, std::string("SELECT completed"));

        QCOMPARE(parsed<response::Tagged>("A3 OK")->status.text, std::string());
        QCOMPARE(parsed<response::Tagged>("A3 no [Alert] x")->status.code, std::string("ALERT"));
        const auto flags = parsed<response::Status>("* OK [PERMANENTFLAGS (\\Seen a[1] \\*)] fine");
        QCOMPARE(flags->status.codeArguments, std::string("(\\Seen a[1] \\*)"));
        QCOMPARE(flags->status.text, std::string("fine"));
        // A literal in text for people is none.
        QCOMPARE(parsed<response::Status>("* NO see {5}")->status.text, std::string("see {5}"));
        QCOMPARE(parsed<response::Status>("* OK [never closed")->status.code, std::string());
        QCOMPARE(parsed<response::Status>("* BYE")->status.condition, Condition::Bye);
        QCOMPARE(parsed<response::Continuation>("+ go ahead")->text, std::string("go ahead"));
        QCOMPARE(parsed<response::Continuation>("+")->text, std::string());
    }

    void readsWhatSelectSays()
    {
        QCOMPARE(parsed<response::Exists>("* 172 EXISTS")->count, 172U);
        QCOMPARE(parsed<response::Exists>("* 0 exists")->count, 0U);
        QCOMPARE(parsed<response::Expunge>("* 44 EXPUNGE")->sequence, 44U);
        QCOMPARE(parsed<response::Flags>("* FLAGS (\\seen $Junk \"odd\")")->flags,
                 (std::vector<std::string>{"\\Seen", "$Junk", "odd"}));
        QVERIFY(parsed<Capabilities>("* CAPABILITY imap4rev1 AUTH=")->has("IMAP4REV1"));
    }

    void skipsWhatItDoesNotKnow_data()
    {
        QTest::addColumn<QByteArray>("line");
        for (const char *line :
             {"* VANISHED (EARLIER) 1:3", "* X-VENDOR {3}\r\nabc (a \"b\" (c))", "* 3 RECENT",
              "* NAMESPACE ((\"\" \"/\"", "* QUOTA \"\" (STORAGE 1)", "* QUOTAROOT INBOX \"\"",
              "* ID NIL", "* 99999999999999999999 FOO", "* THREAD (1 2)(3)", "* ",
              "* LIST () \"/\" \"\"", "* LSUB () \"/\" x"})
            QTest::newRow(QByteArray(line).simplified().constData()) << QByteArray(line);
    }
    void skipsWhatItDoesNotKnow()
    {
        QFETCH(QByteArray, line);
        QVERIFY(parsed<response::Other>(line.toStdString()));
    }

    void refusesWhatCannotBeTrusted_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("HTTP") << QByteArray("HTTP/1.1 400 Bad Request");
        QTest::newRow("SSH") << QByteArray("SSH-2.0-OpenSSH_9.2");
        QTest::newRow("garbage") << QByteArray("\x16\x03\x01\x02");
        QTest::newRow("no tag") << QByteArray(" OK done");
        QTest::newRow("star alone") << QByteArray("*");
        QTest::newRow("tagged BYE") << QByteArray("A1 BYE");
        QTest::newRow("EXISTS 2^32") << QByteArray("* 4294967296 EXISTS");
        QTest::newRow("EXPUNGE 0") << QByteArray("* 0 EXPUNGE");
        QTest::newRow("EXPUNGE 2^64") << QByteArray("* 18446744073709551616 EXPUNGE");
        QTest::newRow("FETCH 0") << QByteArray("* 0 FETCH (UID 1)");
        QTest::newRow("FETCH without list") << QByteArray("* 1 FETCH");
        QTest::newRow("FETCH not closed") << QByteArray("* 1 FETCH (UID 1");
        QTest::newRow("FETCH UID 0") << QByteArray("* 1 FETCH (UID 0)");
        QTest::newRow("FETCH UID 2^32") << QByteArray("* 1 FETCH (UID 4294967296)");
        QTest::newRow("FETCH open quote") << QByteArray("* 1 FETCH (X \"abc)");
        QTest::newRow("FETCH open section") << QByteArray("* 1 FETCH (BODY[1 NIL)");
        QTest::newRow("FETCH bad origin") << QByteArray("* 1 FETCH (BODY[1]<x> NIL)");
        QTest::newRow("FETCH literal {-1}") << QByteArray("* 1 FETCH (BODY[] {-1}");
        QTest::newRow("FETCH literal {+}") << QByteArray("* 1 FETCH (BODY[] {+}");
        QTest::newRow("100,000 parentheses")
            << QByteArray("* 1 FETCH (UID 1 X ") + QByteArray(100'000, '(');
        QTest::newRow("SEARCH 0") << QByteArray("* SEARCH 1 0");
        QTest::newRow("SEARCH 2^32") << QByteArray("* SEARCH 4294967296");
        QTest::newRow("SEARCH word") << QByteArray("* SEARCH 1 x");
        QTest::newRow("SEARCH mixed") << QByteArray("* SEARCH 1x");
        QTest::newRow("ESEARCH ALL *") << QByteArray("* ESEARCH UID ALL 1:*");
        QTest::newRow("ESEARCH ALL 0") << QByteArray("* ESEARCH UID ALL 0");
        QTest::newRow("ESEARCH COUNT") << QByteArray("* ESEARCH UID COUNT x");
        QTest::newRow("ESEARCH no tag") << QByteArray("* ESEARCH (TAG");
        QTest::newRow("LIST no attributes") << QByteArray("* LIST \"/\" x");
        QTest::newRow("STATUS no list") << QByteArray("* STATUS x");
        QTest::newRow("STATUS not closed") << QByteArray("* STATUS x (MESSAGES 1");
    }
    void refusesWhatCannotBeTrusted()
    {
        QFETCH(QByteArray, line);
        QVERIFY(isProtocolError(line.toStdString()));
    }

    void readsAFetchLine()
    {
        // RFC 9051 §7.5.2
        const auto fetched = parsed<FetchResponse>(
            "* 12 FETCH (FLAGS (\\seen $Forwarded) INTERNALDATE \"17-Jul-1996 02:44:25 -0700\" "
            "RFC822.SIZE 4286 UID 99 MODSEQ (624140003) ENVELOPE (\"Wed, 17 Jul 1996 02:23:25 "
            "-0700 (PDT)\" {9}\r\nIMAP \"WG\" ((\"Terry Gray\" NIL \"gray\" "
            "\"cac.washington.edu\"))"
            "((\"Terry Gray\" NIL \"gray\" \"cac.washington.edu\")) ((\"Terry Gray\" NIL \"gray\" "
            "\"cac.washington.edu\")) ((NIL NIL \"imap\" \"cac.washington.edu\") (NIL NIL "
            "\"minutes\""
            " \"CNRI.Reston.VA.US\")) NIL \"\" NIL \"<B27397@cac.washington.edu>\"))");
        QVERIFY(fetched);
        const auto &message = fetched->message;
        QCOMPARE(message.sequence, 12U);
        QCOMPARE(message.uid, 99U);
        QCOMPARE(message.size, 4286U);
        QCOMPARE(message.flags, (std::vector<std::string>{"\\Seen", "$Forwarded"}));
        QVERIFY(message.hasFlag("\\SEEN"));
        QVERIFY(!message.hasFlag("\\Deleted"));
        using namespace std::chrono;
        QVERIFY(message.internalDate
                == sys_seconds(sys_days(1996y / July / 17) + 9h + 44min + 25s));
        QVERIFY(message.envelope);
        QCOMPARE(message.envelope->subject, std::string("IMAP \"WG\""));
        QCOMPARE(message.envelope->messageId, std::string("<B27397@cac.washington.edu>"));
        QCOMPARE(message.envelope->to.size(), std::size_t(2));
        QCOMPARE(message.envelope->to[1].host, std::string("CNRI.Reston.VA.US"));
        QVERIFY(message.envelope->cc.empty());
        QVERIFY(message.envelope->bcc.empty());
        QVERIFY(
            fetched->covers({.flags = true, .size = true, .internalDate = true, .envelope = true}));
        QVERIFY(!fetched->covers({.bodyStructure = true}));
        QVERIFY(!fetched->covers({.sections = {Section::header()}}));
    }

    void readsGroupsAndOddAddresses()
    {
        const auto fetched = parsed<FetchResponse>(
            "* 1 FETCH (UID 1 ENVELOPE (NIL \"gr\xc3\xbc\xff\" ((NIL NIL \"undisclosed\" NIL)"
            "(NIL NIL NIL NIL)) \"\" () (NIL) NIL NIL NIL NIL))");
        QVERIFY(fetched);
        QVERIFY(!fetched->message.envelope); // (NIL) is no address
        const auto good = parsed<FetchResponse>(
            "* 1 FETCH (UID 1 ENVELOPE (NIL \"gr\xc3\xbc\xff\" ((NIL NIL \"undisclosed\" NIL)"
            "(NIL NIL NIL NIL)) \"\" () (( NIL  NIL \"a\\\"b\" \"\" )) NIL NIL NIL NIL \"new\" "
            "(x)))");
        QVERIFY(good && good->message.envelope);
        const auto &envelope = *good->message.envelope;
        QCOMPARE(envelope.subject, std::string("gr\xc3\xbc\xff"));
        QCOMPARE(envelope.from.size(), std::size_t(2));
        QCOMPARE(envelope.from[0].kind, Address::Kind::GroupStart);
        QCOMPARE(envelope.from[0].mailbox, std::string("undisclosed"));
        QCOMPARE(envelope.from[1].kind, Address::Kind::GroupEnd);
        QCOMPARE(envelope.to.size(), std::size_t(1));
        QCOMPARE(envelope.to[0].mailbox, std::string("a\"b"));
        QCOMPARE(envelope.to[0].kind, Address::Kind::Mailbox);
    }

    void senderAndReplyToMayBeTheAuthor_data()
    {
        using Addresses = std::optional<std::vector<Address>>;
        QTest::addColumn<QByteArray>("lists");
        QTest::addColumn<Addresses>("sender");
        QTest::addColumn<Addresses>("replyTo");
        const Address ann{.name = "Ann", .mailbox = "ann", .host = "x"};
        const Address bob{.name = {}, .mailbox = "bob", .host = "x"};
        const auto row = [](const char *name, const char *lists, const Addresses &sender,
                            const Addresses &replyTo) {
            QTest::newRow(name) << QByteArray(lists) << sender << replyTo;
        };
        const Addresses repeated;
        const Addresses none = std::vector<Address>();
        row("both", R"(((A NIL ann x)) ((A NIL ann x)) ((A NIL ann x)) NIL)", repeated, repeated);
        row("without blanks", R"(((A NIL ann x))((A NIL ann x))((A NIL ann x)) NIL)", repeated,
            repeated);
        row("another sender", R"(((A NIL ann x)) ((NIL NIL bob x)) ((A NIL ann x)) NIL)",
            std::vector{bob}, repeated);
        row("more addresses", R"(((A NIL ann x)) ((A NIL ann x)(NIL NIL bob x)) NIL NIL)",
            std::vector{Address{.name = "A", .mailbox = "ann", .host = "x"}, bob}, none);
        row("written differently", R"(((Ann NIL ann x)) (("Ann" NIL "ann" x)) () NIL)",
            std::vector{ann}, none);
        row("none at all", "NIL NIL NIL NIL", none, none);
        row("an empty list", R"(() () () NIL)", repeated, repeated);
        row("a literal in the author", "((Ann NIL {3}\r\nann x)) ((Ann NIL {3}\r\nann x)) NIL NIL",
            std::vector{ann}, none);
        row("left out", "((Ann NIL ann x))", none, none);
    }
    void senderAndReplyToMayBeTheAuthor()
    {
        QFETCH(QByteArray, lists);
        QFETCH(std::optional<std::vector<Address>>, sender);
        QFETCH(std::optional<std::vector<Address>>, replyTo);
        const auto fetched = parsed<FetchResponse>("* 1 FETCH (UID 1 ENVELOPE (NIL NIL "
                                                   + lists.toStdString() + "))");
        QVERIFY(fetched && fetched->message.envelope);
        QVERIFY(fetched->message.envelope->sender == sender);
        QVERIFY(fetched->message.envelope->replyTo == replyTo);
        QVERIFY(fetched->message.envelope->to.empty());
    }

    void aMalformedItemCostsOnlyItself_data()
    {
        QTest::addColumn<QByteArray>("item");
        QTest::newRow("ENVELOPE NIL") << QByteArray("ENVELOPE NIL");
        QTest::newRow("ENVELOPE flat") << QByteArray("ENVELOPE (a (b (c)) {2}\r\n))x)");
        QTest::newRow("size -1") << QByteArray("RFC822.SIZE -1");
        QTest::newRow("size 2^64") << QByteArray("RFC822.SIZE 18446744073709551616");
        QTest::newRow("date") << QByteArray("INTERNALDATE \"yesterday\"");
        QTest::newRow("date NIL") << QByteArray("INTERNALDATE NIL");
        QTest::newRow("date list") << QByteArray("INTERNALDATE (1)");
        QTest::newRow("BODYSTRUCTURE NIL") << QByteArray("BODYSTRUCTURE NIL");
        QTest::newRow("BODYSTRUCTURE ()") << QByteArray("BODYSTRUCTURE ()");
        QTest::newRow("BODYSTRUCTURE 20,000 levels")
            << QByteArray("BODYSTRUCTURE ") + QByteArray(20'000, '(') + QByteArray(20'000, ')');
        QTest::newRow("BODY") << QByteArray("BODY (\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 1 1)");
        QTest::newRow("BINARY") << QByteArray("BINARY[1] ~{3}\r\na\nb");
        QTest::newRow("Gmail") << QByteArray("X-GM-LABELS (\"\\\\Sent\" x) X-GM-MSGID 12");
    }
    void aMalformedItemCostsOnlyItself()
    {
        QFETCH(QByteArray, item);
        const auto fetched =
            parsed<FetchResponse>("* 1 FETCH (" + item.toStdString() + " UID 7 FLAGS (\\Seen))");
        QVERIFY(fetched);
        QCOMPARE(fetched->message.uid, 7U);
        QCOMPARE(fetched->message.flags, std::vector<std::string>{"\\Seen"});
        QVERIFY(!fetched->message.envelope);
        QVERIFY(!fetched->message.internalDate);
        QCOMPARE(fetched->message.size, 0U);
    }

    void anEmptyFetchIsHarmless()
    {
        const auto fetched = parsed<FetchResponse>("* 1 FETCH ()");
        QVERIFY(fetched);
        QVERIFY(!fetched->covers({}));
    }

    void readsSections()
    {
        using namespace std::string_view_literals;
        const auto whole = parsed<FetchResponse>(
            "* 1 FETCH (BODY[1.2]<4096> {5}\r\n)ab\r\n BODY[2] NIL BODY[] \"x\" "
            "BODY[header.fields (\"List-Id\" SUBJECT)] {2}\r\n\r\n UID 3 BODY[3] "
            "~{3}\r\na\0b)"sv);
        QVERIFY(whole);
        const auto &sections = whole->message.sections;
        QCOMPARE(sections.size(), std::size_t(4));
        QCOMPARE(sections.at("1.2<4096>"), std::string(")ab\r\n"));
        QCOMPARE(sections.at(""), std::string("x"));
        QCOMPARE(sections.at("3"), std::string("a\0b", 3));
        const auto fields = Section::headerFields({"list-id", "subject"});
        QCOMPARE(*whole->message.section(*fields), std::string("\r\n"));
        QVERIFY(whole->message.section(Section::ofPart(*PartNumber::parse("2"))) == nullptr);
        QVERIFY(whole->covers({.sections = {Section::ofPart(*PartNumber::parse("2")), *fields}}));
    }

    void linesAboutOneMessageAddUp()
    {
        auto first = *parsed<FetchResponse>("* 1 FETCH (UID 7 FLAGS () BODY[1] \"a\")");
        first.merge(*parsed<FetchResponse>("* 1 FETCH (FLAGS (\\Seen) RFC822.SIZE 3)"));
        first.merge(*parsed<FetchResponse>("* 1 FETCH (BODY[1] \"b\" BODY[2] \"c\" ENVELOPE ())"));
        QVERIFY(first.covers({.flags = true, .size = true, .envelope = true}));
        QCOMPARE(first.message.uid, 7U);
        QVERIFY(first.message.hasFlag("\\Seen"));
        QCOMPARE(first.message.size, 3U);
        QCOMPARE(first.message.sections.at("1"), std::string("b"));
        QCOMPARE(first.message.sections.at("2"), std::string("c"));
    }

    void readsBodyStructures()
    {
        const auto root = structureOf(
            "(((\"TEXT\" \"PLAIN\" (\"CHARSET\" \"UTF-8\") NIL NIL \"QUOTED-PRINTABLE\" 20 1 NIL "
            "NIL NIL NIL)(\"TEXT\" \"HTML\" NIL NIL NIL \"7BIT\" 30 2) \"ALTERNATIVE\" "
            "(\"BOUNDARY\" "
            "\"x\") NIL NIL)(\"IMAGE\" \"PNG\" (\"NAME\" \"p.png\") \"<cid@x>\" \"a picture\" "
            "\"BASE64\" 4096 \"md5\" (\"INLINE\" (\"FILENAME*0*\" \"utf-8''%C3%A4\" \"FILENAME*1\" "
            "\".png\")) (\"en\" \"de\") \"loc\" ext (ext 5)) \"MIXED\" (\"BOUNDARY\" \"y\") NIL "
            "NIL "
            "NIL)");
        QVERIFY(root);
        QVERIFY(root->isMultipart());
        QCOMPARE(root->subtype, std::string("mixed"));
        QCOMPARE(root->partNumber.text(), std::string());
        QCOMPARE(root->children.size(), std::size_t(2));
        const auto &alternative = root->children[0];
        QCOMPARE(alternative.partNumber.text(), std::string("1"));
        QCOMPARE(*alternative.parameter("boundary"), std::string("x"));
        const auto &plain = alternative.children[0];
        QCOMPARE(plain.partNumber.text(), std::string("1.1"));
        QCOMPARE(plain.type + '/' + plain.subtype, std::string("text/plain"));
        QCOMPARE(plain.encoding, std::string("quoted-printable"));
        QCOMPARE(*plain.parameter("charset"), std::string("UTF-8"));
        QCOMPARE(plain.size, 20U);
        QCOMPARE(alternative.children[1].partNumber.text(), std::string("1.2"));
        const auto &image = root->children[1];
        QCOMPARE(image.partNumber.text(), std::string("2"));
        QCOMPARE(image.contentId, std::string("<cid@x>"));
        QCOMPARE(image.description, std::string("a picture"));
        QCOMPARE(image.disposition, std::string("inline"));
        QCOMPARE(*image.dispositionParameter("filename*0*"), std::string("utf-8''%C3%A4"));
        QVERIFY(image.dispositionParameter("filename") == nullptr);
    }

    void numbersThePartsOfNestedMessages()
    {
        const std::string leaf = "(\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 1 1)";
        const std::string envelope = "(NIL \"inner\" NIL NIL NIL NIL NIL NIL NIL NIL)";
        QCOMPARE(structureOf(leaf)->partNumber.text(), std::string("1"));
        const auto root = structureOf(
            "(" + leaf + "(\"MESSAGE\" \"RFC822\" NIL NIL NIL \"7BIT\" 99 " + envelope + " (" + leaf
            + leaf + " \"MIXED\") 5)" + "(\"MESSAGE\" \"RFC822\" NIL NIL NIL \"7BIT\" 98 "
            + envelope + " " + leaf + " 5 NIL (\"ATTACHMENT\" NIL)) \"MIXED\")");
        QVERIFY(root);
        const auto &multipart = root->children[1];
        QVERIFY(multipart.isNestedMessage());
        QCOMPARE(multipart.nestedEnvelope->subject, std::string("inner"));
        QCOMPARE(multipart.size, 99U);
        QCOMPARE(multipart.children[0].children[1].partNumber.text(), std::string("2.2"));
        const auto &single = root->children[2];
        QCOMPARE(single.children[0].partNumber.text(), std::string("3.1"));
        QCOMPARE(single.disposition, std::string("attachment"));
    }

    void toleratesSloppyStructures_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("type");
        const auto row = [](const char *name, const char *text, const char *type) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(type);
        };
        row("empty parameters", "(\"TEXT\" \"PLAIN\" () NIL NIL \"7BIT\" 1 1)", "text/plain");
        row("size -1", "(\"IMAGE\" \"PNG\" NIL NIL NIL \"BASE64\" -1)", "image/png");
        row("size NIL", "(\"IMAGE\" \"PNG\" NIL NIL NIL \"BASE64\" NIL NIL NIL)", "image/png");
        row("NIL type", "(NIL NIL NIL NIL NIL NIL 0)", "text/plain");
        row("no line count", "(\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 1 NIL NIL)", "text/plain");
        row("bare disposition", "(\"IMAGE\" \"PNG\" NIL NIL NIL \"BASE64\" 1 NIL \"attachment\")",
            "image/png");
        row("odd parameter", "(\"IMAGE\" \"PNG\" (\"NAME\") NIL NIL \"BASE64\" 1)", "image/png");
        row("message without its envelope", "(\"MESSAGE\" \"RFC822\" NIL NIL NIL \"7BIT\" 9 3)",
            "message/rfc822");
        row("8-bit name", "(\"IMAGE\" \"PNG\" (\"NAME\" \"\xfc\") NIL NIL \"BASE64\" 1)",
            "image/png");
        row("multipart without subtype", "((\"TEXT\" \"PLAIN\" NIL NIL NIL NIL 0 0))",
            "multipart/");
    }
    void toleratesSloppyStructures()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, type);
        const auto root = structureOf(text.toStdString());
        QVERIFY(root);
        QCOMPARE(root->type + '/' + root->subtype, type.toStdString());
    }

    void structuresHaveLimits()
    {
        const auto nested = [](int depth) {
            std::string text = "(\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 1 1)";
            for (int i = 1; i < depth; ++i)
                text = "(" + text + " \"MIXED\")";
            return text;
        };
        QVERIFY(structureOf(nested(100)));
        QVERIFY(!structureOf(nested(101)));
        std::string many = "(";
        for (int i = 0; i < 10'000; ++i)
            many += "(A B NIL NIL NIL NIL 1)";
        QVERIFY(!structureOf(many + " \"MIXED\")"));
    }

    void readsLists()
    {
        const auto sent = parsed<ListEntry>("* LIST (\\HasNoChildren \\sent) \"/\" \"Gesendet\"");
        QVERIFY(sent);
        QCOMPARE(sent->specialUse, SpecialUse::Sent); // Cyrus: lower case
        QCOMPARE(sent->delimiter, std::optional('/'));
        QVERIFY(sent->isSelectable());
        const auto gmail = parsed<ListEntry>("* LIST (\\Noselect) \"/\" [Gmail]");
        QCOMPARE(gmail->name.path(), std::string("[Gmail]"));
        QVERIFY(!gmail->isSelectable());
        QVERIFY(!parsed<ListEntry>("* LIST (\\NonExistent) NIL x")->isSelectable());
        QVERIFY(!parsed<ListEntry>("* LIST () NIL x")->delimiter);
        QCOMPARE(parsed<ListEntry>("* LIST () \"\\\\\" {5}\r\na\r\nb\"")->name.path(),
                 std::string("a\uFFFD\uFFFDb\""));
        QCOMPARE(parsed<ListEntry>("* LIST () \"/\" inbox")->specialUse, SpecialUse::Inbox);
        QCOMPARE(parsed<ListEntry>("* LIST () \"/\" a(b)c")->name.path(), std::string("a(b)c"));
        const auto extended =
            parsed<ListEntry>("* LIST () \"/\" x (\"CHILDINFO\" (\"SUBSCRIBED\"))");
        QCOMPARE(extended->name.path(), std::string("x"));
        const auto long1 =
            parsed<ListEntry>("* LIST () \"/\" {1000000}\r\n" + std::string(1'000'000, 'x'));
        QCOMPARE(long1->name.path().size(), std::size_t(1'000'000));
    }

    void readsStatus()
    {
        const auto status = parsed<response::MailboxStatusOf>(
            "* STATUS \"a b\" (MESSAGES 231 UIDNEXT 44292 X-NEW (1 2) UNSEEN 4294967296 "
            "UIDVALIDITY 1 HIGHESTMODSEQ 18446744073709551615)");
        QVERIFY(status);
        QCOMPARE(status->name.path(), std::string("a b"));
        QCOMPARE(status->status.messages, std::optional(231U));
        QCOMPARE(status->status.uidNext, std::optional(44292U));
        QCOMPARE(status->status.uidValidity, std::optional(1U));
        QVERIFY(!status->status.unseen);
        QCOMPARE(status->status.highestModSeq, std::optional(UINT64_MAX));
    }

    void readsSearchResults()
    {
        QCOMPARE(parsed<response::Search>("* SEARCH 2 3 6")->numbers,
                 (std::vector<std::uint32_t>{2, 3, 6}));
        QVERIFY(parsed<response::Search>("* SEARCH")->numbers.empty());
        QVERIFY(parsed<response::Search>("* SEARCH ")->numbers.empty());
        QCOMPARE(parsed<response::Search>("* SEARCH 2 5 (MODSEQ 917162500)")->numbers.size(),
                 std::size_t(2));
        const auto extended = parsed<response::ExtendedSearch>(
            "* ESEARCH (TAG \"A1\") UID MODSEQ 3 COUNT 5 ALL 4:7,9");
        QCOMPARE(extended->tag, std::string("A1"));
        QCOMPARE(extended->count, std::optional<std::uint64_t>(5));
        QCOMPARE(extended->all->count(), 5U);
        QVERIFY(!parsed<response::ExtendedSearch>("* ESEARCH UID COUNT 0")->all);
    }

    void findsAnnouncedLiterals()
    {
        QCOMPARE(announcedLiteral("a {5}"), std::optional<std::uint64_t>(5));
        QCOMPARE(announcedLiteral("a ~{5+}"), std::optional<std::uint64_t>(5));
        QCOMPARE(announcedLiteral("{4294967296}"), std::optional<std::uint64_t>(4294967296));
        QCOMPARE(announcedLiteral("{18446744073709551616}"),
                 std::optional<std::uint64_t>(UINT64_MAX));
        for (const char *line : {"a", "{}", "{+}", "{-1}", "{5", "5}", "{5} ", "{ 5}", "{5++}"})
            QVERIFY2(!announcedLiteral(line), line);
    }

    void datesAreExact()
    {
        for (const char *text :
             {"17-Jul-1996 02:44:25 -070", "17-Jul-1996", "17-Jul-1996 2:44:25 +0000",
              "32-Jul-1996 02:44:25 +0000", "17-Jul-1996 24:44:25 +0000",
              "17-Jul-1996 02:44:25 0700 ", "17-Jul-19966 02:44:25 +0000", ""})
            QVERIFY2(!parseInternalDate(text), text);
        QVERIFY(parseInternalDate(" 1-Jan-2025 00:00:00 +0000")
                == parseInternalDate("01-Jan-2025 01:00:00 +0100"));
    }

    void noCutOfAGoodAnswerDoesHarm()
    {
        const std::string text =
            "* 1 FETCH (UID 7 FLAGS (\\Seen) ENVELOPE (\"d\" {3}\r\nabc ((\"n\" NIL \"m\" \"h\")) "
            "NIL "
            "NIL NIL NIL NIL NIL \"<i>\") BODYSTRUCTURE ((\"TEXT\" \"PLAIN\" (\"a\" \"b\") NIL NIL "
            "\"7BIT\" 1 1)(\"MESSAGE\" \"RFC822\" NIL NIL NIL \"7BIT\" 1 (NIL NIL NIL NIL NIL NIL "
            "NIL "
            "NIL NIL NIL) (\"A\" \"B\" NIL NIL NIL NIL 1) 1) \"MIXED\" NIL (\"x\" (\"a\" \"b\"))) "
            "BODY[1]<0> {2}\r\nhi BODY[HEADER.FIELDS (A)] \"x\")";
        QVERIFY(parsed<FetchResponse>(text));
        for (std::size_t length = 0; length < text.size(); ++length)
            QVERIFY2(!parsed<FetchResponse>(text.substr(0, length)),
                     std::to_string(length).c_str());
    }
};

QTEST_APPLESS_MAIN(ResponseTest)
#include "ResponseTest.moc"
