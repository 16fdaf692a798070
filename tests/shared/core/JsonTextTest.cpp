// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/JsonText.h"

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
};

QTEST_APPLESS_MAIN(JsonTextTest)
#include "JsonTextTest.moc"
