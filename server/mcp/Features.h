// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mcp/ListChanges.h"
#include "mcp/Prompt.h"
#include "mcp/Resource.h"
#include "mcp/Tool.h"

#include <memory>
#include <optional>
#include <vector>

namespace mcp {

/// Everything that a server offers. What it declares follows from what is here.
struct Features
{
    std::vector<Tool> tools = {};     ///< listed in this order; names are unique
    std::vector<Prompt> prompts = {}; ///< the same
    std::optional<Resources> resources = {};
    std::shared_ptr<ListChanges> listChanges = {}; ///< null: the lists of tools and prompts stay
    bool hasLogging = false;                       ///< CallContext::log reaches clients
};

} // namespace mcp
