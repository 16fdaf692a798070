// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/Composition.h"

#include "core/Async.h"
#include "mail/CanonicalText.h"
#include "mime/HeaderText.h"

#include <chrono>
#include <utility>

namespace mail {

namespace {

using core::Error;
using core::ErrorKind;

/// Building this much takes about a millisecond.
constexpr std::size_t largeText = 8UL * 1024;

void append(CanonicalText &text, const std::vector<Recipient> &recipients)
{
    text.add(std::to_string(recipients.size()));
    for (const auto &recipient : recipients)
        text.add(recipient.name).add(recipient.address.text());
}

Error tooLarge()
{
    return {ErrorKind::TooLarge,
            "The attachments are too large: a message may have "
                + std::to_string(Composition::maximumEnclosedBytes / 1024 / 1024)
                + " MiB of them. Send fewer, or share large files in another way."};
}

/// All bytes of it, if they are not more than `room`.
core::Task<core::Result<mime::AttachedFile>> fetch(const Enclosure &enclosure, std::size_t room,
                                                   const core::Cancellation &cancellation)
{
    constexpr std::size_t piece = 256UL * 1024;
    auto opened = co_await enclosure.open(cancellation);
    if (!opened)
        co_return opened.error();
    auto &source = *opened->source;
    mime::AttachedFile file;
    file.fileName = enclosure.fileName();
    file.contentType = std::move(opened->contentType);
    const auto size = source.size();
    if (size.value_or(0) > room)
        co_return tooLarge();
    file.bytes.reserve(static_cast<std::size_t>(size.value_or(0)));
    while (true) {
        const auto bytes = co_await source.read(piece);
        if (!bytes)
            co_return bytes.error();
        if (bytes->empty())
            co_return file;
        if (bytes->size() > room - file.bytes.size())
            co_return tooLarge();
        file.bytes += *bytes;
    }
}

core::Task<core::Result<std::vector<mime::AttachedFile>>>
fetchAll(const std::vector<EnclosurePtr> &enclosures, const core::Cancellation &cancellation)
{
    std::vector<mime::AttachedFile> files;
    std::size_t room = Composition::maximumEnclosedBytes;
    for (const auto &enclosure : enclosures) {
        auto file = co_await fetch(*enclosure, room, cancellation);
        if (!file)
            co_return file.error();
        room -= file->bytes.size();
        files.push_back(std::move(*file));
    }
    co_return files;
}

} // namespace

Composition::Composition(Letter letter, Recipient from, std::vector<Recipient> to,
                         std::vector<Recipient> cc, std::vector<Recipient> bcc)
    : m_letter(std::move(letter))
    , m_from(std::move(from))
    , m_to(std::move(to))
    , m_cc(std::move(cc))
    , m_bcc(std::move(bcc))
    , m_envelope{.from = m_from.address, .recipients = envelopeAddresses(m_to, m_cc, m_bcc)}
{}

core::Result<Composition> Composition::from(Letter letter, const account::MailAccount &account)
{
    auto sender = smtp::Address::parse(account.emailAddress);
    if (!sender)
        return Error(ErrorKind::InvalidArgument,
                     "The e-mail address that was given at login cannot be used as the sender. Log "
                     "in again with the address of this mailbox.");
    auto to = parseRecipients("to", letter.to);
    if (!to)
        return to.error();
    auto cc = parseRecipients("cc", letter.cc);
    if (!cc)
        return cc.error();
    auto bcc = parseRecipients("bcc", letter.bcc);
    if (!bcc)
        return bcc.error();
    if (to->empty())
        return Error(ErrorKind::InvalidArgument, "\"to\" must name at least one recipient.");
    const std::size_t count = to->size() + cc->size() + bcc->size();
    if (count > maximumRecipients)
        return Error(ErrorKind::InvalidArgument,
                     "A message may have at most " + std::to_string(maximumRecipients)
                         + " recipients; this one has " + std::to_string(count)
                         + ". Ask the person whether to write to them in several messages.");
    if (letter.enclosures.size() > maximumEnclosures)
        return Error(ErrorKind::InvalidArgument, "A message may have at most "
                                                     + std::to_string(maximumEnclosures)
                                                     + " attachments.");
    Recipient from{.name = mime::singleLine(account.fullName), .address = std::move(*sender)};
    return Composition(std::move(letter), std::move(from), std::move(*to), std::move(*cc),
                       std::move(*bcc));
}

std::string Composition::domain() const
{
    const auto &address = m_from.address.text();
    return address.substr(address.rfind('@') + 1);
}

std::string Composition::canonicalText() const
{
    CanonicalText text;
    text.add(m_from.name).add(m_from.address.text());
    append(text, m_to);
    append(text, m_cc);
    append(text, m_bcc);
    text.add(m_letter.subject).add(m_letter.text);
    text.add(m_letter.html ? "html" : "").add(m_letter.html.value_or(std::string()));
    text.add(m_letter.inReplyTo);
    for (const auto &reference : m_letter.references)
        text.add(reference);
    for (const auto &enclosure : m_letter.enclosures)
        text.add("enclosure").add(enclosure->identity());
    return std::move(text).take();
}

core::Task<core::Result<mime::BuiltMessage>>
Composition::build(std::string messageId, const core::Clock &clock, core::Random &random,
                   core::Cancellation cancellation) const
{
    auto files = co_await fetchAll(m_letter.enclosures, cancellation);
    if (!files)
        co_return files.error();
    auto whole = content(std::move(messageId));
    whole.date = std::chrono::floor<std::chrono::seconds>(clock.now());
    whole.boundary = random.identifier();
    whole.attachments = std::move(*files);
    if (whole.attachments.empty()
        && whole.text.size() + (whole.html ? whole.html->size() : 0) < largeText)
        co_return mime::buildMessage(whole);
    auto work = [whole = std::move(whole)] { return mime::buildMessage(whole); };
    co_return co_await core::runOn(*QThreadPool::globalInstance(), std::move(work));
}

mime::MessageContent Composition::content(std::string messageId) const
{
    return {.from = headerAddresses({m_from}).front(),
            .to = headerAddresses(m_to),
            .cc = headerAddresses(m_cc),
            .bcc = headerAddresses(m_bcc),
            .subject = m_letter.subject,
            .date = {},
            .messageId = std::move(messageId),
            .boundary = {},
            .inReplyTo = m_letter.inReplyTo,
            .references = m_letter.references,
            .text = m_letter.text,
            .html = m_letter.html};
}

} // namespace mail
