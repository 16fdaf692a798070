// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "provisioning/Provisioner.h"
#include "snippets/Snippet.h"

#include <QCommandLineParser>

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace app {

/// What `generate` says about the MCP clients that its client is for: --for and
/// --secret-in-snippet.
void addSnippetOptions(QCommandLineParser &parser);

/// Where the clients of --for want their users sent back to, each URI once; none without --for.
/// InvalidArgument: no such client.
core::Result<std::vector<std::string>> callbacksOfWantedClients(const QCommandLineParser &parser);

/// The configuration of each client of --for, which are known to exist.
std::vector<snippets::Snippet> renderWantedSnippets(const QCommandLineParser &parser,
                                                    const provisioning::ProvisionedClient &made);

void printSnippets(const std::vector<snippets::Snippet> &snippets);
nlohmann::json snippetsJson(const std::vector<snippets::Snippet> &snippets);

} // namespace app
