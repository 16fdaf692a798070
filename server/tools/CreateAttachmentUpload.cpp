// SPDX-License-Identifier: GPL-3.0-or-later
#include "attachments/AttachmentStore.h"
#include "tools/AttachmentFields.h"
#include "tools/ToolFunctions.h"

#include <QMimeDatabase>

#include <nlohmann/json.hpp>

#include <utility>

namespace tools {

using Type = mcp::Field::Type;

namespace {

constexpr std::size_t maximumNameBytes = 255;
constexpr std::size_t maximumTypeBytes = 127;

/// What the extension says; the content is not looked at, because it is not there yet.
std::string typeFor(const std::string &fileName)
{
    return QMimeDatabase()
        .mimeTypeForFile(QString::fromStdString(fileName), QMimeDatabase::MatchExtension)
        .name()
        .toStdString();
}

core::Task<core::Result<nlohmann::json>> run(attachments::AttachmentStore &store,
                                             const mcp::CallContext &context,
                                             const nlohmann::json &arguments)
{
    const auto holder = holderOf(context);
    if (!holder)
        co_return holder.error();
    const auto name = arguments.at("filename").get<std::string>();
    const auto type = arguments.contains("content_type")
                          ? arguments["content_type"].get<std::string>()
                          : typeFor(name);
    const auto upload = store.uploadLink(*holder, name, type);
    if (!upload)
        co_return upload.error();
    co_return nlohmann::json{{"url", upload->link.url},
                             {"method", "PUT"},
                             {"maximum_size", upload->maximumSize},
                             {"expires_at", isoTime(upload->link.expiresAt)}};
}

} // namespace

mcp::Tool createAttachmentUpload(const Services &services)
{
    return {
        .name = "create_attachment_upload",
        .title = "Upload a file to attach",
        .description =
            "Makes a link to which one file can be put, to be attached to a message: upload the "
            "bytes with HTTP PUT (for example curl --upload-file report.pdf 'URL'), then give the "
            "same url to send_mail_message or create_draft_mail_message in attachment_urls. "
            "Example: {\"filename\": \"report.pdf\"}. The file is kept encrypted until the link "
            "expires. To forward an attachment of a received message, no upload is needed.",
        .effect = {.scope = "mail.draft", .isReadOnly = false, .isIdempotent = false},
        .parameters = {{.name = "filename",
                        .description = "What recipients see as the name of the file.",
                        .maximumLength = maximumNameBytes},
                       {.name = "content_type",
                        .presence = mcp::Field::Presence::Optional,
                        .description = "For example \"application/pdf\". Leave it out to have it "
                                       "chosen by the name, or by the content where the name "
                                       "says nothing. A file that is plainly something else is "
                                       "refused.",
                        .maximumLength = maximumTypeBytes}},
        .result = {{.name = "url",
                    .description = "Where to put the file; also what attachment_urls takes. "
                                   "Anybody who has it can put a file there, so keep it."},
                   {.name = "method", .description = "Always \"PUT\".", .choices = {"PUT"}},
                   {.name = "maximum_size",
                    .type = Type::Integer,
                    .description = "How many bytes the file may have.",
                    .minimum = 1},
                   {.name = "expires_at",
                    .description = "When link and file are gone, ISO 8601 in UTC."}},
        .run = [&store = services.attachments](
                   const mcp::CallContext &context,
                   const nlohmann::json &arguments) { return run(store, context, arguments); },
        .icon = "attachment",
    };
}

} // namespace tools
