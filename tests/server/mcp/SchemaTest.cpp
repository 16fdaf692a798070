// SPDX-License-Identifier: GPL-3.0-or-later
#include "mcp/Schema.h"

#include "core/JsonText.h"

#include <nlohmann/json.hpp>

#include <QTest>

using mcp::Field;
using nlohmann::json;

namespace {

const std::vector<Field> parameters = {
    {.name = "folder", .description = "Path of the folder.", .maximumLength = 10},
    {.name = "page",
     .type = Field::Type::Integer,
     .presence = Field::Presence::Optional,
     .minimum = 1,
     .maximum = 100},
    {.name = "unread", .type = Field::Type::Boolean, .presence = Field::Presence::Optional},
    {.name = "order", .presence = Field::Presence::Optional, .choices = {"newest", "oldest"}},
    {.name = "to",
     .type = Field::Type::StringList,
     .presence = Field::Presence::Optional,
     .maximumLength = 2},
    {.name = "uids",
     .type = Field::Type::IntegerList,
     .presence = Field::Presence::Optional,
     .minimum = 1},
    {.name = "options",
     .type = Field::Type::Object,
     .presence = Field::Presence::Optional,
     .fields = {{.name = "depth", .type = Field::Type::Integer}}},
    {.name = "parts",
     .type = Field::Type::ObjectList,
     .presence = Field::Presence::Optional,
     .fields = {{.name = "url"},
                {.name = "size",
                 .type = Field::Type::Integer,
                 .presence = Field::Presence::Optional}}},
    {.name = "free", .type = Field::Type::Object, .presence = Field::Presence::Optional},
};

} // namespace

class SchemaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsBecomeASchema()
    {
        const auto expected = json::parse(R"({
            "type": "object",
            "additionalProperties": false,
            "required": ["folder"],
            "properties": {
                "folder": {"type": "string", "description": "Path of the folder.", "maxLength": 10},
                "page": {"type": "integer", "minimum": 1, "maximum": 100},
                "unread": {"type": "boolean"},
                "order": {"type": "string", "enum": ["newest", "oldest"]},
                "to": {"type": "array", "items": {"type": "string"}, "maxItems": 2},
                "uids": {"type": "array", "items": {"type": "integer", "minimum": 1}},
                "options": {"type": "object", "additionalProperties": false, "required": ["depth"],
                            "properties": {"depth": {"type": "integer"}}},
                "parts": {"type": "array", "items": {
                    "type": "object", "additionalProperties": false, "required": ["url"],
                    "properties": {"url": {"type": "string"}, "size": {"type": "integer"}}}},
                "free": {"type": "object"}
            }})");
        QCOMPARE(mcp::schemaOf(parameters).dump(2), expected.dump(2));
    }

    void noRowsMeanAnEmptyObject()
    {
        QCOMPARE(mcp::schemaOf({}).dump(),
                 std::string(R"({"additionalProperties":false,"properties":{},"type":"object"})"));
    }

    void resultsMayBeNullWhereTheRowSaysSo()
    {
        const std::vector<Field> result = {
            {.name = "role", .nullable = true, .choices = {"inbox"}}};
        QCOMPARE(mcp::schemaOf(result)["properties"]["role"].dump(),
                 std::string(R"({"enum":["inbox",null],"type":["string","null"]})"));
        QVERIFY(mcp::checkResult(result, json::parse(R"({"role":null})")));
        QVERIFY(mcp::checkResult(result, json::parse(R"({"role":"inbox"})")));
        QVERIFY(!mcp::checkResult(result, json::parse(R"({"role":"trash"})")));
        QVERIFY(!mcp::checkResult(result, json::parse(R"({})")));
    }

    void goodArgumentsPass_data()
    {
        QTest::addColumn<QByteArray>("arguments");
        QTest::addColumn<QByteArray>("passedOn");
        const auto row = [](const char *name, const char *arguments, const char *passedOn) {
            QTest::newRow(name) << QByteArray(arguments) << QByteArray(passedOn);
        };
        row("required only", R"({"folder":"INBOX"})", R"({"folder":"INBOX"})");
        row("limits", R"({"folder":"1234567890","page":100,"to":["a","b"]})",
            R"({"folder":"1234567890","page":100,"to":["a","b"]})");
        row("null means absent", R"({"folder":"a","page":null,"to":null})", R"({"folder":"a"})");
        row("null in an object", R"({"folder":"a","parts":[{"url":"u","size":null}]})",
            R"({"folder":"a","parts":[{"url":"u"}]})");
        row("5.0 is 5", R"({"folder":"a","page":5.0,"uids":[1.0,2e3]})",
            R"({"folder":"a","page":5,"uids":[1,2000]})");
        row("nested", R"({"folder":"a","options":{"depth":3.0}})",
            R"({"folder":"a","options":{"depth":3}})");
        row("free object", R"({"folder":"a","free":{"x":[1,null]}})",
            R"({"folder":"a","free":{"x":[1,null]}})");
        row("empty lists", R"({"folder":"a","to":[],"parts":[]})",
            R"({"folder":"a","parts":[],"to":[]})");
    }
    void goodArgumentsPass()
    {
        QFETCH(QByteArray, arguments);
        QFETCH(QByteArray, passedOn);
        const auto checked = mcp::checkArguments(parameters, json::parse(arguments.toStdString()));
        QVERIFY2(checked, checked ? "" : checked.error().message.c_str());
        QCOMPARE(checked->dump(), passedOn.toStdString());
    }

    void theErrorNamesTheArgumentAndTheReason_data()
    {
        QTest::addColumn<QByteArray>("arguments");
        QTest::addColumn<QByteArray>("message");
        const auto row = [](const char *name, const char *arguments, const char *message) {
            QTest::newRow(name) << QByteArray(arguments) << QByteArray(message);
        };
        row("missing", R"({})", R"("folder" is missing.)");
        row("null for a required one", R"({"folder":null})",
            R"("folder" must be a string, not null.)");
        row("number for a string", R"({"folder":1})",
            R"("folder" must be a string, not of type number.)");
        row("string for an integer", R"({"folder":"a","page":"1"})",
            R"("page" must be an integer, not of type string.)");
        row("fraction", R"({"folder":"a","page":1.5})",
            R"("page" must be an integer, not of type number.)");
        row("too small", R"({"folder":"a","page":0})", R"("page" must be at least 1.)");
        row("too large", R"({"folder":"a","page":101})", R"("page" must be at most 100.)");
        row("beyond 64 bits", R"({"folder":"a","page":18446744073709551615})",
            R"("page" must be at most 100.)");
        row("huge without a maximum", R"({"folder":"a","uids":[18446744073709551615]})",
            R"("uids[0]" must be at most 9223372036854775807.)");
        row("float beyond integers", R"({"folder":"a","page":1e300})",
            R"("page" must be an integer, not of type number.)");
        row("string for a boolean", R"({"folder":"a","unread":"yes"})",
            R"("unread" must be true or false, not of type string.)");
        row("not a choice", R"({"folder":"a","order":"size"})",
            R"("order" must be one of "newest", "oldest".)");
        row("too long", R"({"folder":"12345678901"})", R"("folder" is longer than 10 bytes.)");
        row("too long in bytes", R"({"folder":"éééééé"})", R"("folder" is longer than 10 bytes.)");
        row("too many items", R"({"folder":"a","to":["a","b","c"]})",
            R"("to" has more than 2 items.)");
        row("string for a list", R"({"folder":"a","to":"a"})",
            R"("to" must be a list, not of type string.)");
        row("wrong item", R"({"folder":"a","to":["a",1]})",
            R"("to[1]" must be a string, not of type number.)");
        row("null item", R"({"folder":"a","to":[null]})", R"("to[0]" must be a string, not null.)");
        row("item too small", R"({"folder":"a","uids":[1,0]})", R"("uids[1]" must be at least 1.)");
        row("string for an object", R"({"folder":"a","options":"x"})",
            R"("options" must be an object, not of type string.)");
        row("missing in an object", R"({"folder":"a","options":{}})",
            R"("options.depth" is missing.)");
        row("missing in an item", R"({"folder":"a","parts":[{"url":"u"},{}]})",
            R"("parts[1].url" is missing.)");
        row("unknown", R"({"folder":"a","Page":1})",
            R"("Page" is not known here; known are "folder", "page", "unread", "order", "to", "uids", "options", "parts", "free".)");
        row("unknown in an object", R"({"folder":"a","options":{"depth":1,"x":1}})",
            R"("options.x" is not known here; known are "depth".)");
    }
    void theErrorNamesTheArgumentAndTheReason()
    {
        QFETCH(QByteArray, arguments);
        QFETCH(QByteArray, message);
        const auto checked = mcp::checkArguments(parameters, json::parse(arguments.toStdString()));
        QVERIFY(!checked);
        QCOMPARE(checked.error().kind, core::ErrorKind::InvalidArgument);
        QCOMPARE(checked.error().message, message.toStdString());
    }

    void aToolWithoutParametersTakesNone()
    {
        QVERIFY(mcp::checkArguments({}, json::object()));
        const auto checked = mcp::checkArguments({}, json::parse(R"({"x":1})"));
        QCOMPARE(checked.error().message,
                 std::string(R"("x" is not known here; there is nothing to give.)"));
    }

    void longNamesAreCutInErrors()
    {
        const json arguments = {{std::string(5000, 'x'), 1}};
        const auto checked = mcp::checkArguments({}, arguments);
        QVERIFY(!checked);
        QVERIFY(checked.error().message.size() < 200);
    }

    void aResultThatDoesNotFitIsTheServersMistake()
    {
        const std::vector<Field> result = {{.name = "uid", .type = Field::Type::Integer}};
        QVERIFY(mcp::checkResult(result, json::parse(R"({"uid":1})")));
        for (const auto *const text :
             {R"({"uid":"1"})", R"({})", R"({"uid":1,"x":1})", "[]", "null"}) {
            const auto checked = mcp::checkResult(result, json::parse(text));
            QVERIFY2(!checked, text);
            QCOMPARE(checked.error().kind, core::ErrorKind::Internal);
        }
    }

    void preparedTextIsTakenOnItsWord()
    {
        const std::vector<Field> result = {{.name = "uids", .type = Field::Type::IntegerList}};
        QVERIFY(mcp::checkResult(result, {{"uids", core::preparedJson("[1]")}}));
        QVERIFY(!mcp::checkResult(result, {{"uids", json::binary({1})}}));
        QVERIFY(!mcp::checkResult(result, {{"others", core::preparedJson("[1]")}}));
    }
};

QTEST_APPLESS_MAIN(SchemaTest)
#include "SchemaTest.moc"
