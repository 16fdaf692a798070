// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/HeaderBlock.h"

#include "core/Ascii.h"

#include <algorithm>

namespace mime {

namespace {

/// Takes one line off the front, without its line end.
std::string_view takeLine(std::string_view &text)
{
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end);
    if (text.starts_with("\r\n"))
        text.remove_prefix(2);
    else if (!text.empty())
        text.remove_prefix(1);
    return line;
}

bool isFieldName(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c > ' ' && c < '\x7f'; });
}

} // namespace

HeaderBlock HeaderBlock::parse(std::string_view raw, const Limits &limits)
{
    HeaderBlock block;
    block.m_isTruncated = raw.size() > limits.blockBytes;
    std::string_view rest = raw.substr(0, limits.blockBytes);
    HeaderField *current = nullptr;
    const auto append = [&](std::string_view text) {
        const std::size_t room = limits.fieldBytes - current->name.size() - current->value.size();
        block.m_isTruncated = block.m_isTruncated || text.size() > room;
        current->value += text.substr(0, room);
    };
    while (!rest.empty()) {
        const std::string_view line = takeLine(rest);
        if (line.empty())
            break;
        if (core::isBlank(line.front())) {
            if (current != nullptr)
                append(line);
            continue;
        }
        current = nullptr;
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos)
            continue;
        const std::string_view name = core::trimmed(line.substr(0, colon));
        if (!isFieldName(name))
            continue;
        if (name.size() > limits.fieldBytes) {
            block.m_isTruncated = true;
            continue;
        }
        if (block.m_fields.size() == limits.fields) {
            block.m_isTruncated = true;
            break;
        }
        current = &block.m_fields.emplace_back(HeaderField{.name = std::string(name), .value = {}});
        append(line.substr(colon + 1));
    }
    for (auto &field : block.m_fields)
        field.value = core::trimmed(field.value);
    return block;
}

std::string_view HeaderBlock::value(std::string_view name) const
{
    const auto field = std::ranges::find_if(m_fields, [name](const HeaderField &candidate) {
        return core::equalsIgnoringCase(candidate.name, name);
    });
    return field == m_fields.end() ? std::string_view() : std::string_view(field->value);
}

} // namespace mime
