// SPDX-License-Identifier: GPL-3.0-or-later
#include "attachments/StreamingStore.h"

#include "attachments/ContentType.h"
#include "attachments/PeekedSource.h"
#include "core/Ascii.h"
#include "core/Base64.h"
#include "crypto/Hash.h"
#include "mail/PartSource.h"
#include "mime/FileName.h"
#include "tokens/Claims.h"

#include <algorithm>
#include <utility>

namespace attachments {

using core::Error;
using core::ErrorKind;
using core::Result;
using core::Task;

namespace {

/// Each text with its length in front, so that no two lists look alike.
std::string joined(std::initializer_list<std::string_view> texts)
{
    std::string result;
    for (const auto text : texts) {
        result += std::to_string(text.size());
        result += ':';
        result += text;
    }
    return result;
}

Error noLinkOfOurs()
{
    return {ErrorKind::InvalidArgument,
            "\"attachment_urls\" takes only links that this server has made for this mailbox and "
            "that have not expired: the url of an attachment, from get_mail_message, or that of "
            "create_attachment_upload. At least one of these is none. Nothing was fetched, and "
            "nothing was sent or saved."};
}

/// A source that holds its slot as long as it is read.
class HeldSource final : public core::ByteSource
{
public:
    HeldSource(std::unique_ptr<core::ByteSource> source, DownloadSlots::Slot slot)
        : m_source(std::move(source))
        , m_slot(std::move(slot))
    {}
    Task<Result<std::string>> read(std::size_t maximum) override { return m_source->read(maximum); }
    std::optional<std::uint64_t> size() const override { return m_source->size(); }

private:
    std::unique_ptr<core::ByteSource> m_source;
    DownloadSlots::Slot m_slot;
};

/// An attachment of a received message, forwarded without its bytes passing the model.
class EnclosedPart final : public mail::Enclosure
{
public:
    EnclosedPart(tokens::AttachmentToken token, account::MailAccountPtr account,
                 mail::SessionPool &pool, DownloadSlots &slots)
        : m_token(std::move(token))
        , m_account(std::move(account))
        , m_pool(pool)
        , m_slots(slots)
    {}

    std::string identity() const override
    {
        return joined({"part", m_token.folder, std::to_string(m_token.uidValidity),
                       std::to_string(m_token.uid), m_token.partNumber, m_token.fileName});
    }
    std::string fileName() const override { return m_token.fileName; }
    Task<Result<mail::OpenEnclosure>> open(core::Cancellation cancellation) const override
    {
        auto slot = m_slots.take(ownerOf(*m_account));
        if (!slot)
            co_return slot.error();
        // With the login of whoever sends, not with that of the link: it is as good or newer.
        mail::PartReader reader(m_pool, m_account, partOf(m_token), slot->turns(),
                                std::move(cancellation));
        auto source = co_await mail::PartSource::open(std::move(reader));
        if (!source)
            co_return source.error();
        mail::OpenEnclosure opened;
        opened.source = std::make_unique<HeldSource>(std::move(*source), std::move(*slot));
        opened.contentType = m_token.contentType;
        co_return opened;
    }

private:
    tokens::AttachmentToken m_token;
    account::MailAccountPtr m_account;
    mail::SessionPool &m_pool;
    DownloadSlots &m_slots;
};

class EnclosedUpload final : public mail::Enclosure
{
public:
    EnclosedUpload(tokens::UploadToken token, const UploadStore &uploads)
        : m_token(std::move(token))
        , m_uploads(uploads)
    {}

