// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/HtmlParser.h"

#include "core/Ascii.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <memory>

namespace content {

namespace {

/// What the parser gets at a time; between two pieces isFlooded() looks at what it has eaten.
constexpr std::size_t pieceBytes = 4096;

std::string_view viewOf(const xmlChar *text)
{
    // libxml2 counts in unsigned characters.
    return text != nullptr ? reinterpret_cast<const char *>(text) : std::string_view();
}

std::size_t countWords(std::string_view text)
{
    std::size_t words = 0;
    bool isInside = false;
    for (const char c : text) {
        // An equals sign parts a name from its value without any blank.
        const bool isWord = !core::isBlank(c) && c != '\n' && c != '\r' && c != '=';
        words += isWord && !isInside ? 1 : 0;
        isInside = isWord;
    }
    return words;
}

class SaxParser
{
public:
    SaxParser(HtmlHandler &handler, const HtmlLimits &limits)
        : m_handler(handler)
        , m_limits(limits)
    {}

    HtmlEnd parse(std::string_view html)
    {
        [[maybe_unused]] static const bool isInitialised = [] {
            xmlInitParser();
            return true;
        }();
        const std::unique_ptr<xmlParserCtxt, decltype(&htmlFreeParserCtxt)> context(
            htmlNewParserCtxt(), htmlFreeParserCtxt);
        m_context = context.get();
        m_html = html;
        htmlCtxtUseOptions(m_context, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING
                                          | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
        // Errors have no callback: hostile documents have as many as they like.
        *m_context->sax = {};
        m_context->sax->startElement = onStartElement;
        m_context->sax->endElement = onEndElement;
        m_context->sax->characters = onCharacters;
        m_context->sax->ignorableWhitespace = onCharacters;
        m_context->sax->cdataBlock = onRawText;
        m_context->sax->comment = onComment;
        m_context->userData = this;
        auto *const buffer =
            xmlParserInputBufferCreateIO(onRead, nullptr, this, XML_CHAR_ENCODING_NONE);
        inputPush(m_context, xmlNewIOInputStream(m_context, buffer, XML_CHAR_ENCODING_NONE));
        xmlSwitchEncoding(m_context, XML_CHAR_ENCODING_UTF8);
        htmlParseDocument(m_context);
        return m_isStopped ? HtmlEnd::OverLimit : HtmlEnd::Complete;
    }

private:
    static SaxParser &parserOf(void *self)
    {
        auto &parser = *static_cast<SaxParser *>(self);
        const long consumed = xmlByteConsumed(parser.m_context); // -1 if it does not know
        if (consumed > 0)
            parser.m_told = std::min(static_cast<std::size_t>(consumed), parser.m_read);
        return parser;
    }
    static void onStartElement(void *self, const xmlChar *name, const xmlChar **attributes)
    {
        parserOf(self).start(name, attributes);
    }
    static void onEndElement(void *self, const xmlChar *name)
    {
        auto &parser = parserOf(self);
        if (parser.m_isStopped)
            return;
        --parser.m_depth;
        parser.m_handler.endElement(viewOf(name));
    }
    static void onCharacters(void *self, const xmlChar *text, int size)
    {
        const auto &parser = parserOf(self);
        if (!parser.m_isStopped)
            parser.m_handler.text(
                {reinterpret_cast<const char *>(text), static_cast<std::size_t>(size)});
    }
    static void onRawText(void *self, const xmlChar *text, int size)
    {
        const auto &parser = parserOf(self);
        if (!parser.m_isStopped)
            parser.m_handler.rawText(
                {reinterpret_cast<const char *>(text), static_cast<std::size_t>(size)});
    }
    static void onComment(void *self, const xmlChar *) { parserOf(self); }
    static int onRead(void *self, char *buffer, int size)
    {
        return static_cast<int>(
            static_cast<SaxParser *>(self)->read(buffer, static_cast<std::size_t>(size)));
    }

    std::size_t read(char *buffer, std::size_t size)
    {
        if (!m_isStopped && isFlooded())
            m_isStopped = true;
        if (m_isStopped)
            return 0;
        const auto piece = m_html.substr(m_read, std::min(size, pieceBytes));
        m_read += piece.size();
        piece.copy(buffer, piece.size());
        return piece.size();
    }

    void start(const xmlChar *name, const xmlChar **attributes)
    {
        if (m_isStopped)
            return;
        // libxml2 looks through all open elements at every end tag.
        if (++m_depth > m_limits.depth) {
            stop();
            return;
        }
        static constexpr const unsigned char *none = nullptr;
        m_handler.startElement(viewOf(name),
                               HtmlAttributes(attributes != nullptr ? attributes : &none));
    }

    /// libxml2 compares every attribute of a tag with all the ones before it, so it must not get
    /// very many. What it has read since it last told something is the tag that it is in, or
    /// something that it skips.
    bool isFlooded() const
    {
        auto text = m_html.substr(m_told, m_read - m_told);
        if (text.starts_with("/>"))
            text.remove_prefix(2);
        else if (text.starts_with('>'))
            text.remove_prefix(1);
        while (text.size() > 1 && text[0] == '<' && !core::isLetter(text[1])) {
            const auto end = text.find('>');
            if (text.starts_with("<!--") || end == std::string_view::npos)
                return false;
            text.remove_prefix(end + 1);
        }
        return countWords(text) > m_limits.wordsPerTag;
    }

    void stop()
    {
        m_isStopped = true;
        xmlStopParser(m_context);
    }

    HtmlHandler &m_handler;
    const HtmlLimits &m_limits;
    htmlParserCtxtPtr m_context = nullptr;
    std::string_view m_html;
    std::size_t m_read = 0; ///< so much of it has the parser got
    std::size_t m_told = 0; ///< so much of it is done with
    std::size_t m_depth = 0;
    bool m_isStopped = false;
};

} // namespace

std::optional<std::string_view> HtmlAttributes::value(std::string_view name) const
{
    for (const auto *const *pair = m_pairs; *pair != nullptr; pair += 2) {
        if (viewOf(pair[0]) == name)
            return viewOf(pair[1]);
    }
    return {};
}

HtmlEnd parseHtml(std::string_view html, HtmlHandler &handler, const HtmlLimits &limits)
{
    return SaxParser(handler, limits).parse(html);
}

} // namespace content
