// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace content {

/// What an element does to the text in it.
enum class HtmlElement {
    Inline, ///< nothing; unknown elements are such
    Block,
    Paragraph,
    Preformatted,
    Quote,
    List,
    NumberedList,
    ListItem,
    TableRow,
    TableCell,
    Link,
    LineBreak,
    Rule,
    Image,
    Style,
    Unrendered, ///< no mail program shows what is within
};

HtmlElement htmlElement(std::string_view lowerCaseName);

} // namespace content
