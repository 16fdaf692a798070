// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Error.h"
#include "core/Result.h"
#include "core/Task.h"
#include "mcp/JsonRpc.h"
#include "mcp/Protocol.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <string>
#include <string_view>

/// What the methods say in the same words.
namespace mcp {

/// The result of a method, or the error of the protocol.
using MethodResult = core::Result<nlohmann::json, Refusal>;

/// For handlers that do not wait for anything.
core::Task<MethodResult> ready(MethodResult result);

/// The HTTP status is 200: the protocol worked, only the request makes no sense.
Refusal invalidParams(std::string message, nlohmann::json data = {});
Refusal methodNotFound(const Revision &revision);
/// 503: it was not even begun.
Refusal busy(const core::Error &error);
/// A handler failed where the protocol has no results that are errors (everywhere but tools/call).
Refusal refusalOf(const core::Error &error);

/// `code`, `message`, `retryable` and `next` (what to do now): how clients and models are told of a
/// failure. The codes are the names of core::ErrorKind and never change.
nlohmann::json errorBody(const core::Error &error);

/// A member that is there and not null, or nullptr.
const nlohmann::json *findMember(const nlohmann::json &object, std::string_view name);

/// A param that must be there and be a string.
core::Result<std::string, Refusal> requiredText(const Message &request, std::string_view name);
/// `arguments` of the params: an object, empty if there are none.
core::Result<nlohmann::json, Refusal> argumentsOf(const Message &request);
/// For lists that fit on one page: no cursor of ours is out there.
core::Result<core::Done, Refusal> refuseCursor(const Message &request);

/// How long a client may keep a result, for its own caller alone, where the revision has that
/// (utilities/caching).
void addCaching(nlohmann::json &result, std::chrono::milliseconds lifetime,
                const Revision &revision);

/// One text block.
nlohmann::json textContent(std::string text);

} // namespace mcp
