// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/Fetch.h"
#include "mime/Address.h"
#include "mime/HeaderBlock.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mail {

using Address = mime::Address;
using AddressList = mime::AddressList;

/// The header fields that matter, decoded: each one line of valid UTF-8, shortened if it is
/// absurdly long; empty if the message does not have it.
struct MessageHeaders
{
    static constexpr std::size_t maximumTextBytes = 4096;
    static constexpr std::size_t maximumAddresses = 200; ///< of a field; the total is known
    static constexpr std::size_t maximumReferences = 100;

    std::string messageId; ///< with its angle brackets
    std::string inReplyTo;
    std::string subject;
    AddressList from;
    std::optional<AddressList> sender;  ///< unset: the same as `from`
    std::optional<AddressList> replyTo; ///< the same
    AddressList to;
    AddressList cc;
    AddressList bcc;
    std::optional<std::string> date; ///< Date, as ISO 8601 with the sender's offset
    std::string dateText;            ///< Date as it was written, if it could not be read

    // Only with the whole header, not in lists:
    std::vector<std::string> references; ///< Message-IDs of the conversation, oldest first
    std::string listId;
    std::string listUnsubscribe;
    std::string autoSubmitted;
    std::string importance;
    bool isTruncated = false; ///< the header was over our limits

    const AddressList &sentBy() const { return sender ? *sender : from; }
    const AddressList &answersTo() const { return replyTo ? *replyTo : from; }

    static MessageHeaders fromEnvelope(imap::Envelope envelope);
    static MessageHeaders fromBlock(const mime::HeaderBlock &block);
};

/// One line of a list of messages.
struct MessageSummary
{
    std::uint32_t uid = 0;
    std::vector<std::string> flags;        ///< `\Seen`, `$Forwarded` …
    std::uint64_t size = 0;                ///< bytes of the whole message
    std::optional<std::string> receivedAt; ///< when the server got it, ISO 8601 in UTC
    MessageHeaders headers;

    /// What a fetch brought of flags, size, internal date and envelope. Their texts are taken out
    /// of `message`; its sections and its structure stay.
    static MessageSummary takeFrom(imap::FetchedMessage &message);
};

struct MessagePage
{
    std::vector<MessageSummary> messages; ///< newest first
    std::uint32_t total = 0;
    std::uint32_t page = 1;
    std::uint32_t perPage = 0;
    std::uint32_t uidValidity = 0;
};

} // namespace mail
