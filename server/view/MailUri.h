// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"
#include "core/Result.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace view {

/// What a folder or a message is called towards clients (RFC 3986):
///
///     mail://alice%40example.com/Work%2F2026                    a folder
///     mail://alice%40example.com/Work%2F2026/1700000000/4711    a message, by UIDVALIDITY and UID
///
/// The authority is the e-mail address of the mailbox. A token opens one mailbox only, so nothing
/// is found through it; but clients keep URIs longer than logins, and the same numbers are another
/// message in another mailbox (some servers give every INBOX the UIDVALIDITY 1). A URI of another
/// mailbox therefore names nothing. It is the address, because the owner recognises it and everyone
/// who gets mail from them knows it; the user name, which is half of a login, stands in for it only
/// where a token has no address. The password is never part of it, so a URI outlives its changes.
///
/// The path of a folder is one segment, whose delimiters are percent-encoded as in the simple
/// expansion of URI templates (RFC 6570 §3.2.2). The number of segments alone says what is named,
/// however a folder is called. A folder with the name "." or ".." has no URI: URL parsers take such
/// a segment for a step through the path, percent-encoded or not.
///
/// UIDVALIDITY and UID mean one message for ever, or none (RFC 9051 §2.3.1.1). UIDVALIDITY is 0
/// where a server has none.
class MailUri
{
public:
    static constexpr std::string_view folderTemplate = "mail://{account}/{folder}";
    static constexpr std::string_view messageTemplate =
        "mail://{account}/{folder}/{uidvalidity}/{uid}";
    static constexpr std::size_t maximumBytes = 8192;
    static constexpr std::size_t maximumAccountBytes = 1000; ///< decoded; a folder as MailboxName

    struct Message
    {
        std::uint32_t uidValidity = 0;
        std::uint32_t uid = 0;

        bool operator==(const Message &) const = default;
    };

    /// Nothing if there is no URI for a folder of that name.
    static std::optional<MailUri> ofFolder(const account::MailAccount &account, std::string folder);
    /// The message with these numbers in this folder; `uid` is not 0.
    MailUri ofMessage(Message message) const;

    /// InvalidArgument for everything but these two forms: another scheme, user information, port,
    /// query, fragment, an empty segment or one too many, a number that is not written in its
    /// shortest form or not of 32 bits, text that is not UTF-8 or holds control characters, and
    /// what is over the limits. Characters that need no encoding may be encoded, and the other
    /// way round, as far as RFC 3986 §3.3 lets them stand in a segment: clients expand templates in
    /// different ways.
    static core::Result<MailUri> parse(std::string_view text);

    /// In the one form that ofFolder() and ofMessage() give it.
    std::string text() const;

    bool isOf(const account::MailAccount &account) const;
    const std::string &folder() const { return m_folder; }
    /// Nothing if it names a folder.
    const std::optional<Message> &message() const { return m_message; }

    /// The authority of the URIs of a mailbox, not encoded.
    static std::string accountName(const account::MailAccount &account);

    bool operator==(const MailUri &) const = default;

private:
    MailUri(std::string account, std::string folder);

    std::string m_account;
    std::string m_folder;
    std::optional<Message> m_message;
};

} // namespace view
