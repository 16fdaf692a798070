// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/UnicodeHygiene.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace content {

struct HtmlText
{
    std::string text; ///< clean as UnicodeHygiene leaves it, lines end with LF
    /// Elements with text that a person would not see, which is not in `text`: hidden by a
    /// style attribute or a style element, a `hidden` or an `aria-hidden`. What no mail program
    /// ever shows (comments, scripts, styles, the title) does not count.
    std::size_t hiddenElements = 0;
    bool isTruncated = false; ///< the document says more
};

/// The text of an HTML mail as a person would read it. Blocks, lists, tables and quotes keep their
/// shape; links become `text <url>`, so that a lying text shows (http, https and mailto only),
/// pictures `[image]`, whatever their sender calls them. Nothing is fetched, run or guessed.
///
/// Markdown in the text stays what it is: the result is plain text, and whoever shows it as
/// anything else has to escape it.
///
/// `html` is valid UTF-8 without NUL. Time and memory are in proportion to its size; at most
/// `maximumBytes` come out. Any thread.
HtmlText htmlToText(std::string_view html, UnicodeHygiene &hygiene, std::size_t maximumBytes);

} // namespace content
