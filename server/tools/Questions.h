// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "attachments/AttachmentStore.h"
#include "core/Result.h"
#include "core/Task.h"
#include "mcp/CallContext.h"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <optional>
#include <string>

namespace mail {
class SessionPool;
} // namespace mail

/// What the owner of a mailbox is asked before something happens that cannot be taken back; nothing
/// if they do not want to be asked. Moving is not among it, the trash included: a message can be
/// moved back.
///
/// A question shows everything that matters in at most `maximumQuestionBytes`. All text in it is
/// clean, and what was written by a model or by strangers is quoted line by line or cannot begin a
/// line, so that it cannot pass for a part of the question. References must live until the task
/// ends.
namespace tools {

constexpr std::size_t maximumQuestionBytes = 1000;

using Question = std::optional<std::string>;

/// Who gets a message, its subject, the names of its attachments, and how it begins, in both forms
/// if they differ. Errors: those of letterOf().
core::Task<core::Result<Question>> sendQuestion(attachments::AttachmentStore &store,
                                                const mcp::CallContext &context,
                                                const nlohmann::json &arguments);

/// Which message is to be deleted. Errors: those of mail::Mailbox::summary(); InvalidArgument
/// without a uidvalidity: until there is an answer, the folder may be numbered anew, and another
/// message than the one that was shown would go.
core::Task<core::Result<Question>> deleteQuestion(mail::SessionPool &pool,
                                                  const mcp::CallContext &context,
                                                  const nlohmann::json &arguments);

} // namespace tools
