// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/HeaderText.h"

#include "core/Ascii.h"
#include "core/Unicode.h"
#include "mime/Charset.h"
#include "mime/EncodedWords.h"

#include <vmime/charset.hpp>
#include <vmime/exception.hpp>
#include <vmime/parsingContext.hpp>
#include <vmime/text.hpp>
#include <vmime/word.hpp>

#include <utility>
#include <vector>

namespace mime {

namespace {

constexpr std::size_t maximumBytes = 64UL * 1024;

/// Adds the padding that some senders leave off in `=?charset?B?…?=`: VMime would lose the last
/// group.
std::string withPadding(std::string_view raw)
{
    std::string result;
    std::size_t position = 0;
    while (position < raw.size()) {
        const std::size_t start = raw.find("=?", position);
        if (start == std::string_view::npos)
            break;
        const std::size_t kind = raw.find('?', start + 2);
        if (kind == std::string_view::npos || kind + 2 >= raw.size())
            break;
        const std::size_t end = raw.find("?=", kind + 3);
        if (end == std::string_view::npos)
            break;
        const bool isBase64 = core::toLower(raw[kind + 1]) == 'b' && raw[kind + 2] == '?';
        result += raw.substr(position, end - position);
        const std::size_t length = end - (kind + 3);
        if (isBase64 && length % 4 >= 2)
            result.append(4 - length % 4, '=');
        result += "?=";
        position = end + 2;
    }
    result += raw.substr(position);
    return result;
}

std::vector<EncodedRun> decodeWithVmime(const std::string &raw)
{
    std::vector<EncodedRun> runs;
    try {
        // Without this, VMime would label raw bytes UTF-8 and they could not be told from encoded
        // words that say so.
        vmime::parsingContext context;
        context.setInternationalizedEmailSupport(false);
        vmime::text text;
        text.parse(context, raw);
        for (const auto &word : text.getWordList())
            append(runs, word->getCharset().getName(), word->getBuffer());
    } catch (const std::exception &) {
        return {{.charset = {}, .bytes = raw}};
    }
    return runs;
}

} // namespace

std::string decodeHeaderText(std::string_view raw)
{
    raw = core::trimmed(raw.substr(0, maximumBytes));
    if (raw.find("=?") == std::string_view::npos)
        return rawLine(raw);
    auto runs = decodeEncodedWords(raw);
    if (!runs)
        runs = decodeWithVmime(withPadding(raw));
    std::string text;
    for (const auto &run : *runs)
        text += toUtf8(run.bytes, run.charset);
    return singleLine(text);
}

std::string decodeHeaderText(std::string &&raw)
{
    const bool isLine = raw.size() <= maximumBytes && core::trimmed(raw).size() == raw.size()
                        && raw.find("=?") == std::string::npos;
    return isLine ? rawLine(std::move(raw)) : decodeHeaderText(std::string_view(raw));
}

std::string rawLine(std::string_view raw)
{
    return rawLine(std::string(raw));
}

std::string rawLine(std::string &&raw)
{
    if (core::printableAsciiPrefix(raw) == raw.size())
        return std::move(raw);
    return singleLine(toUtf8(raw, {}));
}

std::string singleLine(std::string_view utf8)
{
    std::string result;
    result.reserve(utf8.size());
    std::size_t position = 0;
    while (position < utf8.size()) {
        const std::size_t start = position;
        position += core::printableAsciiPrefix(utf8.substr(position));
        if (position > start) {
            result += utf8.substr(start, position - start);
            continue;
        }
        const auto codePoint = core::nextCodePoint(utf8, position);
        const bool isFold = codePoint == U'\n' && position < utf8.size()
                            && (utf8[position] == ' ' || utf8[position] == '\t');
        if (!codePoint) {
            core::appendCodePoint(result, core::replacementCharacter);
        } else if (isFold) {
            // RFC 5322 §2.2.3: the blank that follows was there before.
            continue;
        } else if (*codePoint == U'\n' || *codePoint == U'\t' || *codePoint == U'\u2028'
                   || *codePoint == U'\u2029') {
            result += ' ';
        } else if (!core::isControl(*codePoint)) {
            result += utf8.substr(start, position - start);
        }
    }
    return result;
}

} // namespace mime
