// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/MailUri.h"

#include "core/PercentEncoding.h"
#include "core/Unicode.h"
#include "imap/MailboxName.h"

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

namespace view {

using core::Error;
using core::ErrorKind;

namespace {

constexpr std::string_view beginning = "mail://";
constexpr std::size_t mostSegments = 4; // the authority among them

Error invalid()
{
    return {ErrorKind::InvalidArgument,
            "That is no URI of a mail folder or message. They are written "
                + std::string(MailUri::folderTemplate) + " and "
                + std::string(MailUri::messageTemplate) + "."};
}

/// pchar of RFC 3986 §3.3, the percent sign of an escape among it.
bool isSegmentCharacter(char character)
{
    return core::isUnreserved(character)
           || std::string_view("%!$&'()*+,;=:@").find(character) != std::string_view::npos;
}

/// reg-name of RFC 3986 §3.2.2. A colon would begin a port, an at sign end user information.
bool isAuthorityCharacter(char character)
{
    return character != ':' && character != '@' && isSegmentCharacter(character);
}

/// What can be said in a segment: text that people can read.
bool isReadable(std::string_view text)
{
    if (text.empty() || !core::isValidUtf8(text))
        return false;
    std::size_t position = 0;
    while (position < text.size()) {
        const auto codePoint = core::nextCodePoint(text, position);
        if (!codePoint || core::isControl(*codePoint))
            return false;
    }
    return true;
}

bool isAccountName(std::string_view name)
{
    return name.size() <= MailUri::maximumAccountBytes && isReadable(name);
}

bool isFolderName(std::string_view name)
{
    return name.size() <= imap::MailboxName::maximumBytes && isReadable(name) && name != "."
           && name != "..";
}

std::optional<std::uint32_t> numberOf(std::string_view digits)
{
    std::uint32_t number = 0;
    const auto *const end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, number);
    const bool isShortest = digits == "0" || !digits.starts_with('0');
    if (read.ec != std::errc() || read.ptr != end || !isShortest)
        return std::nullopt;
    return number;
}

std::vector<std::string_view> splitAtSlashes(std::string_view text)
{
    std::vector<std::string_view> segments;
    while (segments.size() <= mostSegments) {
        const auto slash = text.find('/');
        segments.push_back(text.substr(0, slash));
        if (slash == std::string_view::npos)
            break;
        text.remove_prefix(slash + 1);
    }
    return segments;
}

} // namespace

MailUri::MailUri(std::string account, std::string folder)
    : m_account(std::move(account))
    , m_folder(std::move(folder))
{}

std::optional<MailUri> MailUri::ofFolder(const account::MailAccount &account, std::string folder)
{
    auto name = accountName(account);
    if (!isAccountName(name) || !isFolderName(folder))
        return std::nullopt;
    return MailUri(std::move(name), std::move(folder));
}

MailUri MailUri::ofMessage(Message message) const
{
    MailUri uri(m_account, m_folder);
    uri.m_message = message;
    return uri;
}

core::Result<MailUri> MailUri::parse(std::string_view text)
{
    if (text.size() > maximumBytes || !text.starts_with(beginning))
        return invalid();
    const auto segments = splitAtSlashes(text.substr(beginning.size()));
    if (segments.size() != 2 && segments.size() != mostSegments)
        return invalid();
    if (!std::ranges::all_of(segments[0], isAuthorityCharacter)
        || !std::ranges::all_of(segments[1], isSegmentCharacter))
        return invalid();
    auto account = core::percentDecoded(segments[0]);
    auto folder = core::percentDecoded(segments[1]);
    if (!account || !isAccountName(*account) || !folder || !isFolderName(*folder))
        return invalid();
    MailUri uri(std::move(*account), std::move(*folder));
    if (segments.size() == mostSegments) {
        const auto uidValidity = numberOf(segments[2]);
        const auto uid = numberOf(segments[3]);
        if (!uidValidity || !uid || *uid == 0)
            return invalid();
        uri.m_message = Message{.uidValidity = *uidValidity, .uid = *uid};
    }
    return uri;
}

std::string MailUri::text() const
{
    std::string text(beginning);
    text += core::percentEncoded(m_account) + '/' + core::percentEncoded(m_folder);
    if (m_message)
        text += '/' + std::to_string(m_message->uidValidity) + '/' + std::to_string(m_message->uid);
    return text;
}

bool MailUri::isOf(const account::MailAccount &account) const
{
    return m_account == accountName(account);
}

std::string MailUri::accountName(const account::MailAccount &account)
{
    return account.emailAddress.empty() ? account.imapLogin.username : account.emailAddress;
}

} // namespace view
