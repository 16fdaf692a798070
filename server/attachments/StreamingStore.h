// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "attachments/AttachmentStore.h"
#include "attachments/DownloadSlots.h"
#include "attachments/UploadStore.h"
#include "mail/SessionPool.h"
#include "tokens/Tokens.h"

#include <string>

namespace attachments {

/// The store that keeps nothing of received mail: a link is a sealed URL of this server, and
/// whoever follows it has the part streamed straight from the mail server. Only uploads are kept
/// for a while, in an UploadStore. Main thread only.
///
/// A link holds the IMAP login, sealed, because the server keeps none: it is worth as much as the
/// part it names and no more, since nothing else can be asked with it. It ends with its time, with
/// the family and the client that it was made for, with the keys of the server, and with the
/// password.
class StreamingStore final : public AttachmentStore
{
public:
    /// Below the 8 KiB that a request line may have.
    static constexpr std::size_t longestToken = 8000;
    static constexpr std::string_view path = "/attachments/";

    /// `baseUrl` is BASE_URL. All references must outlive the store.
    StreamingStore(std::string baseUrl, const tokens::Tokens &tokens, mail::SessionPool &pool,
                   DownloadSlots &slots, const UploadStore &uploads);

    core::Task<core::Result<Link>> link(const Holder &holder, const LinkedPart &part,
                                        const core::Cancellation &cancellation) override;
    core::Result<UploadLink> uploadLink(const Holder &holder, const std::string &fileName,
                                        const std::string &contentType) override;
    core::Result<mail::EnclosurePtr> find(const Holder &holder, std::string_view url) override;

private:
    core::Result<Link> linkFor(core::Result<tokens::SealedToken> sealed) const;

    std::string m_prefix; ///< of every link
    const tokens::Tokens &m_tokens;
    mail::SessionPool &m_pool;
    DownloadSlots &m_slots;
    const UploadStore &m_uploads;
};

/// The part that a download link names.
mail::MessagePart partOf(const tokens::AttachmentToken &token);
/// The file that an upload link names.
UploadStore::Ticket ticketOf(const tokens::UploadToken &token);

} // namespace attachments
