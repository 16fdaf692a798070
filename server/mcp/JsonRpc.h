// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/JsonText.h"
#include "core/Result.h"
#include "mcp/Protocol.h"

#include <nlohmann/json.hpp>

#include <optional>
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

/// The answer of a client to a request of ours.
struct ClientResponse
{
    nlohmann::json id;
    std::optional<nlohmann::json> result; ///< nothing: it is an error
    std::string error;                    ///< what the client says, for the log
};

struct Batch
{
    std::vector<Message> messages;
    std::vector<ClientResponse> responses;

    std::size_t size() const { return messages.size() + responses.size(); }
};

/// What a body may hold.
using Body = std::variant<Message, ClientResponse, Batch>;

/// An error of the protocol, and the HTTP status that goes with it when it is the whole answer.
struct Refusal
{
    ErrorCode code;
    std::string message;
    int httpStatus = 400;
    nlohmann::json data = {}; ///< null: none
};

/// Reads a body, or says why it is none. In an array no element may be broken.
core::Result<Body, Refusal> parseBody(std::string_view body, const core::JsonLimits &limits);

nlohmann::json requestMessage(const nlohmann::json &id, std::string_view method,
                              nlohmann::json params);
nlohmann::json notificationMessage(std::string_view method, nlohmann::json params);
/// The two kinds of answers. A null id is left out (the request's id could not be read).
nlohmann::json resultMessage(const nlohmann::json &id, nlohmann::json result);
nlohmann::json errorMessage(const nlohmann::json &id, const Refusal &refusal);

/// One line of text without line breaks; invalid UTF-8 in strings is replaced.
std::string textOf(const nlohmann::json &message);

} // namespace mcp
