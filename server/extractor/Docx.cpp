// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractor/Docx.h"

#include "extractor/Paragraphs.h"

#include <array>
#include <map>
#include <memory>
#include <string>
#include <utility>

namespace extractor {

namespace {

/// A part of the document with text in it.
class Story final : public XmlHandler
{
public:
    void startElement(std::string_view name, const XmlAttributes &attributes) override
    {
        // Fallback says what the Choice beside it says, for old programs.
        if (m_skipped > 0 || name == "del" || name == "moveFrom" || name == "Fallback"
            || isSeparator(name, attributes)) {
            ++m_skipped;
            return;
        }
        if (name == "rPr")
            m_isInRunProperties = true;
        else if (name == "r")
            m_isHidden = false;
        else if (name == "vanish" && m_isInRunProperties)
            m_isHidden = isOn(attributes);
        else if (name == "t")
            m_isText = true;
        else if (name == "numPr")
            m_paragraphs.text("- ");
        else
            startStructure(name, attributes);
    }
    void endElement(std::string_view name) override
    {
        if (m_skipped > 0) {
            --m_skipped;
            return;
        }
        if (name == "t")
            m_isText = false;
        else if (name == "rPr")
            m_isInRunProperties = false;
        else if (name == "r")
            endRun();
        else if (name == "p")
            m_paragraphs.endParagraph();
        else if (name == "tc")
            m_paragraphs.endCell();
        else if (name == "tr")
            m_paragraphs.endRow();
    }
    void text(std::string_view text) override
    {
        if (m_isText && m_skipped == 0)
            write(text);
    }
    bool isSated() const override { return m_paragraphs.isFull(); }

    std::size_t hidden() const { return m_hidden; }
    bool isFull() const { return m_paragraphs.isFull(); }
    std::string take() { return m_paragraphs.take(); }

private:
    static bool isOn(const XmlAttributes &attributes)
    {
        const auto value = attributes.value("val");
        return value != "0" && value != "false" && value != "off";
    }
    /// The lines above notes are notes themselves.
    static bool isSeparator(std::string_view name, const XmlAttributes &attributes)
    {
        return (name == "footnote" || name == "endnote") && !attributes.value("type").empty()
               && attributes.value("type") != "normal";
    }

    void startStructure(std::string_view name, const XmlAttributes &attributes)
    {
        if (name == "tab" && !m_isInRunProperties)
            write("\t");
        else if (name == "br" || name == "cr")
            write("\n");
        else if (name == "noBreakHyphen")
            write("-");
        else if (name == "footnoteReference" || name == "footnote")
            mark("[", attributes);
        else if (name == "endnoteReference" || name == "endnote")
            mark("[end ", attributes);
        else if (name == "tr")
            m_paragraphs.beginRow();
        else if (name == "tc")
            m_paragraphs.beginCell();
        else if (name == "comment")
            m_paragraphs.text(std::string(attributes.value("author")) + ": ");
    }
    void mark(std::string_view begin, const XmlAttributes &attributes)
    {
        const auto id = attributes.value("id");
        if (!id.empty())
            write(std::string(begin) + std::string(id) + "] ");
    }
    void write(std::string_view text)
    {
        if (m_isHidden)
            m_hasHiddenText = true;
        else
            m_paragraphs.text(text);
    }
    void endRun()
    {
        m_hidden += m_hasHiddenText ? 1 : 0;
        m_hasHiddenText = false;
        m_isHidden = false;
    }

    Paragraphs m_paragraphs;
    std::size_t m_skipped = 0; ///< depth in what is not read
    std::size_t m_hidden = 0;
    bool m_isText = false;
    bool m_isInRunProperties = false;
    bool m_isHidden = false;
    bool m_hasHiddenText = false;
};

struct Section
{
    std::string_view typeEnding;
    std::string_view title; ///< before it, if it has any text
};

// In the order in which they are written.
constexpr std::array<Section, 6> sections = {{
    {.typeEnding = ".header+xml", .title = ""},
    {.typeEnding = ".main+xml", .title = ""},
    {.typeEnding = ".footer+xml", .title = ""},
    {.typeEnding = ".footnotes+xml", .title = "Footnotes:\n"},
    {.typeEnding = ".endnotes+xml", .title = "Endnotes:\n"},
    {.typeEnding = ".comments+xml", .title = "Comments:\n"},
}};

} // namespace

Result<Content> readDocx(Zip &zip, const Package &package)
{
    // By section, then by name.
    std::map<std::pair<std::size_t, std::string>, Story> stories;
    const auto handlerFor = [&](const std::string &name) -> XmlHandler * {
        const auto type = package.typeOf(name);
        for (std::size_t i = 0; i < sections.size(); ++i) {
            if (!type.empty() && type.ends_with(sections.at(i).typeEnding))
                return &stories.try_emplace({i, name}).first->second;
        }
        return nullptr;
    };
    if (const auto read = zip.readXml(handlerFor); !read)
        return read.error();
    Content content;
    TextSink sink;
    std::string before; // headers of all kinds mostly say the same
    for (auto &[place, story] : stories) {
        content.hidden += story.hidden();
        content.isTruncated = content.isTruncated || story.isFull();
        const auto text = story.take();
        if (text.empty() || text == before)
            continue;
        if (!sink.isEmpty())
            sink.add("\n\n");
        sink.add(sections.at(place.first).title);
        sink.add(text);
        before = text;
    }
    content.isTruncated = content.isTruncated || sink.isFull();
    content.text = sink.take();
    return content;
}

} // namespace extractor
