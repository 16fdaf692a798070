// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/TransferEncoding.h"

#include "core/Ascii.h"

#include <vmime/exception.hpp>
#include <vmime/utility/encoder/encoder.hpp>
#include <vmime/utility/encoder/encoderFactory.hpp>
#include <vmime/utility/inputStreamStringAdapter.hpp>
#include <vmime/utility/outputStreamStringAdapter.hpp>

#include <algorithm>
#include <optional>

namespace mime {

TransferEncoding transferEncodingNamed(std::string_view text)
{
    const std::string name = core::toLower(core::trimmed(text));
    if (name == "base64")
        return TransferEncoding::Base64;
    if (name == "quoted-printable")
        return TransferEncoding::QuotedPrintable;
    if (name == "uuencode" || name == "x-uuencode" || name == "x-uue" || name == "uue")
        return TransferEncoding::Uuencode;
    return TransferEncoding::Identity;
}

std::string_view nameOf(TransferEncoding encoding)
{
    switch (encoding) {
    case TransferEncoding::Base64:
        return "base64";
    case TransferEncoding::QuotedPrintable:
        return "quoted-printable";
    case TransferEncoding::Uuencode:
        return "uuencode";
    case TransferEncoding::Identity:
        break;
    }
    return {};
}

bool isBase64Character(char c)
{
    return core::isLetter(c) || core::isDigit(c) || c == '+' || c == '/';
}

// VMime gets lines wrong whose length is no multiple of three, so this one is ours.
bool appendUuencodedLine(std::string_view line, std::string &bytes)
{
    while (line.ends_with('\r'))
        line.remove_suffix(1);
    const auto sextet = [&line](std::size_t index) {
        // Trailing blanks, which stand for zero, get lost on the way.
        return index < line.size() ? static_cast<unsigned>(line[index] - ' ') & 0x3fU : 0U;
    };
    const std::size_t count = sextet(0);
    if (count == 0 || line == "end")
        return false;
    for (std::size_t byte = 0; byte < count; ++byte) {
        const std::size_t first = 1 + byte / 3 * 4 + byte % 3;
        const unsigned pair = (sextet(first) << 6U) | sextet(first + 1);
        bytes += static_cast<char>(pair >> (4 - byte % 3 * 2));
    }
    return true;
}

namespace {

// VMime decodes what follows the RFC. Its base64 decoder loses the last group without padding and
// stumbles over foreign characters, and its quoted-printable decoder reads "=zz" and "= " as NUL.
// So the input is put into the canonical form first.

/// Only characters of the alphabet, padded. The first `=` ends it: what follows (a mailing list's
/// footer) is not part of it.
std::string canonicalBase64(std::string_view encoded, std::size_t maximumBytes)
{
    const std::size_t maximumCharacters = (maximumBytes / 3 + 1) * 4;
    std::string result;
    result.reserve(std::min(encoded.size(), maximumCharacters) + 4);
    for (const char c : encoded) {
        if (c == '=' || result.size() >= maximumCharacters)
            break;
        if (isBase64Character(c))
            result += c;
    }
    // One character alone holds six bits, which is no byte.
    if (result.size() % 4 == 1)
        result.pop_back();
    while (result.size() % 4 != 0)
        result += '=';
    return result;
}

/// The length of a soft line break behind `=` (RFC 2045 §6.7 rule 5, with the blanks of rule 3), or
/// nothing.
std::size_t softBreakLength(std::string_view text)
{
    std::size_t length = 0;
    while (length < text.size() && core::isBlank(text[length]))
        ++length;
    if (length == text.size())
        return length;
    if (text[length] == '\n')
        return length + 1;
    if (text[length] == '\r')
        return length + (text.substr(length).starts_with("\r\n") ? 2 : 1);
    return 0;
}

std::string canonicalQuotedPrintable(std::string_view encoded, std::size_t maximumBytes)
{
    const std::size_t maximumCharacters = maximumBytes * 3 + 3;
    std::string result;
    result.reserve(std::min(encoded.size(), maximumCharacters));
    std::size_t position = 0;
    while (position < encoded.size() && result.size() < maximumCharacters) {
        const char c = encoded[position++];
        if (c != '=') {
            result += c;
            continue;
        }
        const std::string_view rest = encoded.substr(position);
        if (rest.size() >= 2 && core::hexValue(rest[0]) && core::hexValue(rest[1])) {
            result += c;
            result += rest.substr(0, 2);
            position += 2;
            continue;
        }
        const std::size_t length = softBreakLength(rest);
        if (length == 0 && !rest.empty())
            result += "=3D"; // stands for itself
        position += length;
    }
    return result;
}

/// The lines between "begin" and "end"; nothing if there is no "begin".
std::optional<std::string> decodeUuencode(std::string_view encoded, std::size_t maximumBytes)
{
    std::string result;
    bool hasBegun = false;
    std::size_t position = 0;
    while (position < encoded.size() && result.size() <= maximumBytes) {
        const std::size_t end = std::min(encoded.find('\n', position), encoded.size());
        const std::string_view line = encoded.substr(position, end - position);
        position = end + 1;
        if (!hasBegun)
            hasBegun = line.starts_with("begin ");
        else if (!appendUuencodedLine(line, result))
            break;
    }
    if (!hasBegun)
        return {};
    return result;
}

std::string decodeWithVmime(const std::string &canonical, const char *encoding)
{
    std::string result;
    try {
        const auto encoder =
            vmime::utility::encoder::encoderFactory::getInstance()->create(encoding);
        vmime::utility::inputStreamStringAdapter input(canonical);
        vmime::utility::outputStreamStringAdapter output(result);
        encoder->decode(input, output);
        output.flush();
    } catch (const std::exception &) {
        // What came out before the failure is all there is.
        return result;
    }
    return result;
}

std::string decodeAll(std::string_view encoded, TransferEncoding encoding, std::size_t maximumBytes)
{
    switch (encoding) {
    case TransferEncoding::Base64:
        return decodeWithVmime(canonicalBase64(encoded, maximumBytes), "base64");
    case TransferEncoding::QuotedPrintable:
        return decodeWithVmime(canonicalQuotedPrintable(encoded, maximumBytes), "quoted-printable");
    case TransferEncoding::Uuencode:
        if (auto decoded = decodeUuencode(encoded, maximumBytes))
            return *std::move(decoded);
        break;
    case TransferEncoding::Identity:
        break;
    }
    return std::string(encoded.substr(0, maximumBytes + 1));
}

} // namespace

DecodedBytes decodeTransfer(std::string_view encoded, std::string_view encoding,
                            std::size_t maximumBytes)
{
    DecodedBytes result{.bytes = decodeAll(encoded, transferEncodingNamed(encoding), maximumBytes)};
    if (result.bytes.size() > maximumBytes) {
        result.bytes.resize(maximumBytes);
        result.isTruncated = true;
    }
    return result;
}

std::size_t estimateDecodedSize(std::size_t encodedSize, std::string_view encoding)
{
    switch (transferEncodingNamed(encoding)) {
    case TransferEncoding::Base64:
        return encodedSize / 78 * 57 + encodedSize % 78 * 3 / 4; // 76 characters and CRLF a line
    case TransferEncoding::Uuencode:
        return encodedSize / 63 * 45 + encodedSize % 63 * 3 / 4;
    case TransferEncoding::QuotedPrintable:
    case TransferEncoding::Identity:
        break;
    }
    return encodedSize;
}

} // namespace mime
