// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace clients {

/// An MCP client and where it wants its users sent back to.
struct KnownClient
{
    std::string_view key;  ///< for command lines and files: "claude-code"
    std::string_view name; ///< for people: "Claude Code"
    std::span<const std::string_view> redirectUris;
};

/// The clients whose callbacks are known, as of November 2026.
std::span<const KnownClient> knownClients();

/// Null when none has this key.
const KnownClient *knownClient(std::string_view key);

/// All their redirect URIs, each once: what `generate` registers when none is named.
std::vector<std::string> defaultRedirectUris();

} // namespace clients
