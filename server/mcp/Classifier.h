// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "http/Headers.h"
#include "mcp/JsonRpc.h"
#include "mcp/Protocol.h"

namespace mcp {

/// In which revision a message is to be read and answered. The body decides; the headers only have
/// to agree. For 2026-07-28 that includes the `_meta` envelope, the version and the standard
/// headers, in the order in which its transport document lists them.
core::Result<const Revision *, Refusal> classify(const Message &message,
                                                 const http::Headers &headers);

/// Batches exist in 2025-03-26 alone, and never hold `initialize`.
core::Result<const Revision *, Refusal> classify(const Batch &batch, const http::Headers &headers);

} // namespace mcp
