// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/Headers.h"

#include "core/Ascii.h"

#include <algorithm>

namespace http {

std::optional<HeaderValue> HeaderValue::from(std::string_view text)
{
    if (!std::ranges::all_of(text, isAllowed))
        return std::nullopt;
    return HeaderValue(text);
}

HeaderValue HeaderValue::sanitized(std::string_view text)
{
    std::string clean(text);
    std::ranges::replace_if(clean, [](char character) { return !isAllowed(character); }, ' ');
    return HeaderValue(std::string_view(clean));
}

void Headers::addReceived(std::string name, std::string value)
{
    m_fields.push_back({.name = std::move(name), .value = std::move(value)});
}

void Headers::add(std::string_view name, const HeaderValue &value)
{
    m_fields.push_back({.name = std::string(name), .value = std::string(value.text())});
}

void Headers::set(std::string_view name, const HeaderValue &value)
{
    std::erase_if(m_fields, [name](const Field &field) {
        return core::equalsIgnoringCase(field.name, name);
    });
    add(name, value);
}

std::optional<std::string_view> Headers::find(std::string_view name) const
{
    for (const auto &field : m_fields) {
        if (core::equalsIgnoringCase(field.name, name))
            return field.value;
    }
    return std::nullopt;
}

std::size_t Headers::count(std::string_view name) const
{
    return static_cast<std::size_t>(std::ranges::count_if(m_fields, [name](const Field &field) {
        return core::equalsIgnoringCase(field.name, name);
    }));
}

} // namespace http
