// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/HtmlElement.h"

#include <unordered_map>

namespace content {

HtmlElement htmlElement(std::string_view lowerCaseName)
{
    using enum HtmlElement;
    static const std::unordered_map<std::string_view, HtmlElement> elements = {
        {"address", Block},
        {"article", Block},
        {"aside", Block},
        {"body", Block},
        {"caption", Block},
        {"center", Block},
        {"dd", Block},
        {"details", Block},
        {"div", Block},
        {"dt", Block},
        {"fieldset", Block},
        {"figcaption", Block},
        {"figure", Block},
        {"footer", Block},
        {"form", Block},
        {"header", Block},
        {"hgroup", Block},
        {"legend", Block},
        {"main", Block},
        {"nav", Block},
        {"section", Block},
        {"summary", Block},
        {"table", Block},
        {"dl", Paragraph},
        {"h1", Paragraph},
        {"h2", Paragraph},
        {"h3", Paragraph},
        {"h4", Paragraph},
        {"h5", Paragraph},
        {"h6", Paragraph},
        {"p", Paragraph},
        {"pre", Preformatted},
        {"listing", Preformatted},
        {"xmp", Preformatted},
        {"plaintext", Preformatted},
        {"blockquote", Quote},
        {"ul", List},
        {"dir", List},
        {"menu", List},
        {"ol", NumberedList},
        {"li", ListItem},
        {"tr", TableRow},
        {"td", TableCell},
        {"th", TableCell},
        {"a", Link},
        {"br", LineBreak},
        {"hr", Rule},
        {"img", Image},
        {"style", Style},
        {"applet", Unrendered},
        {"audio", Unrendered},
        {"canvas", Unrendered},
        {"datalist", Unrendered},
        {"dialog", Unrendered},
        {"embed", Unrendered},
        {"frameset", Unrendered},
        {"head", Unrendered},
        {"iframe", Unrendered},
        {"math", Unrendered},
        {"noembed", Unrendered},
        {"noframes", Unrendered},
        {"object", Unrendered},
        {"script", Unrendered},
        {"select", Unrendered},
        {"svg", Unrendered},
        {"template", Unrendered},
        {"title", Unrendered},
        {"video", Unrendered},
        {"xml", Unrendered},
    };
    const auto found = elements.find(lowerCaseName);
    return found == elements.end() ? Inline : found->second;
}

} // namespace content
