// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/Envelope.h"

#include "imap/Tokenizer.h"

namespace imap {

namespace {

using NString = Tokenizer::NString;

bool takeAddress(Tokenizer &tokens, Address &address)
{
    if (!tokens.take('('))
        return false;
    std::string sourceRoute; // obsolete (RFC 5322 §4.4)
    const auto takeField = [&tokens](std::string &field) {
        tokens.skipSpaces();
        return tokens.takeNString(field);
    };
    if (takeField(address.name) == NString::Malformed
        || takeField(sourceRoute) == NString::Malformed)
        return false;
    const auto mailbox = takeField(address.mailbox);
    const auto host = takeField(address.host);
    if (mailbox == NString::Malformed || host == NString::Malformed)
        return false;
    if (host == NString::Nil)
        address.kind =
            mailbox == NString::Nil ? Address::Kind::GroupEnd : Address::Kind::GroupStart;
    tokens.skipSpaces();
    return tokens.take(')');
}

/// A list, NIL, or an empty string, which some servers send instead.
bool takeAddresses(Tokenizer &tokens, std::vector<Address> &addresses)
{
    if (!tokens.take('(')) {
        std::string ignored;
        return tokens.takeNString(ignored) != NString::Malformed && ignored.empty();
    }
    while (true) {
        tokens.skipSpaces();
        if (tokens.take(')'))
            return true;
        if (!takeAddress(tokens, addresses.emplace_back()))
            return false;
    }
}

/// What was taken off `before` until `after` was left; empty if there was a literal in between.
std::string_view textBetween(std::string_view before, std::string_view after)
{
    const bool isSameText = before.data() + before.size() == after.data() + after.size();
    return isSameText ? before.substr(0, before.size() - after.size()) : std::string_view();
}

} // namespace

std::optional<Envelope> Envelope::parse(Tokenizer &tokens)
{
    if (!tokens.take('('))
        return std::nullopt;
    Envelope envelope;
    // Fields that a server leaves out at the end stay empty.
    const auto isOver = [&tokens] {
        tokens.skipSpaces();
        return tokens.peek() == ')';
    };
    for (auto *const field : {&envelope.date, &envelope.subject}) {
        if (!isOver() && tokens.takeNString(*field) == NString::Malformed)
            return std::nullopt;
    }
    const bool hasAuthor = !isOver();
    const auto author = tokens.rest();
    if (hasAuthor && !takeAddresses(tokens, envelope.from))
        return std::nullopt;
    const auto written = textBetween(author, tokens.rest());
    for (auto *const field : {&envelope.sender, &envelope.replyTo}) {
        if (!isOver() && written.starts_with('(') && tokens.take(written))
            continue;
        auto &addresses = field->emplace();
        if (!isOver() && !takeAddresses(tokens, addresses))
            return std::nullopt;
    }
    for (auto *const field : {&envelope.to, &envelope.cc, &envelope.bcc}) {
        if (!isOver() && !takeAddresses(tokens, *field))
            return std::nullopt;
    }
    for (auto *const field : {&envelope.inReplyTo, &envelope.messageId}) {
        if (!isOver() && tokens.takeNString(*field) == NString::Malformed)
            return std::nullopt;
    }
    while (!isOver()) {
        if (!tokens.skipValue())
            return std::nullopt;
    }
    tokens.take(')');
    return envelope;
}

} // namespace imap
