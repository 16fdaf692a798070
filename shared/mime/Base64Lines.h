// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace mime {

/// How a part in base64 is laid out when every line but the last is of the same length, as all
/// usual mail programs write it. Then it is known how many bytes the part holds and where each of
/// them stands, so that a part can be read from the middle on without what comes before.
///
/// What begins and ends regularly may still be irregular in the middle: whoever reads it checks
/// each piece with isRegular().
class Base64Lines
{
public:
    /// `beginning` is how the part begins, at least one whole line; `encodedSize` is its size, and
    /// more than `beginning`. Nothing unless all of `beginning` is regular.
    static std::optional<Base64Lines> of(std::string_view beginning, std::uint64_t encodedSize);

    /// Bytes of a line with its line end.
    std::size_t lineBytes() const { return m_characters + m_lineEndBytes; }
    /// Bytes that a line stands for.
    std::size_t decodedLineBytes() const { return m_characters / 4 * 3; }
    /// Where the last line begins that must hold something.
    std::uint64_t lastLine() const;

    /// True if `piece` fits the layout: it begins with a line and holds whole lines, or reaches to
    /// the end of the part.
    bool isRegular(std::string_view piece, std::uint64_t offset) const;
    /// How many bytes the part holds; `tail` is all of it from lastLine() on. Nothing if the tail
    /// does not fit.
    std::optional<std::uint64_t> decodedSize(std::string_view tail) const;

private:
    Base64Lines(std::size_t characters, std::size_t lineEndBytes, std::uint64_t encodedSize);

    bool isLastLine(std::string_view line) const;

    std::size_t m_characters;
    std::size_t m_lineEndBytes;
    std::uint64_t m_encodedSize;
};

} // namespace mime
