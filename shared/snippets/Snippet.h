// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "core/Secret.h"
#include "i18n/Text.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace snippets {

/// What goes into a snippet.
struct Connection
{
    std::string serverName = "mail"; ///< what the client calls this server: [a-z0-9-], 1 to 32
    std::string mcpUrl;              ///< BASE_URL and /mcp
    std::string clientId;
    core::Secret clientSecret;
};

enum class SecretPlace {
    Placeholder, ///< the client asks for it or reads it from the environment, wherever it can
    Included,    ///< in the text, ready to be pasted
};

/// One thing to do: text to copy, and where it goes.
struct Block
{
    enum class Language { Steps, Shell, Json, Toml };

    Language language = Language::Steps;
    i18n::Text title = ""; ///< what to do with it
    std::string place;     ///< the file it belongs into, such as ~/.cursor/mcp.json; else empty
    std::string text;      ///< ready to be copied
    std::vector<i18n::Text> steps; ///< of Language::Steps, in place of text
    bool holdsSecret = false;      ///< the text does; only for SecretPlace::Included
};

/// How one MCP client is connected.
struct Snippet
{
    std::string clientKey;  ///< clients::KnownClient::key, "claude-code"
    std::string clientName; ///< "Claude Code"
    std::string asOf;       ///< when that was right, "2026-11"
    std::vector<Block> blocks;
    std::vector<i18n::Text> notes;
};

/// The clients there are snippets for: keys, in the order of clients::knownClients().
std::span<const std::string> clientKeys();

/// InvalidArgument: no such client (the message lists them), or a server name that cannot be used.
core::Result<Snippet> render(std::string_view clientKey, const Connection &connection,
                             SecretPlace place);

} // namespace snippets
