// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractor/Pptx.h"

#include "core/Ascii.h"
#include "extractor/Limits.h"
#include "extractor/Paragraphs.h"

#include <map>
#include <string>
#include <vector>

namespace extractor {

namespace {

/// presentation.xml: the slides in their order.
class SlideList final : public XmlHandler
{
public:
    void startElement(std::string_view name, const XmlAttributes &attributes) override
    {
        if (name == "sldId" && m_ids.size() < Limits::pages)
            m_ids.emplace_back(attributes.value("id", "r"));
    }
    void endElement(std::string_view /*name*/) override {}
    void text(std::string_view /*text*/) override {}
    const std::vector<std::string> &ids() const { return m_ids; }

private:
    std::vector<std::string> m_ids;
};

/// A slide, or its notes.
class Slide final : public XmlHandler
{
public:
    void startElement(std::string_view name, const XmlAttributes &attributes) override
    {
        // A field is a number or a date that the program puts there.
        if (m_skipped > 0 || name == "fld" || name == "Fallback")
            ++m_skipped;
        else if (name == "sld")
            m_isHidden = attributes.value("show") == "0" || attributes.value("show") == "false";
        else if (name == "t")
            m_isText = true;
        else if (name == "br")
            m_paragraphs.text("\n");
        else if (name == "tr")
            m_paragraphs.beginRow();
        else if (name == "tc")
            m_paragraphs.beginCell();
    }
    void endElement(std::string_view name) override
    {
        if (m_skipped > 0)
            --m_skipped;
        else if (name == "t")
            m_isText = false;
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
            m_paragraphs.text(text);
    }
    bool isSated() const override { return m_paragraphs.isFull(); }

    bool isHidden() const { return m_isHidden; }
    bool isFull() const { return m_paragraphs.isFull(); }
    std::string take() { return m_paragraphs.take(); }

private:
    Paragraphs m_paragraphs;
    std::size_t m_skipped = 0;
    bool m_isText = false;
    bool m_isHidden = false;
};

} // namespace

Result<Content> readPptx(Zip &zip, const Package &package)
{
    SlideList list;
    std::map<std::string, Slide> slides; // and notes, by part in lower case
    const auto handlerFor = [&](const std::string &name) -> XmlHandler * {
        const auto type = package.typeOf(name);
        if (type.ends_with(".slide+xml") || type.ends_with(".notesSlide+xml"))
            return &slides[core::toLower(name)];
        return core::equalsIgnoringCase(name, package.mainPart()) ? &list : nullptr;
    };
    if (const auto read = zip.readXml(handlerFor); !read)
        return read.error();
    Content content;
    TextSink sink;
    std::uint32_t number = 0;
    bool hasText = false;
    for (const auto &id : list.ids()) {
        const auto *const target = package.relationship(package.mainPart(), id);
        const auto slide = target == nullptr ? slides.end() : slides.find(target->target);
        if (slide == slides.end())
            continue;
        ++number;
        sink.add((number == 1 ? "--- Slide " : "\n\n--- Slide ") + std::to_string(number));
        sink.add(slide->second.isHidden() ? " (not shown) ---\n" : " ---\n");
        content.isTruncated = content.isTruncated || slide->second.isFull();
        const auto text = slide->second.take();
        sink.add(text);
        hasText = hasText || !text.empty();
        const auto notes = slides.find(package.related(target->target, "/notesSlide"));
        if (notes == slides.end())
            continue;
        if (const auto note = notes->second.take(); !note.empty()) {
            sink.add("\nNotes:\n" + note);
            hasText = true;
        }
    }
    content.pages = number;
    content.isTruncated = content.isTruncated || sink.isFull();
    if (hasText)
        content.text = sink.take();
    return content;
}

} // namespace extractor
