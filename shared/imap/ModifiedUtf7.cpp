// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/ModifiedUtf7.h"

#include "core/Unicode.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace imap {

namespace {

constexpr std::string_view alphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+,";

constexpr std::array<std::int8_t, 256> makeValues()
{
    std::array<std::int8_t, 256> values{};
    values.fill(-1);
    for (std::size_t i = 0; i < alphabet.size(); ++i)
        values.at(static_cast<unsigned char>(alphabet.at(i))) = static_cast<std::int8_t>(i);
    return values;
}
constexpr auto values = makeValues();

constexpr bool isDirect(char c)
{
    return c >= ' ' && c <= '~';
}

constexpr bool isDisplayable(char32_t c)
{
    return c >= 0x20 && (c < 0x7f || c >= 0xa0);
}

/// Collects UTF-16 units and writes them out as base64 without padding.
class ShiftEncoder
{
public:
    explicit ShiftEncoder(std::string &output)
        : m_output(output)
    {}

    void add(char32_t codePoint)
    {
        if (codePoint >= 0x10000) {
            const char32_t offset = codePoint - 0x10000;
            addUnit(0xd800U + (offset >> 10U));
            addUnit(0xdc00U + (offset & 0x3ffU));
        } else {
            addUnit(codePoint);
        }
    }

    void finish()
    {
        if (!m_isOpen)
            return;
        if (m_bitCount > 0)
            m_output.push_back(alphabet[(m_bits << (6 - m_bitCount)) & 0x3fU]);
        m_output.push_back('-');
        m_isOpen = false;
        m_bits = 0;
        m_bitCount = 0;
    }

private:
    void addUnit(char32_t unit)
    {
        if (!m_isOpen) {
            m_output.push_back('&');
            m_isOpen = true;
        }
        m_bits = (m_bits << 16U) | unit;
        m_bitCount += 16;
        while (m_bitCount >= 6) {
            m_bitCount -= 6;
            m_output.push_back(alphabet[(m_bits >> m_bitCount) & 0x3fU]);
        }
        m_bits &= (1U << m_bitCount) - 1U;
    }

    std::string &m_output;
    std::uint32_t m_bits = 0;
    unsigned m_bitCount = 0;
    bool m_isOpen = false;
};

/// The base64 between `&` and `-` as code points; nothing if it is not modified UTF-7.
std::optional<std::u32string> decodeShift(std::string_view base64)
{
    std::u32string result;
    std::uint32_t bits = 0;
    unsigned bitCount = 0;
    char32_t highSurrogate = 0;
    for (const char c : base64) {
        const auto value = values.at(static_cast<unsigned char>(c));
        if (value < 0)
            return std::nullopt;
        bits = (bits << 6U) | static_cast<std::uint32_t>(value);
        bitCount += 6;
        if (bitCount < 16)
            continue;
        bitCount -= 16;
        const char32_t unit = bits >> bitCount;
        bits &= (1U << bitCount) - 1U;
        if (highSurrogate != 0) {
            if (unit < 0xdc00 || unit > 0xdfff)
                return std::nullopt;
            result.push_back(0x10000 + ((highSurrogate - 0xd800) << 10U) + (unit - 0xdc00));
            highSurrogate = 0;
        } else if (unit >= 0xd800 && unit <= 0xdbff) {
            highSurrogate = unit;
        } else if (unit >= 0xdc00 && unit <= 0xdfff) {
            return std::nullopt;
        } else {
            result.push_back(unit);
        }
    }
    if (highSurrogate != 0 || bitCount >= 6 || bits != 0)
        return std::nullopt;
    return result;
}

} // namespace

std::string encodeModifiedUtf7(std::string_view utf8)
{
    std::string result;
    ShiftEncoder shift(result);
    for (std::size_t position = 0; position < utf8.size();) {
        const char c = utf8[position];
        if (isDirect(c)) {
            shift.finish();
            result.push_back(c);
            if (c == '&')
                result.push_back('-');
            ++position;
            continue;
        }
        shift.add(core::nextCodePoint(utf8, position).value_or(core::replacementCharacter));
    }
    shift.finish();
    return result;
}

DecodedName decodeModifiedUtf7(std::string_view bytes)
{
    DecodedName name;
    const auto append = [&name](std::optional<char32_t> codePoint) {
        const bool isGood = codePoint && isDisplayable(*codePoint);
        name.isExact = name.isExact && isGood;
        core::appendCodePoint(name.text, isGood ? *codePoint : core::replacementCharacter);
    };
    for (std::size_t position = 0; position < bytes.size();) {
        if (bytes[position] != '&') {
            append(core::nextCodePoint(bytes, position));
            continue;
        }
        const auto end = bytes.find('-', position);
        if (end == position + 1) {
            append(U'&');
            position = end + 1;
            continue;
        }
        const auto base64 = end == std::string_view::npos
                                ? std::nullopt
                                : decodeShift(bytes.substr(position + 1, end - position - 1));
        if (!base64) {
            // Only the shift character is replaced, so that the rest stays readable.
            append(std::nullopt);
            ++position;
            continue;
        }
        for (const char32_t codePoint : *base64)
            append(codePoint);
        position = end + 1;
    }
    return name;
}

} // namespace imap
