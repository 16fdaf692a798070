// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/HtmlToText.h"

#include "content/DocumentStyle.h"
#include "content/HtmlElement.h"
#include "content/HtmlParser.h"
#include "content/LinkTarget.h"
#include "content/TextLayout.h"
#include "core/Ascii.h"

#include <charconv>
#include <optional>
#include <utility>
#include <vector>

namespace content {

namespace {

constexpr int maximumListNumber = 1'000'000;

std::optional<int> parseInteger(std::string_view text)
{
    text = core::trimmed(text);
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc())
        return {};
    return number;
}

/// Trackers and spacers.
bool isInvisibleImage(const HtmlAttributes &attributes)
{
    const auto isTiny = [&attributes](const char *name) {
        const auto size = parseInteger(attributes.text(name));
        return size && *size <= 1;
    };
    return isTiny("width") || isTiny("height");
}

class Converter : public HtmlHandler
{
public:
    Converter(std::string_view html, UnicodeHygiene &hygiene, std::size_t maximumBytes)
        : m_html(html)
        , m_style(html)
        , m_hygiene(hygiene)
        , m_layout(maximumBytes)
    {}

    HtmlText convert()
    {
        const auto end = parseHtml(m_html, *this, HtmlLimits());
        const bool isTruncated =
            end == HtmlEnd::OverLimit || m_layout.isFull() || m_style.isUnknown();
        return {.text = m_layout.take(),
                .hiddenElements = m_hiddenElements,
                .isTruncated = isTruncated};
    }

    void startElement(std::string_view name, const HtmlAttributes &attributes) override
    {
        Open open;
        if (!m_open.empty())
            open = m_open.back();
        else
            open.appearance = m_style.page();
        open.element = htmlElement(name);
        open.isRendered = open.isRendered && open.element != HtmlElement::Unrendered
                          && open.element != HtmlElement::Style;
        const bool wasHidden = open.appearance.isHidden();
        open.appearance = m_style.enter(name, open.element, attributes, open.appearance);
        if (!open.appearance.isHidden())
            open.hiddenSince.reset();
        else if (!wasHidden || !open.hiddenSince)
            open.hiddenSince = m_open.size();
        open.isCounted = false;
        m_open.push_back(open);
        if (isShown())
            begin(attributes);
    }

    void endElement(std::string_view) override
    {
        if (m_open.empty())
            return;
        if (isShown())
            end(m_open.back().element);
        m_open.pop_back();
        m_style.leave();
    }

    void text(std::string_view text) override
    {
        if (isShown())
            m_layout.addText(m_hygiene.clean(text));
        else if (!isSeen() && UnicodeHygiene::isVisible(text))
            countHidden();
    }

    void rawText(std::string_view) override {}

private:
    struct Open
    {
        HtmlElement element = HtmlElement::Inline;
        Appearance appearance;
        bool isRendered = true;
        std::optional<std::size_t> hiddenSince; ///< the element that hides it, in m_open
        bool isCounted = false;                 ///< among the hidden elements
    };
    struct Link
    {
        std::string target;
        std::size_t begin = 0;
    };

    bool isShown() const
    {
        // Text that may be hidden is not worth the risk.
        return !m_style.isUnknown() && isSeen();
    }

    bool isSeen() const
    {
        return m_open.empty() || (m_open.back().isRendered && !m_open.back().hiddenSince);
    }

    void countHidden()
    {
        const auto &inner = m_open.back();
        if (!inner.isRendered || !inner.hiddenSince)
            return;
        if (!std::exchange(m_open[*inner.hiddenSince].isCounted, true))
            ++m_hiddenElements;
    }

    void begin(const HtmlAttributes &attributes)
    {
        switch (m_open.back().element) {
        case HtmlElement::Block:
            m_layout.endLine();
            break;
        case HtmlElement::Paragraph:
            m_layout.endParagraph();
            break;
        case HtmlElement::Preformatted:
            m_layout.endParagraph();
            m_layout.beginPreformatted();
            break;
        case HtmlElement::Quote:
            m_layout.beginQuote();
            break;
        case HtmlElement::List:
            m_layout.beginList({});
            break;
        case HtmlElement::NumberedList: {
            const int first = parseInteger(attributes.text("start")).value_or(1);
            m_layout.beginList(first >= 0 && first <= maximumListNumber ? first : 1);
            break;
        }
        case HtmlElement::ListItem:
            m_layout.beginListItem();
            break;
        case HtmlElement::TableRow:
            m_layout.beginRow();
            break;
        case HtmlElement::TableCell:
            m_layout.beginCell();
            break;
        case HtmlElement::Link:
            m_links.push_back(
                {.target = shownTarget(attributes.text("href")), .begin = m_layout.position()});
            break;
        case HtmlElement::LineBreak:
            m_layout.breakLine();
            break;
        case HtmlElement::Rule:
            m_layout.endLine();
            m_layout.addText("---");
            m_layout.endLine();
            break;
        case HtmlElement::Image:
            if (!isInvisibleImage(attributes))
                m_layout.addText("[image]");
            break;
        case HtmlElement::Inline:
        case HtmlElement::Style:
        case HtmlElement::Unrendered:
            break;
        }
    }

    void end(HtmlElement element)
    {
        switch (element) {
        case HtmlElement::Block:
        case HtmlElement::ListItem:
            m_layout.endLine();
            break;
        case HtmlElement::Paragraph:
            m_layout.endParagraph();
            break;
        case HtmlElement::Preformatted:
            m_layout.endPreformatted();
            m_layout.endParagraph();
            break;
        case HtmlElement::Quote:
            m_layout.endQuote();
            break;
        case HtmlElement::List:
        case HtmlElement::NumberedList:
            m_layout.endList();
            break;
        case HtmlElement::TableRow:
            m_layout.endRow();
            break;
        case HtmlElement::Link:
            endLink();
            break;
        case HtmlElement::TableCell:
        case HtmlElement::LineBreak:
        case HtmlElement::Rule:
        case HtmlElement::Image:
        case HtmlElement::Inline:
        case HtmlElement::Style:
        case HtmlElement::Unrendered:
            break;
        }
    }

    void endLink()
    {
        const auto link = std::move(m_links.back());
        m_links.pop_back();
        const auto shown = m_layout.textSince(link.begin);
        if (shown.empty() || link.target.empty())
            return;
        if (shown == link.target || "mailto:" + std::string(shown) == link.target)
            return;
        m_layout.attach(" <" + link.target + '>');
    }

    std::string_view m_html;
    DocumentStyle m_style;
    UnicodeHygiene &m_hygiene;
    TextLayout m_layout;
    std::vector<Open> m_open;
    std::vector<Link> m_links;
    std::size_t m_hiddenElements = 0;
};

} // namespace

HtmlText htmlToText(std::string_view html, UnicodeHygiene &hygiene, std::size_t maximumBytes)
{
    return Converter(html, hygiene, maximumBytes).convert();
}

} // namespace content
