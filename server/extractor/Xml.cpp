// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractor/Xml.h"

#include "extractor/Limits.h"

#include <libxml/parser.h>

#include <algorithm>
#include <cstring>
#include <optional>

namespace extractor {

using documents::Problem;

namespace {

// Local name, prefix, URI, begin and end of the value.
constexpr int pointersPerAttribute = 5;

std::string_view viewOf(const xmlChar *text)
{
    // libxml2 counts in unsigned characters.
    return text != nullptr ? reinterpret_cast<const char *>(text) : std::string_view();
}

} // namespace

std::string_view XmlAttributes::value(std::string_view localName, std::string_view prefix) const
{
    std::string_view found;
    for (int i = 0; i < m_count; ++i) {
        const auto *const *attribute = m_attributes + std::ptrdiff_t{i} * pointersPerAttribute;
        if (viewOf(attribute[0]) != localName)
            continue;
        found = {reinterpret_cast<const char *>(attribute[3]),
                 static_cast<std::size_t>(attribute[4] - attribute[3])};
        if (viewOf(attribute[1]) == prefix)
            return found;
    }
    return found;
}

bool XmlAttributes::has(std::string_view localName) const
{
    for (int i = 0; i < m_count; ++i) {
        if (viewOf(m_attributes[std::ptrdiff_t{i} * pointersPerAttribute]) == localName)
            return true;
    }
    return false;
}

struct XmlReader::Parser
{
    XmlHandler &handler;
    xmlParserCtxtPtr context = nullptr;
    std::size_t depth = 0;
    std::optional<Problem> problem;
    bool isStopped = false;

    explicit Parser(XmlHandler &xmlHandler)
        : handler(xmlHandler)
    {
        xmlSAXHandler sax = {};
        sax.initialized = XML_SAX2_MAGIC;
        sax.startElementNs = onStart;
        sax.endElementNs = onEnd;
        sax.characters = onText;
        sax.ignorableWhitespace = onText;
        sax.cdataBlock = onText;
        sax.internalSubset = onDocumentType;
        context = xmlCreatePushParserCtxt(&sax, this, nullptr, 0, nullptr);
        if (context == nullptr) {
            problem = Problem::NoMemory;
            return;
        }
        // With NOENT, references to the five entities of XML arrive as characters; there are no
        // others.
        xmlCtxtUseOptions(context, XML_PARSE_NOENT | XML_PARSE_NONET | XML_PARSE_NOERROR
                                       | XML_PARSE_NOWARNING);
    }
    ~Parser()
    {
        if (context != nullptr)
            xmlFreeParserCtxt(context);
    }
    Parser(const Parser &) = delete;
    Parser &operator=(const Parser &) = delete;

    void stop(std::optional<Problem> why)
    {
        if (isStopped)
            return;
        isStopped = true;
        problem = why;
        xmlStopParser(context);
    }

    static void onStart(void *self, const xmlChar *name, const xmlChar * /*prefix*/,
                        const xmlChar * /*uri*/, int /*namespaces*/, const xmlChar ** /*declared*/,
                        int attributes, int /*defaulted*/, const xmlChar **values)
    {
        auto &parser = *static_cast<Parser *>(self);
        if (parser.isStopped)
            return;
        if (++parser.depth > Limits::xmlDepth)
            return parser.stop(Problem::OverLimit);
        parser.handler.startElement(viewOf(name), XmlAttributes(values, attributes));
        if (parser.handler.isSated())
            parser.stop(std::nullopt);
    }
    static void onEnd(void *self, const xmlChar *name, const xmlChar * /*prefix*/,
                      const xmlChar * /*uri*/)
    {
        auto &parser = *static_cast<Parser *>(self);
        if (parser.isStopped)
            return;
        --parser.depth;
        parser.handler.endElement(viewOf(name));
    }
    static void onText(void *self, const xmlChar *text, int size)
    {
        auto &parser = *static_cast<Parser *>(self);
        if (!parser.isStopped)
            parser.handler.text(
                {reinterpret_cast<const char *>(text), static_cast<std::size_t>(size)});
    }
    static void onDocumentType(void *self, const xmlChar * /*name*/, const xmlChar * /*publicId*/,
                               const xmlChar * /*systemId*/)
    {
        static_cast<Parser *>(self)->stop(Problem::Damaged);
    }

    void parse(std::string_view piece, int isLast)
    {
        const int code =
            xmlParseChunk(context, piece.data(), static_cast<int>(piece.size()), isLast);
        if (code == XML_ERR_OK || isStopped)
            return;
        problem = code == XML_ERR_NO_MEMORY ? Problem::NoMemory : Problem::Damaged;
        isStopped = true;
    }
};

XmlReader::XmlReader(XmlHandler &handler)
    : m_parser(std::make_unique<Parser>(handler))
{}

XmlReader::~XmlReader() = default;

bool XmlReader::feed(std::string_view piece)
{
    if (m_parser->problem || m_parser->isStopped)
        return false;
    m_parser->parse(piece, 0);
    return !m_parser->isStopped;
}

Result<core::Done> XmlReader::finish()
{
    if (!m_parser->problem && !m_parser->isStopped)
        m_parser->parse({}, 1);
    if (const auto &problem = m_parser->problem)
        return *problem;
    return core::Done{};
}

} // namespace extractor
