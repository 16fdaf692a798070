// SPDX-License-Identifier: GPL-3.0-or-later
#include "mcp/Schema.h"

#include "core/JsonText.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>

namespace mcp {

using nlohmann::json;

namespace {

using Problem = std::optional<std::string>;

/// Where a value is, from the inside out. It is put into words only if there is a problem there.
struct Path
{
    const Path *parent = nullptr;      ///< of the whole object: null
    const std::string *name = nullptr; ///< null: an item of a list
    std::size_t index = 0;

    std::string text() const
    {
        if (name == nullptr)
            return parent->text() + "[" + std::to_string(index) + "]";
        return parent == nullptr ? *name : parent->text() + "." + *name;
    }
};

bool isList(Field::Type type)
{
    return type == Field::Type::StringList || type == Field::Type::IntegerList
           || type == Field::Type::ObjectList;
}

/// The type of a value, or of the items of a list.
Field::Type itemTypeOf(Field::Type type)
{
    switch (type) {
    case Field::Type::StringList:
        return Field::Type::String;
    case Field::Type::IntegerList:
        return Field::Type::Integer;
    case Field::Type::ObjectList:
        return Field::Type::Object;
    default:
        return type;
    }
}

std::string_view schemaTypeOf(Field::Type type)
{
    switch (type) {
    case Field::Type::String:
        return "string";
    case Field::Type::Integer:
        return "integer";
    case Field::Type::Boolean:
        return "boolean";
    case Field::Type::Object:
        return "object";
    default:
        return "array";
    }
}

std::string inQuotes(std::string_view name)
{
    constexpr std::size_t longest = 100; // the name may be a stranger's
    std::string text = "\"";
    text += name.substr(0, longest);
    text += name.size() > longest ? "…\"" : "\"";
    return text;
}

json itemSchemaOf(const Field &field)
{
    const auto type = itemTypeOf(field.type);
    if (type == Field::Type::Object && !field.fields.empty())
        return schemaOf(field.fields);
    json schema = {{"type", schemaTypeOf(type)}};
    if (!field.choices.empty())
        schema["enum"] = field.choices;
    if (field.minimum)
        schema["minimum"] = *field.minimum;
    if (field.maximum)
        schema["maximum"] = *field.maximum;
    return schema;
}

json fieldSchemaOf(const Field &field)
{
    json schema;
    if (isList(field.type))
        schema = {{"type", "array"}, {"items", itemSchemaOf(field)}};
    else
        schema = itemSchemaOf(field);
    if (field.maximumLength)
        schema[isList(field.type) ? "maxItems" : "maxLength"] = *field.maximumLength;
    if (field.nullable) {
        schema["type"] = json::array({schema["type"], "null"});
        if (schema.contains("enum"))
            schema["enum"].push_back(nullptr);
    }
    if (!field.description.empty())
        schema["description"] = field.description;
    if (!field.header.empty())
        schema["x-mcp-header"] = field.header;
    return schema;
}

Problem findTypeProblem(Field::Type type, const json &value, const Path &path)
{
    const auto mustBe = [&](std::string_view what) -> Problem {
        return inQuotes(path.text()) + " must be " + std::string(what) + ", not "
               + (value.is_null() ? "null" : "of type " + std::string(value.type_name())) + ".";
    };
    switch (type) {
    case Field::Type::String:
        return value.is_string() ? Problem() : mustBe("a string");
    case Field::Type::Integer:
        return value.is_number_integer() ? Problem() : mustBe("an integer");
    case Field::Type::Boolean:
        return value.is_boolean() ? Problem() : mustBe("true or false");
    case Field::Type::Object:
        return value.is_object() ? Problem() : mustBe("an object");
    default:
        return value.is_array() ? Problem() : mustBe("a list");
    }
}

Problem findRangeProblem(const Field &field, const json &value, const Path &path)
{
    constexpr auto largest = std::numeric_limits<std::int64_t>::max();
    const auto maximum = field.maximum.value_or(largest);
    const bool isBeyond = value.is_number_unsigned()
                          && value.get<std::uint64_t>() > static_cast<std::uint64_t>(largest);
    if (isBeyond || value.get<std::int64_t>() > maximum)
        return inQuotes(path.text()) + " must be at most " + std::to_string(maximum) + ".";
    if (field.minimum && value.get<std::int64_t>() < *field.minimum)
        return inQuotes(path.text()) + " must be at least " + std::to_string(*field.minimum) + ".";
    return {};
}

Problem findChoiceProblem(const Field &field, const std::string &value, const Path &path)
{
    if (field.choices.empty() || std::ranges::find(field.choices, value) != field.choices.end())
        return {};
    std::string text = inQuotes(path.text()) + " must be one of";
    for (const auto &choice : field.choices)
        text += " " + inQuotes(choice) + (&choice == &field.choices.back() ? "." : ",");
    return text;
}

Problem findMemberProblem(const std::vector<Field> &fields, const json &object, const Path *path);

Problem findItemProblem(const Field &field, const json &value, const Path &path)
{
    const auto type = itemTypeOf(field.type);
    if (auto problem = findTypeProblem(type, value, path))
        return problem;
    if (type == Field::Type::Integer)
        return findRangeProblem(field, value, path);
    if (type == Field::Type::String)
        return findChoiceProblem(field, value.get_ref<const std::string &>(), path);
    if (type == Field::Type::Object && !field.fields.empty())
        return findMemberProblem(field.fields, value, &path);
    return {};
}

Problem findProblem(const Field &field, const json &value, const Path &path)
{
    if (value.is_null() && field.nullable)
        return {};
    // Whoever prepares text answers for it; no argument of a call can be such a value.
    if (core::isPreparedJson(value))
        return {};
    if (auto problem = findTypeProblem(field.type, value, path))
        return problem;
    if (!isList(field.type)) {
        if (field.maximumLength && value.is_string()
            && value.get_ref<const std::string &>().size() > *field.maximumLength) {
            return inQuotes(path.text()) + " is longer than " + std::to_string(*field.maximumLength)
                   + " bytes.";
        }
        return findItemProblem(field, value, path);
    }
    if (field.maximumLength && value.size() > *field.maximumLength)
        return inQuotes(path.text()) + " has more than " + std::to_string(*field.maximumLength)
               + " items.";
    for (std::size_t index = 0; index < value.size(); ++index) {
        const Path itemPath{.parent = &path, .name = nullptr, .index = index};
        if (auto problem = findItemProblem(field, value[index], itemPath))
            return problem;
    }
    return {};
}

/// About the first member that is none of the fields.
Problem findUnknownMember(const std::vector<Field> &fields, const json &object, const Path *path)
{
    for (const auto &[name, value] : object.items()) {
        if (std::ranges::find(fields, name, &Field::name) != fields.end())
            continue;
        const Path unknown{.parent = path, .name = &name};
        std::string text = inQuotes(unknown.text()) + " is not known here; ";
        if (fields.empty())
            return text + "there is nothing to give.";
        text += "known are";
        for (const auto &field : fields)
            text += " " + inQuotes(field.name) + (&field == &fields.back() ? "." : ",");
        return text;
    }
    return {};
}

Problem findMemberProblem(const std::vector<Field> &fields, const json &object, const Path *path)
{
    std::size_t known = 0;
    Problem problem;
    for (const auto &field : fields) {
        const auto member = object.find(field.name);
        const Path memberPath{.parent = path, .name = &field.name};
        if (member != object.end()) {
            ++known;
            if (!problem)
                problem = findProblem(field, *member, memberPath);
        } else if (field.presence == Field::Presence::Required && !problem) {
            problem = inQuotes(memberPath.text()) + " is missing.";
        }
    }
    // Said first: a member that is wrong by name explains one that is missing.
    if (known < object.size())
        return findUnknownMember(fields, object, path);
    return problem;
}

void makeInteger(json &value)
{
    constexpr double largestExact = 9007199254740991; // 2^53 - 1, RFC 8259 §6
    if (!value.is_number_float())
        return;
    const auto number = value.get<double>();
    if (std::trunc(number) == number && std::abs(number) <= largestExact)
        value = static_cast<std::int64_t>(number);
}

void normalise(const std::vector<Field> &fields, json &object)
{
    if (!object.is_object())
        return;
    for (const auto &field : fields) {
        const auto member = object.find(field.name);
        if (member == object.end())
            continue;
        if (member->is_null() && field.presence == Field::Presence::Optional) {
            object.erase(member);
            continue;
        }
        const auto normaliseItem = [&field](json &item) {
            if (itemTypeOf(field.type) == Field::Type::Integer)
                makeInteger(item);
            else
                normalise(field.fields, item);
        };
        if (!isList(field.type)) {
            normaliseItem(*member);
        } else if (member->is_array()) {
            for (auto &item : *member)
                normaliseItem(item);
        }
    }
}

} // namespace

json schemaOf(const std::vector<Field> &fields)
{
    json schema = {
        {"type", "object"}, {"properties", json::object()}, {"additionalProperties", false}};
    json required = json::array();
    for (const auto &field : fields) {
        schema["properties"][field.name] = fieldSchemaOf(field);
        if (field.presence == Field::Presence::Required)
            required.push_back(field.name);
    }
    if (!required.empty())
        schema["required"] = std::move(required);
    return schema;
}

core::Result<json> checkArguments(const std::vector<Field> &parameters, json arguments)
{
    normalise(parameters, arguments);
    if (auto problem = findMemberProblem(parameters, arguments, nullptr))
        return core::Error(core::ErrorKind::InvalidArgument, std::move(*problem));
    return arguments;
}

core::Result<core::Done> checkResult(const std::vector<Field> &result, const json &value)
{
    auto problem = value.is_object() ? findMemberProblem(result, value, nullptr)
                                     : Problem("The result is not an object.");
    if (problem) {
        return core::Error(core::ErrorKind::Internal,
                           "The server made a mistake; the result was not understood.",
                           std::move(*problem));
    }
    return core::Done{};
}

} // namespace mcp
