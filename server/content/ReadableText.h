// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/UnicodeHygiene.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace content {

/// The one text of a message that says what it says.
struct ReadableText
{
    enum class Source {
        None,  ///< the message has no text
        Plain, ///< its text/plain part
        Html,  ///< made of its text/html part
    };

    std::string text; ///< clean
    Source source = Source::None;
    std::size_t hiddenElements = 0; ///< see HtmlText
    bool isTruncated = false;       ///< the HTML says more
};

/// Chooses between the two texts of a message: the plain one, unless there is none, or it is blank,
/// or only says that the message has several parts. Both are valid UTF-8 without NUL; at most
/// `maximumBytes` are made of HTML. Any thread.
ReadableText readableText(std::optional<std::string_view> plain,
                          std::optional<std::string_view> html, UnicodeHygiene &hygiene,
                          std::size_t maximumBytes);

} // namespace content
