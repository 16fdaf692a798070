// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/Section.h"

#include "core/Ascii.h"
#include "imap/Text.h"

#include <algorithm>

namespace imap {

namespace {

constexpr int maximumLevels = 100;
constexpr std::size_t maximumHeaderNames = 100;
constexpr std::size_t maximumHeaderNameBytes = 64;
constexpr std::size_t maximumNumberDigits = 9;

std::string below(const PartNumber &part, std::string_view item)
{
    return part.isRoot() ? std::string(item) : part.text() + '.' + std::string(item);
}

bool isHeaderName(std::string_view name)
{
    return !name.empty() && name.size() <= maximumHeaderNameBytes
           && std::ranges::all_of(
               name, [](char c) { return core::isLetter(c) || core::isDigit(c) || c == '-'; });
}

} // namespace

core::Result<PartNumber> PartNumber::parse(std::string_view text)
{
    const auto invalid = [] {
        return core::Error(core::ErrorKind::InvalidArgument,
                           "A part number must look like 1 or 2.1");
    };
    int levels = 1;
    std::size_t digits = 0;
    for (const char c : text) {
        if (core::isDigit(c) && (digits > 0 || c != '0') && digits < maximumNumberDigits) {
            ++digits;
        } else if (c == '.' && digits > 0 && levels < maximumLevels) {
            ++levels;
            digits = 0;
        } else {
            return invalid();
        }
    }
    if (digits == 0)
        return invalid();
    PartNumber number;
    number.m_text = text;
    return number;
}

PartNumber PartNumber::child(std::uint32_t number) const
{
    PartNumber result;
    result.m_text = below(*this, std::to_string(number));
    return result;
}

Section Section::ofPart(const PartNumber &part)
{
    return Section(part.text());
}

Section Section::header(const PartNumber &part)
{
    return Section(below(part, "HEADER"));
}

Section Section::text(const PartNumber &part)
{
    return Section(below(part, "TEXT"));
}

Section Section::mime(const PartNumber &part)
{
    return Section(below(part, "MIME"));
}

core::Result<Section> Section::headerFields(const std::vector<std::string> &names,
                                            const PartNumber &part)
{
    if (names.empty() || names.size() > maximumHeaderNames
        || !std::ranges::all_of(names, [](const std::string &name) { return isHeaderName(name); }))
        return core::Error(core::ErrorKind::InvalidArgument,
                           "Header field names consist of letters, digits and hyphens.");
    std::string specification = below(part, "HEADER.FIELDS (");
    for (const auto &name : names) {
        if (specification.back() != '(')
            specification.push_back(' ');
        specification += toUpper(name);
    }
    specification.push_back(')');
    return Section(std::move(specification));
}

Section Section::window(std::uint64_t offset, std::uint64_t count) const
{
    Section section = *this;
    section.m_offset = offset;
    section.m_count = count;
    return section;
}

std::string Section::key() const
{
    return m_offset ? m_specification + '<' + std::to_string(*m_offset) + '>' : m_specification;
}

std::string Section::windowText() const
{
    if (!m_offset)
        return {};
    return '<' + std::to_string(*m_offset) + '.' + std::to_string(m_count) + '>';
}

} // namespace imap
