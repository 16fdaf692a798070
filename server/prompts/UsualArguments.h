// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "mcp/Prompt.h"
#include "prompts/Services.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <string>

/// Arguments that several prompts have, and how they are read. People type them, so what is wrong
/// is said in words that they understand.
namespace prompts {

/// The optional argument `folder`, which completes.
mcp::PromptArgument folderArgument(const Services &services);
/// The folder that was named, or INBOX.
std::string folderOf(const nlohmann::json &arguments);

/// The argument `uid`, which completes to the newest messages of the folder.
mcp::PromptArgument uidArgument(const Services &services);
/// InvalidArgument if it is no UID.
core::Result<std::uint32_t> uidOf(const nlohmann::json &arguments);

/// The optional argument `days`: how far to look back.
mcp::PromptArgument daysArgument(int usual);
/// InvalidArgument if it is no number from 1 to 365.
core::Result<int> daysOf(const nlohmann::json &arguments, int usual);

/// What was typed for an argument without the blanks around it; empty if it was left out.
std::string typed(const nlohmann::json &arguments, const char *name);

} // namespace prompts
