// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractor/OpenDocument.h"

#include "extractor/Paragraphs.h"

#include <charconv>
#include <string>

namespace extractor {

using documents::Problem;

namespace {

/// META-INF/manifest.xml
class Manifest final : public XmlHandler
{
public:
    void startElement(std::string_view name, const XmlAttributes & /*attributes*/) override
    {
        m_isEncrypted = m_isEncrypted || name == "encryption-data";
    }
    void endElement(std::string_view /*name*/) override {}
    void text(std::string_view /*text*/) override {}
    bool isEncrypted() const { return m_isEncrypted; }

private:
    bool m_isEncrypted = false;
};

/// content.xml
class Body final : public XmlHandler
{
public:
    void startElement(std::string_view name, const XmlAttributes &attributes) override
    {
        if (m_skipped > 0 || name == "tracked-changes" || name == "page-number") {
            ++m_skipped;
            return;
        }
        if (name == "p" || name == "h")
            ++m_paragraphDepth;
        else if (name == "s")
            m_paragraphs.text(std::string(blanksOf(attributes), ' '));
        else if (name == "tab")
            m_paragraphs.text("\t");
        else if (name == "line-break")
            m_paragraphs.text("\n");
        else if (name == "note")
            m_paragraphs.text(" [note: ");
        else if (name == "annotation")
            m_paragraphs.text(" [comment: ");
        else if (name == "list-item")
            m_paragraphs.text("- ");
        else if (name == "table-row")
            m_paragraphs.beginRow();
        else if (name == "table-cell" || name == "covered-table-cell")
            m_paragraphs.beginCell();
        else if (name == "page")
            heading("Slide", std::to_string(++m_pages));
        else if (name == "table" && m_isSpreadsheet)
            heading("Sheet", attributes.value("name")), ++m_pages;
        else if (name == "spreadsheet")
            m_isSpreadsheet = true;
        else if (name == "notes")
            m_paragraphs.text("Notes: ");
    }
    void endElement(std::string_view name) override
    {
        if (m_skipped > 0) {
            --m_skipped;
            return;
        }
        if (name == "p" || name == "h") {
            --m_paragraphDepth;
            if (m_paragraphDepth == 0)
                m_paragraphs.endParagraph();
        } else if (name == "note" || name == "annotation") {
            m_paragraphs.text("]");
        } else if (name == "table-row") {
            m_paragraphs.endRow();
        } else if (name == "table-cell" || name == "covered-table-cell") {
            m_paragraphs.endCell();
        }
    }
    void text(std::string_view text) override
    {
        if (m_paragraphDepth == 0 || m_skipped > 0)
            return;
        m_hasText = m_hasText || text.find_first_not_of(" \t\r\n") != std::string_view::npos;
        m_paragraphs.text(text);
    }
    bool isSated() const override { return m_paragraphs.isFull(); }

    Content take()
    {
        Content content;
        content.isTruncated = m_paragraphs.isFull();
        if (m_pages > 0)
            content.pages = m_pages;
        if (m_hasText)
            content.text = m_paragraphs.take();
        return content;
    }

private:
    static std::size_t blanksOf(const XmlAttributes &attributes)
    {
        constexpr std::size_t most = 100;
        const auto text = attributes.value("c");
        std::size_t count = 1;
        std::from_chars(text.data(), text.data() + text.size(), count);
        return std::min(count, most);
    }
    void heading(std::string_view kind, std::string_view name)
    {
        m_paragraphs.endParagraph();
        m_paragraphs.endParagraph();
        m_paragraphs.text("--- " + std::string(kind) + ' ' + std::string(name) + " ---");
        m_paragraphs.endParagraph();
    }

    Paragraphs m_paragraphs;
    std::size_t m_skipped = 0;
    std::size_t m_paragraphDepth = 0;
    std::uint32_t m_pages = 0;
    bool m_isSpreadsheet = false;
    bool m_hasText = false;
};

} // namespace

Result<Content> readOpenDocument(Zip &zip)
{
    Manifest manifest;
    const auto manifestOnly = [&](const std::string &name) -> XmlHandler * {
        return name == "META-INF/manifest.xml" ? &manifest : nullptr;
    };
    if (const auto read = zip.readXml(manifestOnly); !read)
        return read.error();
    if (manifest.isEncrypted())
        return Problem::Encrypted;
    Body body;
    const auto bodyOnly = [&](const std::string &name) -> XmlHandler * {
        return name == "content.xml" ? &body : nullptr;
    };
    if (const auto read = zip.readXml(bodyOnly); !read)
        return read.error();
    return body.take();
}

} // namespace extractor
