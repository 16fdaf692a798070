// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"
#include "core/Cancellation.h"
#include "core/Result.h"
#include "core/Task.h"
#include "mail/Enclosure.h"
#include "mail/PartReader.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// Attachments never travel through the model: reading and sending both go by links.
namespace attachments {

/// For whom a link is made: whoever holds an access token of this mailbox.
struct Holder
{
    account::MailAccountPtr account;
    std::string clientHash; ///< empty for a client of an earlier server
};

/// Whose a mailbox is, as a text of at most 64 characters that tells nothing.
std::string ownerOf(const account::MailAccount &account);

/// A part that a link is made for.
struct LinkedPart
{
    mail::MessagePart part;
    std::string fileName; ///< harmless, never empty
    std::string contentType;
};

struct Link
{
    std::string url;
    std::int64_t expiresAt = 0; ///< seconds since 1970
};

/// A link that takes one file by PUT.
struct UploadLink
{
    Link link;
    std::size_t maximumSize = 0; ///< bytes
};

/// Where attachments are fetched from and put. Main thread only.
class AttachmentStore
{
public:
    virtual ~AttachmentStore() = default;

    /// A link from which anybody who has it can fetch the part, until it expires. TooLarge: the
    /// link would be longer than URLs may be. References outlive the task.
    virtual core::Task<core::Result<Link>> link(const Holder &holder, const LinkedPart &part,
                                                const core::Cancellation &cancellation) = 0;

    /// A link to which a file can be put, to be attached to messages of this mailbox.
    /// InvalidArgument: the name or the type cannot be used. Unsupported: no files are taken.
    virtual core::Result<UploadLink> uploadLink(const Holder &holder, const std::string &fileName,
                                                const std::string &contentType) = 0;

    /// What a link stands for, without asking anybody. InvalidArgument unless it was made here, for
    /// this mailbox, and has not expired; the message does not repeat it.
    virtual core::Result<mail::EnclosurePtr> find(const Holder &holder, std::string_view url) = 0;
};

} // namespace attachments
