// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "attachments/AttachmentStore.h"
#include "core/Result.h"
#include "mail/Composition.h"
#include "mail/FiledMessage.h"
#include "mcp/Tool.h"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <vector>

/// What sending and drafting have in common.
namespace tools {

/// to, subject, text_body; cc, bcc, html_body, attachment_urls, folder (described by
/// `folderDescription`), in_reply_to, references.
std::vector<mcp::Field> letterParameters(std::string folderDescription);

/// A message of whoever called.
struct OwnLetter
{
    account::MailAccountPtr account;
    mail::Composition composition;
};

/// What these arguments describe. Its enclosures are known but not fetched. InvalidArgument.
core::Result<OwnLetter> letterOf(attachments::AttachmentStore &store,
                                 const mcp::CallContext &context, const nlohmann::json &arguments);

/// folder, uid and uidvalidity of a message of one's own; null for what is not known.
std::vector<mcp::Field> filedMessageFields(std::string folderDescription);
void addFiledMessage(nlohmann::json &result, const std::optional<mail::FiledMessage> &message);

} // namespace tools
