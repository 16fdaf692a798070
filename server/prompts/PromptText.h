// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Clock.h"
#include "mcp/Prompt.h"

#include <chrono>
#include <map>
#include <string>
#include <string_view>

/// How the texts of prompts are made. A text speaks to the model in the words of the person who
/// chose the prompt: it says which tools to call in which order, and what to ask before anything is
/// changed. What people type is put into it as data, in quotes.
namespace prompts {

/// The text with each {name} replaced by its value. Values are not searched again, and what stands
/// in braces without a value stays.
std::string filled(std::string_view text, const std::map<std::string_view, std::string> &values);

/// The message that a prompt begins with: the text, filled in, and behind it what holds for all
/// prompts.
mcp::PromptMessage instructions(std::string_view text,
                                const std::map<std::string_view, std::string> &values);

/// What a person typed, as one line in double quotes; quotes and backslashes in it are escaped as
/// in JSON, and what nobody can see is gone.
std::string asData(std::string_view typed);

/// A string of IMAP SEARCH criteria (RFC 9051, quoted) that stands for this text.
std::string searchString(std::string_view text);

/// The day so long ago, as IMAP SEARCH writes it: 1-Jan-2025.
std::string searchDate(const core::Clock &clock, std::chrono::days ago);

} // namespace prompts
