// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "attachments/AttachmentStore.h"
#include "content/UnicodeHygiene.h"
#include "core/Cancellation.h"
#include "core/Result.h"
#include "core/Task.h"
#include "mail/Composition.h"
#include "mail/Message.h"
#include "mcp/Tool.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What tools say about attachments, and what they take as such.
namespace tools {

/// For whom links to attachments are made: whoever called.
core::Result<attachments::Holder> holderOf(const mcp::CallContext &context);

/// A download link, or nothing: there are more attachments than get one, or none could be made.
using AttachmentUrl = std::optional<std::string>;

/// How many attachments of a message get a link: a link is long, and models read every character.
constexpr std::size_t maximumAttachmentUrls = 20;

/// One for each attachment of the message. All references outlive the task.
core::Task<std::vector<AttachmentUrl>> urlsOf(attachments::AttachmentStore &store,
                                              const attachments::Holder &holder,
                                              const mail::Message &message,
                                              const core::Cancellation &cancellation);

std::vector<mcp::Field> attachmentFields();
nlohmann::json attachmentJson(const mail::Attachment &attachment, const AttachmentUrl &url,
                              content::UnicodeHygiene &hygiene);

/// The parameter `attachment_urls`.
mcp::Field attachmentUrlsParameter();
/// What it names. InvalidArgument if anything in it is no link of ours for `holder` (M-14); nothing
/// is asked of anybody.
core::Result<std::vector<mail::EnclosurePtr>> enclosuresOf(attachments::AttachmentStore &store,
                                                           const attachments::Holder &holder,
                                                           const nlohmann::json &arguments);

/// Seconds since 1970 as ISO 8601 in UTC.
std::string isoTime(std::int64_t secondsSinceEpoch);

} // namespace tools
