// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/LeafPart.h"

#include "core/Ascii.h"
#include "core/Unicode.h"
#include "mime/Charset.h"
#include "mime/FlowedText.h"
#include "mime/TransferEncoding.h"

namespace mime {

namespace {

/// CRLF and lone CR become LF, NUL goes.
std::string withPlainLineEnds(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\r') {
            if (i + 1 == text.size() || text[i + 1] != '\n')
                result += '\n';
        } else if (c != '\0') {
            result += c;
        }
    }
    return result;
}

/// Cutting bytes may have cut the last character: what is left of it says nothing.
void removeBrokenEnd(std::string &text)
{
    static const std::string replacement = [] {
        std::string bytes;
        core::appendCodePoint(bytes, core::replacementCharacter);
        return bytes;
    }();
    if (text.ends_with(replacement))
        text.resize(text.size() - replacement.size());
}

} // namespace

DecodedText decodeText(const LeafPart &part, std::size_t maximumBytes)
{
    // No charset needs more than four bytes for what UTF-8 says in one (UTF-32).
    const auto decoded = decodeTransfer(part.bytes, part.encoding, maximumBytes * 4);
    DecodedText result{.text = withPlainLineEnds(toUtf8(decoded.bytes, part.charset)),
                       .isTruncated = decoded.isTruncated || part.isCut};
    if (result.isTruncated)
        removeBrokenEnd(result.text);
    if (core::equalsIgnoringCase(part.format, "flowed")) {
        result.text = unwrapFlowed(result.text, core::equalsIgnoringCase(part.delSp, "yes")
                                                    ? TrailingSpace::Delete
                                                    : TrailingSpace::Keep);
    }
    if (result.text.size() > maximumBytes) {
        result.text.resize(core::truncateUtf8(result.text, maximumBytes).size());
        result.isTruncated = true;
    }
    return result;
}

} // namespace mime
