// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"
#include "core/Cancellation.h"
#include "core/Clock.h"
#include "core/Random.h"
#include "core/Result.h"
#include "core/Task.h"
#include "mail/Enclosure.h"
#include "mail/Recipients.h"
#include "mime/MessageBuilder.h"
#include "smtp/Envelope.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace mail {

/// A new message in the words of whoever wants it. Who it comes from is not among them.
struct Letter
{
    std::string to; ///< lists of addresses, see parseRecipients()
    std::string cc = {};
    std::string bcc = {};
    std::string subject;
    std::string text;
    std::optional<std::string> html = {};
    std::string inReplyTo = {};               ///< a Message-ID; empty for none
    std::vector<std::string> references = {}; ///< Message-IDs
    std::vector<EnclosurePtr> enclosures = {};
};

/// A letter whose recipients and sender have been understood.
class Composition
{
public:
    static constexpr std::size_t maximumRecipients = 100;
    static constexpr std::size_t maximumEnclosures = 20;
    /// Of all enclosures together. In transfer encoding they become a third larger, which is as
    /// much as most mail servers take.
    static constexpr std::size_t maximumEnclosedBytes = 25UL * 1024 * 1024;

    /// InvalidArgument: an address is wrong (the message names the field), there is no recipient or
    /// more than maximumRecipients, more than maximumEnclosures, or the account has no address to
    /// send from.
    static core::Result<Composition> from(Letter letter, const account::MailAccount &account);

    const smtp::Envelope &envelope() const { return m_envelope; }
    const std::vector<EnclosurePtr> &enclosures() const { return m_letter.enclosures; }
    /// What stands behind the @ of the sender: where our Message-IDs belong.
    std::string domain() const;
    /// Everything that makes it this message, as one text: equal for equal messages and for no
    /// others.
    std::string canonicalText() const;
    /// Fetches the enclosures and makes the message; a large one on a worker thread. `messageId`
    /// with its angle brackets. Errors: those of mime::buildMessage() and of the enclosures;
    /// TooLarge: more than maximumEnclosedBytes.
    core::Task<core::Result<mime::BuiltMessage>> build(std::string messageId,
                                                       const core::Clock &clock,
                                                       core::Random &random,
                                                       core::Cancellation cancellation) const;

private:
    Composition(Letter letter, Recipient from, std::vector<Recipient> to, std::vector<Recipient> cc,
                std::vector<Recipient> bcc);

    mime::MessageContent content(std::string messageId) const;

    Letter m_letter;
    Recipient m_from;
    std::vector<Recipient> m_to;
    std::vector<Recipient> m_cc;
    std::vector<Recipient> m_bcc;
    smtp::Envelope m_envelope;
};

} // namespace mail
