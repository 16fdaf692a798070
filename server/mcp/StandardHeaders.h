// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "http/Headers.h"
#include "mcp/JsonRpc.h"
#include "mcp/Tool.h"

#include <optional>
#include <string>
#include <string_view>

namespace mcp {

/// The one value of a header, without blanks around it; nothing if it is absent. A header that came
/// twice is refused as HeaderMismatch: which of the two counts would be a guess.
core::Result<std::optional<std::string_view>, Refusal> singleHeader(const http::Headers &headers,
                                                                    std::string_view name);

/// A header value as clients of 2026-07-28 write it: literally, or as `=?base64?…?=` when it does
/// not fit into a header. Nothing if the Base64 is broken.
std::optional<std::string> decodeHeaderValue(std::string_view value);

/// Mcp-Method and Mcp-Name of a request of 2026-07-28 must say what the body says, so that a proxy
/// that decides by the headers and a server that decides by the body never disagree.
core::Result<core::Done, Refusal> checkStandardHeaders(const Message &request,
                                                       const http::Headers &headers);

/// The Mcp-Param-… headers of a call must say what its arguments say, for the parameters that have
/// one (Field::header). Integers are compared as numbers.
core::Result<core::Done, Refusal> checkParameterHeaders(const Tool &tool,
                                                        const nlohmann::json &arguments,
                                                        const http::Headers &headers);

} // namespace mcp
