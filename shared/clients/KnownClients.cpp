// SPDX-License-Identifier: GPL-3.0-or-later
#include "clients/KnownClients.h"

#include <algorithm>
#include <array>

namespace clients {

namespace {

using Uris = std::string_view;

// Loopback URIs are written without a port: they match on any (RFC 8252 §7.3).
constexpr std::array claude = {Uris("https://claude.ai/api/mcp/auth_callback"),
                               Uris("https://claude.com/api/mcp/auth_callback")};
constexpr std::array claudeCode = {Uris("http://localhost/callback"),
                                   Uris("http://127.0.0.1/callback")};
constexpr std::array chatGpt = {Uris("https://chatgpt.com/connector_platform_oauth_redirect")};
constexpr std::array vsCode = {Uris("http://127.0.0.1/"), Uris("https://vscode.dev/redirect"),
                               Uris("https://insiders.vscode.dev/redirect")};
constexpr std::array cursor = {Uris("cursor://anysphere.cursor-mcp/oauth/callback"),
                               Uris("https://www.cursor.com/agents/mcp/oauth/callback"),
                               Uris("http://localhost/callback")};
constexpr std::array inspector = {Uris("http://localhost/oauth/callback"),
                                  Uris("http://127.0.0.1/oauth/callback")};
constexpr std::array mcpRemote = {Uris("http://localhost/oauth/callback"),
                                  Uris("http://127.0.0.1/oauth/callback")};
constexpr std::array geminiCli = {Uris("http://localhost/oauth/callback")};

constexpr std::array<KnownClient, 9> table = {{
    {.key = "claude", .name = "Claude", .redirectUris = claude},
    {.key = "claude-code", .name = "Claude Code", .redirectUris = claudeCode},
    {.key = "chatgpt", .name = "ChatGPT", .redirectUris = chatGpt},
    {.key = "vs-code", .name = "VS Code", .redirectUris = vsCode},
    {.key = "cursor", .name = "Cursor", .redirectUris = cursor},
    {.key = "mcp-inspector", .name = "MCP Inspector", .redirectUris = inspector},
    {.key = "mcp-remote", .name = "mcp-remote", .redirectUris = mcpRemote},
    {.key = "gemini-cli", .name = "Gemini CLI", .redirectUris = geminiCli},
    // It sends no client secret, so it connects through mcp-remote.
    {.key = "codex", .name = "Codex CLI", .redirectUris = mcpRemote},
}};

} // namespace

std::span<const KnownClient> knownClients()
{
    return table;
}

const KnownClient *knownClient(std::string_view key)
{
    const auto *const found = std::ranges::find(table, key, &KnownClient::key);
    return found == table.end() ? nullptr : found;
}

std::vector<std::string> defaultRedirectUris()
{
    std::vector<std::string> uris;
    for (const auto &client : table) {
        for (const auto uri : client.redirectUris) {
            if (std::ranges::find(uris, uri) == uris.end())
                uris.emplace_back(uri);
        }
    }
    return uris;
}

} // namespace clients
