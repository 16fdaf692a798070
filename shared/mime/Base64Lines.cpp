// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/Base64Lines.h"

#include "mime/TransferEncoding.h"

#include <algorithm>

namespace mime {

namespace {

/// Longer lines are no base64 of mail (RFC 2045 §6.8 says 76 characters; RFC 5322 §2.1.1 allows
/// 998).
constexpr std::size_t longestLine = 998;

std::string_view withoutLineEnds(std::string_view text)
{
    while (text.ends_with('\n') || text.ends_with('\r'))
        text.remove_suffix(1);
    return text;
}

} // namespace

Base64Lines::Base64Lines(std::size_t characters, std::size_t lineEndBytes,
                         std::uint64_t encodedSize)
    : m_characters(characters)
    , m_lineEndBytes(lineEndBytes)
    , m_encodedSize(encodedSize)
{}

std::optional<Base64Lines> Base64Lines::of(std::string_view beginning, std::uint64_t encodedSize)
{
    const auto lineFeed = beginning.find('\n');
    if (lineFeed == std::string_view::npos || lineFeed == 0 || beginning.size() >= encodedSize)
        return std::nullopt;
    const std::size_t lineEnd = beginning[lineFeed - 1] == '\r' ? 2 : 1;
    const std::size_t characters = lineFeed + 1 - lineEnd;
    if (characters == 0 || characters % 4 != 0 || characters > longestLine)
        return std::nullopt;
    const Base64Lines lines(characters, lineEnd, encodedSize);
    const auto whole = beginning.size() / lines.lineBytes() * lines.lineBytes();
    if (!lines.isRegular(beginning.substr(0, whole), 0))
        return std::nullopt;
    return lines;
}

std::uint64_t Base64Lines::lastLine() const
{
    // A line end may close the last line, and nothing but line ends is behind it.
    const auto lines = (m_encodedSize - 1) / lineBytes();
    return lines == 0 ? 0 : (lines - 1) * lineBytes();
}

bool Base64Lines::isRegular(std::string_view piece, std::uint64_t offset) const
{
    if (offset % lineBytes() != 0 || offset + piece.size() > m_encodedSize)
        return false;
    const bool isTail = offset + piece.size() == m_encodedSize;
    while (!piece.empty()) {
        const auto line = piece.substr(0, lineBytes());
        const auto characters = line.substr(0, m_characters);
        const bool isWhole = line.size() == lineBytes()
                             && std::ranges::all_of(characters, isBase64Character)
                             && line.ends_with(m_lineEndBytes == 2 ? "\r\n" : "\n");
        if (!isWhole)
            return isTail && isLastLine(piece);
        piece.remove_prefix(line.size());
    }
    return true;
}

/// The last line may be shorter and padded, and line ends may follow.
bool Base64Lines::isLastLine(std::string_view line) const
{
    line = withoutLineEnds(line);
    if (line.size() % 4 != 0 || line.size() > m_characters)
        return false;
    for (int i = 0; i < 2 && line.ends_with('='); ++i)
        line.remove_suffix(1);
    return std::ranges::all_of(line, isBase64Character);
}

std::optional<std::uint64_t> Base64Lines::decodedSize(std::string_view tail) const
{
    const auto offset = lastLine();
    if (offset + tail.size() != m_encodedSize || !isRegular(tail, offset))
        return std::nullopt;
    std::uint64_t characters = offset / lineBytes() * m_characters;
    std::uint64_t padding = 0;
    for (const char c : tail) {
        if (isBase64Character(c) || c == '=')
            ++characters;
        if (c == '=')
            ++padding;
    }
    return characters / 4 * 3 - padding;
}

} // namespace mime
