// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/MessageHeaders.h"

#include "core/Ascii.h"
#include "core/Unicode.h"
#include "mime/Date.h"
#include "mime/HeaderText.h"

#include <algorithm>
#include <utility>

namespace mail {

namespace {

constexpr std::size_t maximumDateText = 100;

// What mail servers put in place of a half that the sender left out; it is nobody's domain.
constexpr std::string_view dovecotNoDomain = "MISSING_DOMAIN";
constexpr std::string_view dovecotNoMailbox = "MISSING_MAILBOX";
constexpr std::string_view cyrusNoDomain = "unspecified-domain";

std::string shortened(std::string text, std::size_t maximumBytes)
{
    text.resize(core::truncateUtf8(text, maximumBytes).size());
    return text;
}

std::string textOf(std::string &&raw)
{
    return shortened(mime::decodeHeaderText(std::move(raw)), MessageHeaders::maximumTextBytes);
}

std::string textOf(std::string_view raw)
{
    return shortened(mime::decodeHeaderText(raw), MessageHeaders::maximumTextBytes);
}

/// For what is not text but a token, such as a Message-ID: nothing in it is an encoded word.
std::string tokenOf(std::string_view raw)
{
    raw = raw.substr(0, MessageHeaders::maximumTextBytes);
    return shortened(mime::rawLine(core::trimmed(raw)), MessageHeaders::maximumTextBytes);
}

std::string tokenOf(std::string &&raw)
{
    const bool isToken =
        raw.size() <= MessageHeaders::maximumTextBytes && core::trimmed(raw).size() == raw.size();
    if (!isToken)
        return tokenOf(std::string_view(raw));
    return shortened(mime::rawLine(std::move(raw)), MessageHeaders::maximumTextBytes);
}

Address addressOf(imap::Address &&raw)
{
    const bool hasDomain = raw.host != dovecotNoDomain && raw.host != cyrusNoDomain;
    const std::string_view domain = hasDomain ? std::string_view(raw.host) : std::string_view();
    const std::string_view local =
        raw.mailbox == dovecotNoMailbox ? std::string_view() : raw.mailbox;
    return {.name = textOf(std::move(raw.name)),
            .address =
                shortened(mime::joinAddress(local, domain), MessageHeaders::maximumTextBytes)};
}

AddressList addressesOf(std::vector<imap::Address> raw)
{
    AddressList list;
    list.addresses.reserve(std::min(raw.size(), MessageHeaders::maximumAddresses));
    // What nobody will see is counted, not decoded.
    const auto hasRoom = [&list] { return ++list.total <= MessageHeaders::maximumAddresses; };
    std::string *emptyGroup = nullptr;
    for (auto &element : raw) {
        switch (element.kind) {
        case imap::Address::Kind::GroupStart:
            emptyGroup = &element.mailbox;
            break;
        case imap::Address::Kind::GroupEnd:
            if (emptyGroup != nullptr && hasRoom())
                list.addresses.push_back({.name = textOf(std::move(*emptyGroup)), .address = {}});
            emptyGroup = nullptr;
            break;
        case imap::Address::Kind::Mailbox:
            emptyGroup = nullptr;
            if (hasRoom())
                list.addresses.push_back(addressOf(std::move(element)));
            break;
        }
    }
    return list;
}

AddressList addressesOf(std::string_view field)
{
    return mime::parseAddresses(field, MessageHeaders::maximumAddresses);
}

std::optional<AddressList> addressesUnlessNone(std::string_view field)
{
    auto list = addressesOf(field);
    if (list.addresses.empty())
        return std::nullopt;
    return list;
}

void setDate(MessageHeaders &headers, std::string_view raw)
{
    headers.date = mime::isoDate(raw);
    if (!headers.date)
        headers.dateText = shortened(textOf(raw.substr(0, maximumDateText)), maximumDateText);
}

/// The newest ones matter most, so those are kept.
std::vector<std::string> referencesOf(std::string_view field)
{
    std::vector<std::string> references;
    while (true) {
        field = core::trimmed(field);
        if (field.empty())
            break;
        const std::size_t end = std::min(field.find_first_of(" \t\r\n"), field.size());
        references.push_back(tokenOf(field.substr(0, end)));
        field.remove_prefix(end);
    }
    if (references.size() > MessageHeaders::maximumReferences)
        references.erase(references.begin(),
                         references.end()
                             - static_cast<std::ptrdiff_t>(MessageHeaders::maximumReferences));
    return references;
}

} // namespace

MessageHeaders MessageHeaders::fromEnvelope(imap::Envelope envelope)
{
    MessageHeaders headers;
    headers.messageId = tokenOf(std::move(envelope.messageId));
    headers.inReplyTo = tokenOf(std::move(envelope.inReplyTo));
    headers.subject = textOf(std::move(envelope.subject));
    if (envelope.sender && *envelope.sender != envelope.from)
        headers.sender = addressesOf(*std::move(envelope.sender));
    if (envelope.replyTo && *envelope.replyTo != envelope.from)
        headers.replyTo = addressesOf(*std::move(envelope.replyTo));
    headers.from = addressesOf(std::move(envelope.from));
    headers.to = addressesOf(std::move(envelope.to));
    headers.cc = addressesOf(std::move(envelope.cc));
    headers.bcc = addressesOf(std::move(envelope.bcc));
    setDate(headers, envelope.date);
    return headers;
}

MessageHeaders MessageHeaders::fromBlock(const mime::HeaderBlock &block)
{
    MessageHeaders headers;
    headers.messageId = tokenOf(block.value("Message-ID"));
    headers.inReplyTo = tokenOf(block.value("In-Reply-To"));
    headers.subject = textOf(block.value("Subject"));
    headers.from = addressesOf(block.value("From"));
    headers.sender = addressesUnlessNone(block.value("Sender"));
    headers.replyTo = addressesUnlessNone(block.value("Reply-To"));
    headers.to = addressesOf(block.value("To"));
    headers.cc = addressesOf(block.value("Cc"));
    headers.bcc = addressesOf(block.value("Bcc"));
    setDate(headers, block.value("Date"));
    headers.references = referencesOf(block.value("References"));
    headers.listId = textOf(block.value("List-Id"));
    headers.listUnsubscribe = tokenOf(block.value("List-Unsubscribe"));
    headers.autoSubmitted = tokenOf(block.value("Auto-Submitted"));
    headers.importance = tokenOf(block.value("Importance"));
    headers.isTruncated = block.isTruncated();
    return headers;
}

MessageSummary MessageSummary::takeFrom(imap::FetchedMessage &message)
{
    MessageSummary summary;
    summary.uid = message.uid;
    summary.flags = std::move(message.flags);
    for (auto &flag : summary.flags)
        flag = mime::rawLine(std::move(flag));
    summary.size = message.size;
    if (message.internalDate)
        summary.receivedAt = mime::isoDate(*message.internalDate);
    if (message.envelope)
        summary.headers = MessageHeaders::fromEnvelope(*std::move(message.envelope));
    return summary;
}

} // namespace mail
