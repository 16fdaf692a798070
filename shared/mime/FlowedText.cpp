// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/FlowedText.h"

#include <algorithm>

namespace mime {

namespace {

constexpr std::string_view signatureSeparator = "-- ";

/// Takes the quote marks off a line and says how many there were.
std::size_t takeQuoteDepth(std::string_view &line)
{
    const std::size_t depth = std::min(line.find_first_not_of('>'), line.size());
    line.remove_prefix(depth);
    return depth;
}

} // namespace

std::string unwrapFlowed(std::string_view text, TrailingSpace trailingSpace)
{
    std::string result;
    result.reserve(text.size());
    std::size_t position = 0;
    std::size_t paragraphDepth = 0;
    bool isContinued = false; // the line before was flowed
    while (position < text.size()) {
        const std::size_t end = std::min(text.find('\n', position), text.size());
        std::string_view line = text.substr(position, end - position);
        const bool hasLineEnd = end < text.size();
        position = end + 1;

        const std::size_t depth = takeQuoteDepth(line);
        if (line.starts_with(' '))
            line.remove_prefix(1);
        const bool isSignature = line == signatureSeparator;
        // A change of depth or a signature ends a paragraph, whatever the line before said (§4.5).
        const bool joins = isContinued && depth == paragraphDepth && !isSignature;
        if (isContinued && !joins)
            result += '\n';
        if (!joins && depth > 0) {
            result.append(depth, '>');
            result += ' ';
        }
        isContinued = line.ends_with(' ') && !isSignature && hasLineEnd;
        paragraphDepth = depth;
        if (isContinued && trailingSpace == TrailingSpace::Delete)
            line.remove_suffix(1);
        result += line;
        if (!isContinued && hasLineEnd)
            result += '\n';
    }
    return result;
}

} // namespace mime
