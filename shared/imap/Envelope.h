// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace imap {

class Tokenizer;

/// One element of an address list (RFC 9051 §7.5.2). All text is raw, as the server sent it:
/// encoded words and 8-bit bytes are left to shared/mime.
struct Address
{
    enum class Kind {
        Mailbox,
        GroupStart, ///< `mailbox` is the group's name; its members follow
        GroupEnd,
    };

    Kind kind = Kind::Mailbox;
    std::string name;    ///< display name, may be empty
    std::string mailbox; ///< local part
    std::string host;    ///< domain

    bool operator==(const Address &) const = default;
};

/// The header fields that servers keep ready (RFC 9051 §7.5.2), raw; NIL reads as empty. Where a
/// message names neither sender nor address for answers, servers repeat the author.
struct Envelope
{
    std::string date;
    std::string subject;
    std::vector<Address> from;
    std::optional<std::vector<Address>> sender;  ///< unset: `from`, repeated to the letter
    std::optional<std::vector<Address>> replyTo; ///< the same
    std::vector<Address> to;
    std::vector<Address> cc;
    std::vector<Address> bcc;
    std::string inReplyTo;
    std::string messageId;

    bool operator==(const Envelope &) const = default;

    /// Reads one parenthesised ENVELOPE. Nothing if it is malformed; the position is then
    /// undefined.
    static std::optional<Envelope> parse(Tokenizer &tokens);
};

} // namespace imap
