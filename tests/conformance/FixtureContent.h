// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <string>

/// The content blocks that tools, prompts and resources of the fixture show.
namespace conformance {

/// One red pixel as PNG, and one sample of silence as WAV, in Base64.
extern const char *const pixel;
extern const char *const silence;

nlohmann::json textBlock(const std::string &text);
nlohmann::json imageBlock();
nlohmann::json audioBlock();
nlohmann::json resourceBlock(const std::string &uri, const char *mimeType, const char *text);

} // namespace conformance
