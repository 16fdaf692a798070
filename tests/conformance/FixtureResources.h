// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "conformance/WatchedResource.h"
#include "mcp/Resource.h"

#include <memory>

namespace conformance {

/// The resources that the conformance suite asks for by name, on two pages, and one template.
mcp::Resources fixtureResources(const std::shared_ptr<WatchedResource> &watched);

} // namespace conformance
