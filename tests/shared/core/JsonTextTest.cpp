// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/JsonText.h"
#include "core/JsonWriter.h"

#include <nlohmann/json.hpp>

#include <QTest>

#include <string>

using nlohmann::json;

namespace {

constexpr core::JsonLimits limits{.bytes = 64 * 1024 * 1024, .values = 1000};

std::string nested(std::size_t depth)
{
    return std::string(depth, '[') + std::string(depth, ']');
}

std::string manyMembers(std::size_t count)
{
    std::string text = "{";
    for (std::size_t index = 0; index < count; ++index)
        text += (index == 0 ? "\"" : ",\"") + std::to_string(index) + "\":0";
    return text + "}";
}

} // namespace

class JsonTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindOfValueIsRead()
    {
        const std::string text =
            R"( {"a":[null,true,-1,18446744073709551615,1.5,"é😀\u0000"],"b":{}} )";
        const auto value = core::parseJson(text, limits);
        QVERIFY(value);
        QVERIFY(*value == json::parse(text));
        QVERIFY((*value)["a"][3].is_number_unsigned());
    }

    void hostileTextsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<core::ErrorKind>("kind");
        const auto row = [](const char *name, const std::string &text,
                            core::ErrorKind kind = core::ErrorKind::InvalidArgument) {
            QTest::newRow(name) << QByteArray::fromStdString(text) << kind;
        };
        row("HT-37 depth 65", nested(65), core::ErrorKind::TooLarge);
        row("HT-37 depth 10,000", nested(10000), core::ErrorKind::TooLarge);
        row("HT-37 depth 10,000, never closed", std::string(10000, '['), core::ErrorKind::TooLarge);
        std::string objects;
        for (int level = 0; level < 10000; ++level)
            objects += R"({"a":)";
        row("HT-37 depth 10,000 of objects", objects, core::ErrorKind::TooLarge);
        row("HT-37 1 M keys", manyMembers(1000000), core::ErrorKind::TooLarge);
        row("HT-37 1 M items", "[" + std::string(2000000, ',') + "]");
        row("HT-37 100 MB string", "\"" + std::string(100'000'000, 'x') + "\"",
            core::ErrorKind::TooLarge);
        row("HT-37 invalid UTF-8", "{\"a\":\"\xff\"}");
        row("HT-37 overlong UTF-8", "{\"a\":\"\xc0\xaf\"}");
        row("HT-37 surrogate in UTF-8", "{\"a\":\"\xed\xa0\x80\"}");
        row("HT-37 lone high surrogate", R"({"a":"\ud800"})");
        row("HT-37 lone low surrogate", R"({"a":"\udc00"})");
        row("HT-37 swapped surrogates", R"({"a":"\udc00\ud800"})");
        row("HT-37 BOM", "\xEF\xBB\xBF{}");
        row("HT-37 UTF-16", std::string("\xff\xfe{\0}\0", 6));
        row("HT-37 NUL behind the text", std::string("{}\0", 3));
        row("HT-37 NUL hides a second text", std::string("{}\0{}", 5));
        row("HT-37 NUL in a string", std::string("\"a\0b\"", 5));
        row("HT-37 number out of range", "1e999");
        row("repeated member", R"({"a":1,"a":2})");
        row("repeated member, written differently", R"({"a":1,"\u0061":2})");
        row("nothing", "");
        row("blanks", "  \n");
        row("two texts", "{} {}");
        row("comment", "{/* */}");
        row("trailing comma", "[1,]");
        row("single quotes", "{'a':1}");
        row("NaN", "NaN");
        row("unfinished", R"({"a":)");
    }
    void hostileTextsAreRefused()
    {
        QFETCH(QByteArray, text);
        QFETCH(core::ErrorKind, kind);
        const auto value = core::parseJson(text.toStdString(), limits);
        QVERIFY(!value);
        QCOMPARE(value.error().kind, kind);
    }

    void theLimitsThemselvesAreAllowed()
    {
        QVERIFY(core::parseJson(nested(64), limits));
        QVERIFY(core::parseJson(manyMembers(999), limits));
        QVERIFY(!core::parseJson(manyMembers(1000), limits));
        QVERIFY(core::parseJson("[0]", {.bytes = 3, .values = 2}));
        QVERIFY(!core::parseJson("[0] ", {.bytes = 3, .values = 2}));
    }

    void whatIsWrittenIsWhatTheLibraryWrites_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("literals") << QByteArray("[null,true,false]");
        QTest::newRow("nothing") << QByteArray("{}");
        QTest::newRow("numbers") << QByteArray(
            "[0,-1,18446744073709551615,-9223372036854775808,1.5,1e300,-0.0]");
        QTest::newRow("members in order") << QByteArray("{\"b\":{\"a\":[]},\"a\":[{},{\"c\":1}]}");
        QTest::newRow("escapes") << QByteArray(
            "[\"\\\"\\\\\\b\\f\\n\\r\\t\\u0001\\u001f/\\u007f\",\"eight..\\\"\",\"eight...\\\\\"]");
        QTest::newRow("other scripts") << QByteArray("[\"Gr\xc3\xbc\xc3\x9f"
                                                     "e \xe6\x97\xa5 \xf0\x9f\x98\x80\"]");
    }
    void whatIsWrittenIsWhatTheLibraryWrites()
    {
        QFETCH(QByteArray, text);
        const auto value = nlohmann::json::parse(text.toStdString());
        QCOMPARE(QByteArray::fromStdString(core::writeJson(value)),
                 QByteArray::fromStdString(value.dump()));
    }

    void everyByteOfATextIsWrittenAsTheLibraryDoes()
    {
        for (int byte = 0; byte < 128; ++byte) {
            for (std::size_t before = 0; before < 10; ++before) {
                // Two of them, so that the second follows a step that was broken off.
                const nlohmann::json value = std::string(before, 'x') + static_cast<char>(byte)
                                             + "ab" + static_cast<char>(byte) + "the rest";
                QCOMPARE(QByteArray::fromStdString(core::writeJson(value)),
                         QByteArray::fromStdString(value.dump()));
            }
        }
    }

    // JSON within JSON, longer than what is copied at once.
    void longTextsAreWrittenAsTheLibraryDoes()
    {
        for (const std::string piece :
             {"{\"name\":\"\\\\\",\"list\":[\"\"]},", "\"", "x", "12345678\n"}) {
            std::string text;
            while (text.size() < 5000)
                text += piece;
            const nlohmann::json value = text;
            QCOMPARE(QByteArray::fromStdString(core::writeJson(value)),
                     QByteArray::fromStdString(value.dump()));
        }
    }

    void invalidUtf8IsReplaced()
    {
        const nlohmann::json value = "a\xff\xc3z";
        QCOMPARE(QByteArray::fromStdString(core::writeJson(value)), QByteArray("\"a��z\""));
    }

    void preparedTextIsWrittenAsItIs()
    {
        const nlohmann::json value = {{"list", core::preparedJson("[1,2]")}, {"other", 3}};
        QVERIFY(core::isPreparedJson(value["list"]));
        QVERIFY(!core::isPreparedJson(value["other"]));
        QVERIFY(!core::isPreparedJson(nlohmann::json::binary({1})));
        QCOMPARE(QByteArray::fromStdString(core::writeJson(value)),
                 QByteArray("{\"list\":[1,2],\"other\":3}"));
    }

    void aValueIsWrittenPieceByPiece()
    {
        core::JsonWriter writer(10);
        writer.beginArray();
        writer.beginObject();
        writer.endObject();
        writer.beginObject();
        writer.name("a name");
        writer.beginArray();
        writer.endArray();
        writer.name("text");
        writer.text("Gr\xc3\xbc\xc3\x9f"
                    "e \xff\n");
        writer.name("nothing");
        writer.null();
        writer.name("list");
        writer.beginArray();
        writer.number(0);
        writer.number(18446744073709551615U);
        writer.endArray();
        writer.endObject();
        writer.text("");
        writer.endArray();
        const QByteArray expected(
            "[{},{\"a name\":[],\"text\":\"Gr\xc3\xbc\xc3\x9f"
            "e \xef\xbf\xbd\\n\",\"nothing\":null,\"list\":[0,18446744073709551615]},\"\"]");
        QCOMPARE(QByteArray::fromStdString(core::writeJson(writer.prepared())), expected);
    }
};

QTEST_APPLESS_MAIN(JsonTextTest)
#include "JsonTextTest.moc"
