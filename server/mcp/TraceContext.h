// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mcp/JsonRpc.h"

#include <string>

namespace mcp {

/// The client's `traceparent` (W3C Trace Context §3.2, SEP-414), with which its trace and our log
/// can be brought together; empty if there is none or it is malformed. It proves nothing.
std::string traceParentOf(const Message &message);

} // namespace mcp
