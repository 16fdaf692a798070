// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"
#include "core/Result.h"
#include "core/Task.h"
#include "mail/Mailbox.h"
#include "mcp/Prompt.h"

#include <cstddef>
#include <cstdint>
#include <string>

namespace prompts {

/// A message of the mailbox as a resource that stands in the conversation, apart from what is said
/// about it: what view::readableMessage() makes of it, with at most `maximumBytes` of its text.
/// Errors: those of mail::Mailbox::message(); Unsupported if its folder has no URI. `mailbox` is
/// that of `account`; both must live until the task ends.
core::Task<core::Result<mcp::PromptMessage>> embeddedMessage(const mail::Mailbox &mailbox,
                                                             const account::MailAccount &account,
                                                             std::string folder, std::uint32_t uid,
                                                             std::size_t maximumBytes);

} // namespace prompts
