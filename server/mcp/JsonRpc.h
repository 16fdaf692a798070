// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/JsonText.h"
#include "core/Result.h"
#include "mcp/Protocol.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace mcp {

/// A request (it has an id) or a notification (it has none).
struct Message
{
    nlohmann::json id; ///< a string, an integer, or null for none
    std::string method;
    nlohmann::json params = nlohmann::json::object(); ///< always an object

    bool isNotification() const { return id.is_null(); }
    /// A member of `params._meta`, or null.
    const nlohmann::json *findMeta(std::string_view name) const;
};

using Batch = std::vector<Message>;

/// An error of the protocol, and the HTTP status that goes with it when it is the whole answer.
struct Refusal
{
    ErrorCode code;
    std::string message;
    int httpStatus = 400;
    nlohmann::json data = {}; ///< null: none
};

/// Reads a body: one message, an array of messages, or why it is neither. In an array no element
/// may be broken; a response is refused, because we never ask a client anything.
core::Result<std::variant<Message, Batch>, Refusal> parseMessages(std::string_view body,
                                                                  const core::JsonLimits &limits);

nlohmann::json notificationMessage(std::string_view method, nlohmann::json params);
/// The two kinds of answers. A null id is left out (the request's id could not be read).
nlohmann::json resultMessage(const nlohmann::json &id, nlohmann::json result);
nlohmann::json errorMessage(const nlohmann::json &id, const Refusal &refusal);

/// One line of text without line breaks; invalid UTF-8 in strings is replaced.
std::string textOf(const nlohmann::json &message);

} // namespace mcp
