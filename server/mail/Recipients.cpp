// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/Recipients.h"

#include "core/Ascii.h"
#include "core/Unicode.h"

#include <algorithm>
#include <optional>
#include <unordered_set>
#include <utility>

namespace mail {

namespace {

using core::Error;
using core::ErrorKind;

constexpr std::size_t longestName = 256;
constexpr std::size_t longestQuotation = 100; // of what is wrong, in a message

Error wrong(std::string_view field, const std::string &sentence)
{
    return {ErrorKind::InvalidArgument, "\"" + std::string(field) + "\" " + sentence};
}

/// M-17: the line ends of mail and of Unicode, and whatever else nobody can see.
bool isOneLine(std::string_view text)
{
    std::size_t position = 0;
    while (position < text.size()) {
        const auto c = core::nextCodePoint(text, position);
        if (!c || core::isControl(*c) || core::isBidiControl(*c) || *c == U'\u2028'
            || *c == U'\u2029')
            return false;
    }
    return true;
}

/// Where the next of `ends` stands outside double quotes; the size if there is none, nothing if a
/// quote is not closed.
std::optional<std::size_t> findUnquoted(std::string_view text, std::string_view ends)
{
    bool isQuoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (isQuoted && text[i] == '\\')
            ++i;
        else if (text[i] == '"')
            isQuoted = !isQuoted;
        else if (!isQuoted && ends.find(text[i]) != std::string_view::npos)
            return i;
    }
    return isQuoted ? std::nullopt : std::optional(text.size());
}

/// RFC 5322 §3.2.4, and names as people type them. Nothing if it is neither.
std::optional<std::string> displayName(std::string_view text)
{
    if (!text.starts_with('"')) {
        if (text.find_first_of("<>\",;:@\\") != std::string_view::npos)
            return std::nullopt;
        return std::string(text);
    }
    std::string name;
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (text[i] == '"')
            return i + 1 == text.size() ? std::optional(name) : std::nullopt;
        if (text[i] == '\\' && ++i == text.size())
            break;
        name += text[i];
    }
    return std::nullopt;
}

core::Result<Recipient> parseOne(std::string_view field, std::string_view text)
{
    const std::string shown = "\"" + std::string(core::truncateUtf8(text, longestQuotation)) + "\"";
    std::string name;
    std::string_view address = text;
    if (text.ends_with('>')) {
        const std::size_t angle = findUnquoted(text, "<").value_or(text.size());
        const auto read =
            angle == text.size() ? std::nullopt : displayName(core::trimmed(text.substr(0, angle)));
        if (!read)
            return wrong(field, "holds " + shown
                                    + ", which cannot be read. Write Name <a@example.com>, and put "
                                      "a name with commas or other signs in double quotes.");
        if (read->size() > longestName)
            return wrong(field, "holds a name of more than " + std::to_string(longestName)
                                    + " bytes: " + shown + ".");
        name = *read;
        address = text.substr(angle + 1, text.size() - angle - 2);
    }
    auto parsed = smtp::Address::parse(address);
    if (!parsed)
        return wrong(field, "holds " + shown
                                + ", which is not an e-mail address. Write a@example.com or Name "
                                  "<a@example.com>, and commas between several.");
    return Recipient{.name = std::move(name), .address = std::move(*parsed)};
}

/// Two spellings of one mailbox: domains have no case (RFC 5321 §2.4).
std::string comparable(const smtp::Address &address)
{
    const auto at = address.text().rfind('@');
    return address.text().substr(0, at) + core::toLower(address.text().substr(at));
}

} // namespace

core::Result<std::vector<Recipient>> parseRecipients(std::string_view field, std::string_view text)
{
    if (!isOneLine(text))
        return wrong(field, "must be one line: it holds a line end or another control character.");
    std::vector<Recipient> recipients;
    if (core::trimmed(text).empty())
        return recipients;
    while (true) {
        const auto end = findUnquoted(text, ",");
        if (!end)
            return wrong(field, "holds a double quote that is not closed.");
        const auto entry = core::trimmed(text.substr(0, *end));
        if (entry.empty())
            return wrong(field, "has a comma without an address beside it.");
        auto recipient = parseOne(field, entry);
        if (!recipient)
            return recipient.error();
        recipients.push_back(std::move(*recipient));
        if (*end == text.size())
            return recipients;
        text.remove_prefix(*end + 1);
    }
}

std::vector<mime::Address> headerAddresses(const std::vector<Recipient> &recipients)
{
    std::vector<mime::Address> addresses;
    addresses.reserve(recipients.size());
    for (const auto &recipient : recipients)
        addresses.push_back({.name = recipient.name, .address = recipient.address.text()});
    return addresses;
}

std::vector<smtp::Address> envelopeAddresses(const std::vector<Recipient> &to,
                                             const std::vector<Recipient> &cc,
                                             const std::vector<Recipient> &bcc)
{
    std::vector<smtp::Address> addresses;
    std::unordered_set<std::string> seen;
    for (const auto *list : {&to, &cc, &bcc}) {
        for (const auto &recipient : *list) {
            if (seen.insert(comparable(recipient.address)).second)
                addresses.push_back(recipient.address);
        }
    }
    return addresses;
}

} // namespace mail
