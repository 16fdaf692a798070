// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/AttachmentFields.h"

#include "core/Log.h"
#include "view/MailPrincipal.h"
#include "view/MessageFields.h"

#include <QDateTime>
#include <QTimeZone>

#include <nlohmann/json.hpp>

#include <utility>

namespace tools {

using Type = mcp::Field::Type;

namespace {

const core::Log logger("tools");

attachments::LinkedPart linkedPart(const mail::Message &message, const mail::Attachment &attachment)
{
    attachments::LinkedPart linked;
    linked.part.folder = message.folder;
    linked.part.uidValidity = message.uidValidity;
    linked.part.uid = message.summary.uid;
    linked.part.partNumber = attachment.partNumber;
    linked.part.encoding = attachment.encoding;
    linked.part.encodedSize = attachment.encodedSize;
    linked.fileName = attachment.fileName;
    linked.contentType = attachment.contentType;
    return linked;
}

} // namespace

core::Result<attachments::Holder> holderOf(const mcp::CallContext &context)
{
    const auto principal = view::principalOf(context);
    if (!principal)
        return principal.error();
    return attachments::Holder{.account = (*principal)->account,
                               .clientHash = (*principal)->clientHash};
}

core::Task<std::vector<AttachmentUrl>> urlsOf(attachments::AttachmentStore &store,
                                              const attachments::Holder &holder,
                                              const mail::Message &message,
                                              const core::Cancellation &cancellation)
{
    std::vector<AttachmentUrl> urls(message.attachments.size());
    for (std::size_t i = 0; i < urls.size() && i < maximumAttachmentUrls; ++i) {
        const auto part = linkedPart(message, message.attachments[i]);
        auto link = co_await store.link(holder, part, cancellation);
        // The message is worth reading without it.
        if (link)
            urls[i] = std::move(link->url);
        else
            logger.warn("attachment_without_link", {{"detail", link.error().message}});
    }
    co_return urls;
}

std::vector<mcp::Field> attachmentFields()
{
    return {
        {.name = "filename", .description = "A harmless form of the name that the sender gave."},
        {.name = "content_type",
         .description = "What the sender says it is, for example \"application/pdf\"."},
        {.name = "size",
         .type = Type::Integer,
         .description = "About how many bytes it has.",
         .minimum = 0},
        {.name = "url",
         .description =
             "A link from which anybody who has it can download the attachment until it expires, "
             "so show it to nobody but the person. Null for all but the first 20 attachments.",
         .nullable = true},
        {.name = "kind",
         .description =
             "What it is: \"file\"; \"picture\", shown within the text; \"message\", a message of "
             "its own; \"tnef\", a winmail.dat, with files inside that only Outlook takes out; "
             "\"smime_…\" and \"pgp_…\", an encrypted or signed message, a signature or keys.",
         .choices = {"file", "picture", "message", "tnef", "smime_encrypted", "smime_signed",
                     "smime_signature", "pgp_encrypted", "pgp_control", "pgp_signature",
                     "pgp_keys"}},
        {.name = "part",
         .description = "The number of the MIME part, for example \"2\" or \"1.3\": what "
                        "get_mail_attachment asks for."},
        {.name = "inline",
         .type = Type::Boolean,
         .description = "True if it is shown within the text, as a picture."},
        {.name = "content_id",
         .description = "What the HTML text calls it, behind \"cid:\".",
         .nullable = true},
    };
}

nlohmann::json attachmentJson(const mail::Attachment &attachment, const AttachmentUrl &url,
                              content::UnicodeHygiene &hygiene)
{
    return {{"filename", hygiene.clean(attachment.fileName)},
            {"content_type", hygiene.clean(attachment.contentType)},
            {"size", attachment.size},
            {"url", url ? nlohmann::json(*url) : nlohmann::json()},
            {"kind", nameOf(attachment.kind)},
            {"part", attachment.partNumber},
            {"inline", attachment.isInline},
            {"content_id", view::textOrNull(attachment.contentId, hygiene)}};
}

mcp::Field attachmentUrlsParameter()
{
    return {.name = "attachment_urls",
            .type = Type::StringList,
            .presence = mcp::Field::Presence::Optional,
            .description =
                "Files to attach, by links that this server has made for this mailbox: the url of "
                "an attachment from get_mail_message, or the url of create_attachment_upload after "
                "the file was put there. At most 25 MiB together. Other URLs are refused and never "
                "fetched.",
            .maximumLength = mail::Composition::maximumEnclosures};
}

core::Result<std::vector<mail::EnclosurePtr>> enclosuresOf(attachments::AttachmentStore &store,
                                                           const attachments::Holder &holder,
                                                           const nlohmann::json &arguments)
{
    std::vector<mail::EnclosurePtr> enclosures;
    for (const auto &url : arguments.value("attachment_urls", std::vector<std::string>())) {
        auto enclosure = store.find(holder, url);
        if (!enclosure)
            return enclosure.error();
        enclosures.push_back(std::move(*enclosure));
    }
    return enclosures;
}

std::string isoTime(std::int64_t secondsSinceEpoch)
{
    return QDateTime::fromSecsSinceEpoch(secondsSinceEpoch, QTimeZone::utc())
        .toString(Qt::ISODate)
        .toStdString();
}

} // namespace tools
