// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/FormData.h"

#include "core/PercentEncoding.h"
#include "core/Secret.h"
#include "core/Unicode.h"
#include "http/Syntax.h"

#include <algorithm>

namespace http {

namespace {

bool isCleanText(std::string_view text)
{
    return text.find('\0') == std::string_view::npos && core::isValidUtf8(text);
}

core::Error invalid(std::string message)
{
    return {core::ErrorKind::InvalidArgument, std::move(message)};
}

} // namespace

std::optional<std::string> formDecoded(std::string_view text)
{
    std::string encoded(text);
    std::ranges::replace(encoded, '+', ' ');
    auto decoded = core::percentDecoded(encoded);
    core::wipe(encoded); // there may be a password in it
    return decoded;
}

core::Result<FormData> FormData::parse(std::string_view text)
{
    FormData form;
    // Growing would leave copies of the values behind in freed memory.
    form.m_fields.reserve(mostFields);
    while (!text.empty()) {
        const auto end = std::min(text.find('&'), text.size());
        const auto pair = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (pair.empty())
            continue;
        if (form.m_fields.size() == mostFields)
            return invalid("The form has too many fields.");
        const auto equals = std::min(pair.find('='), pair.size());
        auto name = formDecoded(pair.substr(0, equals));
        auto value = formDecoded(pair.substr(std::min(equals + 1, pair.size())));
        if (!name || !value)
            return invalid("The form has a percent sign without two hexadecimal digits behind it.");
        form.m_fields.push_back({.name = std::move(*name), .value = std::move(*value)});
        const Field &field = form.m_fields.back();
        if (field.name.empty() || std::ranges::any_of(field.name, isControl))
            return invalid("The form has a field without a proper name.");
        if (!isCleanText(field.name) || !isCleanText(field.value))
            return invalid("The form has text that is not UTF-8.");
    }
    return form;
}

FormData &FormData::operator=(FormData &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_fields = std::move(other.m_fields);
    }
    return *this;
}

FormData::~FormData()
{
    wipe();
}

void FormData::wipe()
{
    for (auto &field : m_fields)
        core::wipe(field.value);
}

std::optional<std::string_view> FormData::find(std::string_view name) const
{
    const auto found = std::ranges::find(m_fields, name, &Field::name);
    if (found == m_fields.end())
        return std::nullopt;
    return found->value;
}

std::size_t FormData::count(std::string_view name) const
{
    return static_cast<std::size_t>(std::ranges::count(m_fields, name, &Field::name));
}

std::vector<std::string_view> FormData::values(std::string_view name) const
{
    std::vector<std::string_view> found;
    for (const auto &field : m_fields) {
        if (field.name == name)
            found.emplace_back(field.value);
    }
    return found;
}

std::optional<std::string_view>
FormData::duplicate(std::initializer_list<std::string_view> repeatable) const
{
    const auto found = std::ranges::find_if(m_fields, [&](const Field &field) {
        return count(field.name) > 1
               && std::ranges::find(repeatable, field.name) == repeatable.end();
    });
    if (found == m_fields.end())
        return std::nullopt;
    return found->name;
}

} // namespace http
