// SPDX-License-Identifier: GPL-3.0-or-later
#include "smtp/Address.h"

#include "core/Ascii.h"
#include "core/Unicode.h"
#include "net/Resolver.h"

#include <algorithm>
#include <optional>

namespace smtp {

namespace {

// RFC 5321 §4.5.3.1
constexpr std::size_t longestLocalPart = 64;
constexpr std::size_t longestAddress = 254;

bool isAtomCharacter(char32_t c)
{
    static constexpr std::string_view special = "!#$%&'*+-/=?^_`{|}~.";
    if (c < 0x80)
        return core::isLetter(static_cast<char>(c)) || core::isDigit(static_cast<char>(c))
               || special.find(static_cast<char>(c)) != std::string_view::npos;
    return !core::isControl(c) && !core::isBidiControl(c) && !core::isInvisible(c);
}

bool isLocalPart(std::string_view text)
{
    if (text.empty() || text.size() > longestLocalPart)
        return false;
    std::size_t position = 0;
    while (position < text.size()) {
        const auto codePoint = core::nextCodePoint(text, position);
        if (!codePoint || !isAtomCharacter(*codePoint))
            return false;
    }
    return true;
}

/// RFC 5321 §4.1.2, Quoted-string; without the angle brackets that it would allow, which not every
/// server looks for the quotes around.
bool isQuotedLocalPart(std::string_view text)
{
    if (text.size() < 3 || text.size() > longestLocalPart || !text.starts_with('"')
        || !text.ends_with('"'))
        return false;
    text = text.substr(1, text.size() - 2);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"' || (text[i] == '\\' && ++i == text.size()))
            return false;
        if (text[i] < ' ' || text[i] > '~' || text[i] == '<' || text[i] == '>')
            return false;
    }
    return true;
}

/// RFC 5321 §4.1.3
bool isAddressLiteral(std::string_view text)
{
    if (!text.starts_with('[') || !text.ends_with(']') || text.size() < 3)
        return false;
    text = text.substr(1, text.size() - 2);
    if (core::equalsIgnoringCase(text.substr(0, 5), "IPv6:"))
        text.remove_prefix(5);
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        return core::hexValue(c) || c == ':' || c == '.';
    });
}

std::optional<std::string> canonicalDomain(std::string_view text)
{
    if (isAddressLiteral(text))
        return std::string(text);
    if (text.starts_with('[') || text.ends_with('.') || text.find(':') != std::string_view::npos)
        return std::nullopt;
    return net::canonicalHost(text);
}

} // namespace

Address::Address(std::string text, bool needsUtf8)
    : m_text(std::move(text))
    , m_needsUtf8(needsUtf8)
{}

core::Result<Address> Address::parse(std::string_view text)
{
    const auto at = text.rfind('@');
    const auto local = text.substr(0, std::min(at, text.size()));
    const auto domain =
        at == std::string_view::npos ? std::nullopt : canonicalDomain(text.substr(at + 1));
    if (!domain || !(isLocalPart(local) || isQuotedLocalPart(local))
        || local.size() + 1 + domain->size() > longestAddress)
        return core::Error(core::ErrorKind::InvalidArgument,
                           "This is not an e-mail address that mail can be sent to.");
    const bool isAscii =
        std::ranges::all_of(local, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    return Address(std::string(local) + "@" + *domain, !isAscii);
}

} // namespace smtp
