// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

/// What a handler may want to know from the other side while it works on a request: from the person
/// (elicitation), from the model (sampling), or from the client itself (roots). In 2026-07-28 the
/// request is answered with resultType "input_required" and comes again with the answers; in older
/// revisions the server asks on the stream of the request. Handlers see no difference: they are
/// simply run again, with what was answered.
namespace mcp {

/// What may be asked of the client that sent the request. False for everything that it did not
/// declare, and for older revisions without a session or a stream, where nothing can be asked.
struct ClientCapabilities
{
    bool elicitation = false; ///< forms
    bool sampling = false;
    bool roots = false;

    /// Reads ClientCapabilities of the MCP schema. `elicitation: {}` means forms.
    static ClientCapabilities from(const nlohmann::json &declared);
};

/// One question.
struct InputRequest
{
    enum class Kind { Elicitation, Sampling, Roots };

    std::string key; ///< names the answer
    Kind kind = Kind::Elicitation;
    nlohmann::json params = nlohmann::json::object(); ///< as the MCP schema has them
};

/// What a handler must hear before it can go on. Empty `requests` and a state is possible, too: the
/// client only comes again.
struct InputRequired
{
    std::vector<InputRequest> requests;
    /// Given back as Input::state. It travels through the client, sealed: nobody else reads or
    /// changes it, and it belongs to this caller and this very call.
    nlohmann::json state = nullptr;
};

/// What was answered so far.
struct Input
{
    /// The answers of this round by InputRequest::key: objects, unchecked otherwise.
    nlohmann::json responses = nlohmann::json::object();
    /// InputRequired::state of the round before; null in the first one.
    nlohmann::json state = nullptr;

    /// The answer with that key, or null.
    const nlohmann::json *find(std::string_view key) const;
};

} // namespace mcp