    std::string identity() const override
    {
        return joined({"upload", m_token.tokenId, m_token.fileName});
    }
    std::string fileName() const override { return m_token.fileName; }
    /// Where no type was declared, the file is looked at as it was when it came.
    Task<Result<mail::OpenEnclosure>> open(core::Cancellation cancellation) const override
    {
        auto stored = co_await m_uploads.open(ticketOf(m_token), std::move(cancellation));
        if (!stored)
            co_return stored.error();
        mail::OpenEnclosure opened;
        if (isDeclared(m_token.contentType)) {
            opened.source = std::move(*stored);
            opened.contentType = m_token.contentType;
            co_return opened;
        }
        auto source = std::make_unique<PeekedSource>(std::move(*stored));
        auto beginning = co_await source->peek(sniffedBytes);
        if (!beginning)
            co_return beginning.error();
        opened.contentType = co_await sniff(std::move(*beginning));
        opened.source = std::move(source);
        co_return opened;
    }

private:
    tokens::UploadToken m_token;
    const UploadStore &m_uploads;
};

} // namespace

std::string ownerOf(const account::MailAccount &account)
{
    return core::encodeBase64Url(
        crypto::sha256(joined({"mailbox", account.imap.host, account.imapLogin.username})));
}

mail::MessagePart partOf(const tokens::AttachmentToken &token)
{
    return {.folder = token.folder,
            .uidValidity = token.uidValidity,
            .uid = token.uid,
            .partNumber = token.partNumber,
            .encoding = token.encoding,
            .encodedSize = token.encodedSize};
}

UploadStore::Ticket ticketOf(const tokens::UploadToken &token)
{
    return {.id = token.tokenId,
            .owner = token.owner,
            .fileKey = token.fileKey,
            .expiresAt = token.expiresAt};
}

StreamingStore::StreamingStore(std::string baseUrl, const tokens::Tokens &tokens,
                               mail::SessionPool &pool, DownloadSlots &slots,
                               const UploadStore &uploads)
    : m_prefix(std::move(baseUrl) + std::string(path))
    , m_tokens(tokens)
    , m_pool(pool)
    , m_slots(slots)
    , m_uploads(uploads)
{}

Result<Link> StreamingStore::linkFor(Result<tokens::SealedToken> sealed) const
{
    if (!sealed)
        return sealed.error();
    if (sealed->text.size() > longestToken)
        return Error(ErrorKind::TooLarge, "The link would be longer than URLs may be.");
    return Link{.url = m_prefix + sealed->text, .expiresAt = sealed->expiresAt};
}

Task<Result<Link>> StreamingStore::link(const Holder &holder, const LinkedPart &part,
                                        const core::Cancellation & /*cancellation*/)
{
    tokens::AttachmentToken token;
    token.account = holder.account;
    token.clientHash = holder.clientHash;
    token.family = holder.account->family;
    token.folder = part.part.folder;
    token.uidValidity = part.part.uidValidity;
    token.uid = part.part.uid;
    token.partNumber = part.part.partNumber;
    token.fileName = part.fileName;
    token.contentType = part.contentType.size() > tokens::Limits::contentType
                            ? std::string("application/octet-stream")
                            : part.contentType;
    token.encoding = nameOf(mime::transferEncodingNamed(part.part.encoding));
    token.encodedSize = part.part.encodedSize;
    co_return linkFor(m_tokens.seal(token));
}

Result<UploadLink> StreamingStore::uploadLink(const Holder &holder, const std::string &fileName,
                                              const std::string &contentType)
{
    if (auto refusal = m_uploads.refusal())
        return std::move(*refusal);
    tokens::UploadToken token;
    token.owner = ownerOf(*holder.account);
    token.clientHash = holder.clientHash;
    token.family = holder.account->family;
    token.fileKey = m_tokens.newFileKey();
    token.fileName = mime::sanitiseFileName(fileName, "attachment");
    token.contentType = contentType;
    auto made = linkFor(m_tokens.seal(token));
    if (!made)
        return made.error();
    return UploadLink{.link = std::move(*made), .maximumSize = m_uploads.limits().fileBytes};
}

Result<mail::EnclosurePtr> StreamingStore::find(const Holder &holder, std::string_view url)
{
    // The scheme and the host in whatever case: people and programs rewrite them.
    if (!core::equalsIgnoringCase(url.substr(0, m_prefix.size()), m_prefix))
        return noLinkOfOurs();
    const auto text = url.substr(m_prefix.size());
    if (auto upload = m_tokens.openUploadToken(text)) {
        if (upload->owner != ownerOf(*holder.account))
            return noLinkOfOurs();
        return mail::EnclosurePtr(std::make_shared<EnclosedUpload>(std::move(*upload), m_uploads));
    }
    auto part = m_tokens.openAttachmentToken(text);
    if (!part || ownerOf(*part->account) != ownerOf(*holder.account))
        return noLinkOfOurs();
    return mail::EnclosurePtr(
        std::make_shared<EnclosedPart>(std::move(*part), holder.account, m_pool, m_slots));
}

} // namespace attachments
