// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "conformance/WatchedResource.h"
#include "mcp/ListChanges.h"
#include "mcp/Tool.h"

#include <memory>
#include <string>
#include <vector>

/// The tools that the conformance suite calls by name, and some that client-wire.mjs calls. What
/// each has to do is written in the suite's scenarios.
namespace conformance {

/// What some tools change when they are called.
struct FixtureWorld
{
    std::shared_ptr<mcp::ListChanges> listChanges;
    std::shared_ptr<WatchedResource> watchedResource;
};

/// All of them.
std::vector<mcp::Tool> fixtureTools(const FixtureWorld &world);

/// Their groups. Each kind of content; what is said while a call runs; what has to be asked of the
/// client first; what a person has to agree to; arguments that are more than a few fields.
std::vector<mcp::Tool> contentTools();
std::vector<mcp::Tool> notifyingTools(const FixtureWorld &world);
std::vector<mcp::Tool> askingTools();
std::vector<mcp::Tool> elicitingTools();
std::vector<mcp::Tool> confirmedTools();
std::vector<mcp::Tool> argumentTools();

/// A tool without parameters whose result is one text.
mcp::Tool textTool(std::string name, std::string description, decltype(mcp::Tool::run) run);
/// What such a tool returns.
nlohmann::json textResult(std::string text);

} // namespace conformance
