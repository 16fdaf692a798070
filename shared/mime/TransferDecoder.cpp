// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/TransferDecoder.h"

#include "core/Ascii.h"
#include "core/Base64.h"

#include <algorithm>
#include <utility>

namespace mime {

namespace {

constexpr std::size_t mostHeld = 64UL * 1024;

/// Where the text ends in escapes that may go on, or the end of the text.
std::size_t endOfWholeEscapes(std::string_view text)
{
    auto position = text.rfind('=');
    if (position == std::string_view::npos)
        return text.size();
    const auto rest = text.substr(position + 1);
    const auto blanks = std::min(rest.find_first_not_of(" \t"), rest.size());
    const bool mayBecomeHex = rest.size() == 1 && core::hexValue(rest[0]);
    // A soft line break may have blanks in it, and its CRLF must not be torn apart.
    const bool mayBecomeBreak = blanks == rest.size() || rest.substr(blanks) == "\r";
    if (!mayBecomeHex && !mayBecomeBreak)
        return text.size();
    // What stands before may look like a soft line break as soon as the text ends here.
    while (true) {
        const auto before = text.substr(0, position).find_last_not_of(" \t");
        if (before == std::string_view::npos || text[before] != '=')
            return position;
        position = before;
    }
}

} // namespace

TransferDecoder::TransferDecoder(std::string_view encoding)
    : m_encoding(transferEncodingNamed(encoding))
{}

std::string TransferDecoder::decode(std::string_view piece)
{
    if (m_hasEnded)
        return {};
    m_held += piece;
    switch (m_encoding) {
    case TransferEncoding::Base64:
        return decodeBase64();
    case TransferEncoding::QuotedPrintable:
        return decodeQuotedPrintable();
    case TransferEncoding::Uuencode:
        return decodeUuencode();
    case TransferEncoding::Identity:
        break;
    }
    return std::exchange(m_held, {});
}

std::string TransferDecoder::finish()
{
    const auto rest = std::exchange(m_held, {});
    if (m_hasEnded)
        return {};
    if (m_encoding == TransferEncoding::Uuencode && m_hasBegun) {
        m_held = rest;
        return decodeUuencodedLines(rest.size());
    }
    return decodeTransfer(rest, nameOf(m_encoding), rest.size()).bytes;
}

std::string TransferDecoder::decodeBase64()
{
    const auto end = m_held.find('=');
    if (end != std::string::npos) {
        m_hasEnded = true;
        const auto last = std::exchange(m_held, {});
        return decodeTransfer(last, nameOf(m_encoding), last.size()).bytes;
    }
    // What is held is small, and so is its buffer: many decoders may be waiting at one time.
    auto text = std::exchange(m_held, {});
    std::erase_if(text, [](char c) { return !isBase64Character(c); });
    const auto whole = text.size() / 4 * 4;
    m_held = text.substr(whole);
    return core::decodeBase64(std::string_view(text).substr(0, whole)).value_or(std::string());
}

std::string TransferDecoder::decodeQuotedPrintable()
{
    const auto whole = endOfWholeEscapes(m_held);
    auto decoded =
        decodeTransfer(std::string_view(m_held).substr(0, whole), nameOf(m_encoding), whole);
    m_held.erase(0, whole);
    // No line is that long, so this is no soft line break, and the `=` stands for itself.
    if (m_held.size() > mostHeld)
        decoded.bytes += std::exchange(m_held, {});
    return std::move(decoded.bytes);
}

std::string TransferDecoder::decodeUuencode()
{
    if (!m_hasBegun) {
        const auto begin = m_held.starts_with("begin ") ? 0 : m_held.find("\nbegin ");
        if (begin == std::string::npos && m_held.size() > mostHeld) {
            m_encoding = TransferEncoding::Identity;
            return std::exchange(m_held, {});
        }
        const auto lineEnd = begin == std::string::npos ? begin : m_held.find('\n', begin + 1);
        if (lineEnd == std::string::npos)
            return {};
        m_hasBegun = true;
        m_held.erase(0, lineEnd + 1);
    }
    const auto lastLineEnd = m_held.rfind('\n');
    if (lastLineEnd != std::string::npos)
        return decodeUuencodedLines(lastLineEnd + 1);
    // No line of it is that long.
    m_hasEnded = m_held.size() > mostHeld;
    return {};
}

std::string TransferDecoder::decodeUuencodedLines(std::size_t size)
{
    std::string result;
    std::string_view lines = std::string_view(m_held).substr(0, size);
    while (!lines.empty() && !m_hasEnded) {
        const auto end = std::min(lines.find('\n'), lines.size());
        m_hasEnded = !appendUuencodedLine(lines.substr(0, end), result);
        lines.remove_prefix(std::min(end + 1, lines.size()));
    }
    m_held.erase(0, size);
    return result;
}

} // namespace mime
