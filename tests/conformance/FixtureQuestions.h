// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mcp/Input.h"

#include <optional>
#include <string>
#include <string_view>

/// The questions that the fixture asks of its clients, and how the answers are read.
namespace conformance {

/// A form with these properties, all of them required.
mcp::InputRequest formQuestion(std::string key, std::string message, nlohmann::json properties);
/// A form with one required text.
mcp::InputRequest textQuestion(std::string key, std::string message, const char *field);
mcp::InputRequest samplingQuestion(std::string key, std::string prompt, int maximumTokens);
mcp::InputRequest rootsQuestion(std::string key);

/// The text that was filled into a field of a form. Nothing if the form was not sent, or without
/// that field.
std::optional<std::string> filledIn(const mcp::Input &input, std::string_view key,
                                    const char *field);
/// True if the form was filled in, or the person declined.
bool isSettled(const mcp::Input &input, std::string_view key, const char *field);
/// What the model said. Nothing if there is no such answer.
std::optional<std::string> sampledText(const mcp::Input &input, std::string_view key);
/// The URIs of the client's roots, with a comma between. Nothing if there is no such answer.
std::optional<std::string> rootUris(const mcp::Input &input, std::string_view key);

} // namespace conformance
