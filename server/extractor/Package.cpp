// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractor/Package.h"

#include "core/Ascii.h"
#include "extractor/Limits.h"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace extractor {

using documents::Format;
using documents::Problem;

namespace {

constexpr std::string_view contentTypesName = "[Content_Types].xml";
constexpr std::string_view relationshipsFolder = "_rels/";
constexpr std::string_view relationshipsEnding = ".rels";
constexpr std::size_t longestMimetype = 200;

/// "/word/document.xml" and "word/document.xml" are one part, in any case.
std::string partName(std::string_view name)
{
    while (name.starts_with('/'))
        name.remove_prefix(1);
    return core::toLower(name);
}

/// The part that "word/_rels/document.xml.rels" is about.
std::string ownerOf(std::string_view name)
{
    const auto folder = name.rfind(relationshipsFolder);
    std::string owner(name.substr(0, folder));
    owner += name.substr(folder + relationshipsFolder.size());
    owner.resize(owner.size() - relationshipsEnding.size());
    return partName(owner);
}

/// `target` as it is written in `owner` (RFC 3986 §5.2, as far as names of parts go).
std::string resolve(std::string_view owner, std::string_view target)
{
    if (target.starts_with('/'))
        return partName(target);
    std::string folder(owner.substr(0, owner.rfind('/') + 1)); // nothing found: 0
    while (target.starts_with("../")) {
        target.remove_prefix(3);
        if (!folder.empty())
            folder.pop_back();
        folder.resize(folder.rfind('/') + 1);
    }
    return partName(folder + std::string(target));
}

struct Kind
{
    std::string_view sign; ///< in the content type of its main part
    Format format;
};

constexpr std::array<Kind, 7> kinds = {{
    {.sign = "word", .format = Format::Docx},
    {.sign = "spreadsheet", .format = Format::Xlsx},
    {.sign = "excel", .format = Format::Xlsx},
    {.sign = "presentation", .format = Format::Pptx},
    {.sign = "slideshow", .format = Format::Pptx},
    {.sign = "powerpoint", .format = Format::Pptx},
    {.sign = "", .format = Format::Archive},
}};

constexpr std::array<Kind, 3> openDocuments = {{
    {.sign = "application/vnd.oasis.opendocument.text", .format = Format::Odt},
    {.sign = "application/vnd.oasis.opendocument.spreadsheet", .format = Format::Ods},
    {.sign = "application/vnd.oasis.opendocument.presentation", .format = Format::Odp},
}};

} // namespace

class Package::ContentTypes final : public XmlHandler
{
public:
    explicit ContentTypes(Package &package)
        : m_package(package)
    {}
    void startElement(std::string_view name, const XmlAttributes &attributes) override
    {
        if (name != "Override" || m_package.m_types.size() >= Limits::entries)
            return;
        m_package.m_types.emplace(partName(attributes.value("PartName")),
                                  attributes.value("ContentType"));
    }
    void endElement(std::string_view /*name*/) override {}
    void text(std::string_view /*text*/) override {}

private:
    Package &m_package;
};

class Package::Relationships final : public XmlHandler
{
public:
    Relationships(Package &package, std::string owner)
        : m_package(package)
        , m_owner(std::move(owner))
    {}
    void startElement(std::string_view name, const XmlAttributes &attributes) override
    {
        // What is outside the archive is never looked at.
        if (name != "Relationship" || attributes.value("TargetMode") == "External"
            || ++m_package.m_count > Limits::relationships)
            return;
        m_package.m_relationships[m_owner].emplace(
            attributes.value("Id"),
            Relationship{.type = std::string(attributes.value("Type")),
                         .target = resolve(m_owner, attributes.value("Target"))});
    }
    void endElement(std::string_view /*name*/) override {}
    void text(std::string_view /*text*/) override {}

private:
    Package &m_package;
    std::string m_owner;
};

Result<Package> Package::open(Zip &zip)
{
    Package package;
    std::string mimetype;
    const auto takeMimetype = [&mimetype](std::string_view piece) {
        mimetype += piece.substr(0, longestMimetype - std::min(longestMimetype, mimetype.size()));
        return mimetype.size() < longestMimetype;
    };
    const auto takerFor = [&](const std::string &name) {
        return name == "mimetype" ? Zip::Taker(takeMimetype) : Zip::Taker();
    };
    if (const auto visited = zip.visit(takerFor); !visited)
        return visited.error();
    std::vector<std::unique_ptr<XmlHandler>> handlers;
    const auto handlerFor = [&](const std::string &name) -> XmlHandler * {
        if (core::equalsIgnoringCase(name, contentTypesName))
            handlers.push_back(std::make_unique<ContentTypes>(package));
        else if (name.ends_with(relationshipsEnding)
                 && name.find(relationshipsFolder) != std::string::npos)
            handlers.push_back(std::make_unique<Relationships>(package, ownerOf(name)));
        else
            return nullptr;
        return handlers.back().get();
    };
    // Other archives may have such names, too, with anything in it.
    const auto read = zip.readXml(handlerFor);
    package.recognise(core::trimmed(mimetype));
    if (!read && package.m_format != Format::Archive)
        return read.error();
    if (!read && read.error() != Problem::Damaged)
        return read.error();
    return package;
}

void Package::recognise(std::string_view mimetype)
{
    for (const auto &kind : openDocuments) {
        if (mimetype == kind.sign || mimetype == std::string(kind.sign) + "-template")
            m_format = kind.format;
    }
    if (m_format != Format::Archive)
        return;
    for (const auto &[part, type] : m_types) {
        const auto lower = core::toLower(type);
        if (!lower.ends_with(".main+xml"))
            continue;
        const auto *const kind = std::ranges::find_if(
            kinds, [&lower](const Kind &row) { return lower.find(row.sign) != std::string::npos; });
        m_format = kind->format;
        m_mainPart = part;
        return;
    }
}

std::string_view Package::typeOf(std::string_view name) const
{
    const auto type = m_types.find(partName(name));
    return type == m_types.end() ? std::string_view() : std::string_view(type->second);
}

const Package::Relationship *Package::relationship(std::string_view part, std::string_view id) const
{
    const auto owner = m_relationships.find(partName(part));
    if (owner == m_relationships.end())
        return nullptr;
    const auto found = owner->second.find(id);
    return found == owner->second.end() ? nullptr : &found->second;
}

std::string Package::related(std::string_view part, std::string_view typeEnding) const
{
    const auto owner = m_relationships.find(partName(part));
    if (owner == m_relationships.end())
        return {};
    for (const auto &[id, relationship] : owner->second) {
        if (relationship.type.ends_with(typeEnding))
            return relationship.target;
    }
    return {};
}

} // namespace extractor
