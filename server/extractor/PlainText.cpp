// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractor/PlainText.h"

#include "content/HtmlToText.h"
#include "core/Ascii.h"
#include "core/Unicode.h"
#include "extractor/Limits.h"
#include "mime/LeafPart.h"

#include <utility>

namespace extractor {

namespace {

/// The charset in `<meta charset=x>` or `<meta … content="text/html; charset=x">`, if it stands
/// where HTML wants it (HTML standard, "prescan a byte stream").
std::string charsetInHtml(std::string_view bytes)
{
    constexpr std::size_t prescanned = 1024;
    const auto beginning = core::toLower(bytes.substr(0, prescanned));
    constexpr std::string_view sign = "charset=";
    const auto found = beginning.find(sign);
    if (found == std::string::npos)
        return {};
    const auto begin = beginning.find_first_not_of("\"' ", found + sign.size());
    if (begin == std::string::npos)
        return {};
    return beginning.substr(begin, beginning.find_first_of("\"' />;", begin) - begin);
}

} // namespace

std::string decodedText(std::string_view bytes, std::string_view charset)
{
    constexpr std::string_view utf8Mark = "\xef\xbb\xbf";
    if (bytes.starts_with(utf8Mark)) {
        bytes.remove_prefix(utf8Mark.size());
        charset = "utf-8";
    } else if (bytes.starts_with("\xff\xfe")) {
        bytes.remove_prefix(2);
        charset = "utf-16le";
    } else if (bytes.starts_with("\xfe\xff")) {
        bytes.remove_prefix(2);
        charset = "utf-16be";
    }
    return mime::decodeText({.bytes = bytes, .charset = charset}, Limits::documentBytes).text;
}

Content readPlainText(std::string_view bytes, std::string_view charset)
{
    Content content;
    content.text = decodedText(bytes, charset);
    const auto size = core::truncateUtf8(content.text, Limits::textBytes).size();
    content.isTruncated = size < content.text.size();
    content.text.resize(size);
    return content;
}

Content readCalendar(std::string_view bytes, std::string_view charset)
{
    // Before it is decoded: programs fold in the middle of a character.
    std::string unfolded;
    unfolded.reserve(bytes.size());
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const std::size_t lineEnd = bytes.substr(i).starts_with("\r\n") ? 2
                                    : bytes[i] == '\n'                  ? 1
                                                                        : 0;
        const auto next = i + lineEnd;
        if (lineEnd > 0 && next < bytes.size() && core::isBlank(bytes[next]))
            i = next;
        else
            unfolded += bytes[i];
    }
    return readPlainText(unfolded, charset);
}

Content readHtml(std::string_view bytes, std::string_view charset)
{
    const auto html =
        decodedText(bytes, charset.empty() ? charsetInHtml(bytes) : std::string(charset));
    content::UnicodeHygiene hygiene;
    auto converted = content::htmlToText(html, hygiene, Limits::textBytes);
    Content content;
    content.text = std::move(converted.text);
    content.hidden = converted.hiddenElements;
    content.removed = hygiene.removed();
    content.isTruncated = converted.isTruncated;
    return content;
}

} // namespace extractor
