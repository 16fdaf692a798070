// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "core/Task.h"
#include "mcp/CallContext.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace mcp {

/// A parameter of a tool or a field of its result: one row, from which the JSON schema and the
/// check of the arguments both follow.
struct Field
{
    enum class Type { String, Integer, Boolean, Object, StringList, IntegerList, ObjectList };
    enum class Presence { Required, Optional };

    std::string name;
    Type type = Type::String;
    Presence presence = Presence::Required;
    std::string description = {};
    std::optional<std::int64_t> minimum = {};      ///< integers
    std::optional<std::int64_t> maximum = {};      ///< integers
    std::optional<std::size_t> maximumLength = {}; ///< strings in bytes, lists in items
    std::vector<Field> fields = {};        ///< members of Object and of each item of ObjectList
    bool nullable = false;                 ///< result fields only
    std::vector<std::string> choices = {}; ///< strings and items of StringList: nothing else fits
    /// `x-mcp-header`: clients repeat the parameter as the header Mcp-Param-<header>. String,
    /// Integer and Boolean only; never for what is private, since proxies see headers.
    std::string header = {};
};

/// What a tool may do to the world. The scope and the four hints of MCP follow from it.
struct Effect
{
    std::string scope; ///< the OAuth scope it needs
    bool isReadOnly = true;
    bool isDestructive = false;
    bool isIdempotent = true;
    bool isOpenWorld = true;
};

/// One tool: everything a client is told about it, and what runs. `arguments` have passed the check
/// against `parameters`: optional ones that were null are absent, integers are integers. The result
/// must fit `result`. Both references live until the task has ended.
struct Tool
{
    std::string name;
    std::string title;
    std::string description;
    Effect effect;
    std::vector<Field> parameters;
    std::vector<Field> result;
    std::function<core::Task<core::Result<nlohmann::json>>(const CallContext &context,
                                                           const nlohmann::json &arguments)>
        run;
    /// The content blocks (text, image, resource_link …) that show a result to a client. Unset: one
    /// text block that holds the result as JSON.
    std::function<nlohmann::json(const nlohmann::json &result)> present = {};
    std::string icon = {};                ///< see ServerInfo::iconUrl
    FindNeededInput findNeededInput = {}; ///< unset: nothing is ever asked
    /// What the person is to confirm before it runs, in their words, with everything that matters;
    /// nothing: run without. It is asked for in the best way that the client has.
    std::function<core::Task<core::Result<std::optional<std::string>>>(
        const CallContext &context, const nlohmann::json &arguments)>
        findQuestion = {};
    /// A schema for the arguments that `parameters` cannot express, sent as it is. The tool checks
    /// its arguments itself then.
    std::optional<nlohmann::json> inputSchema = {};
};

} // namespace mcp
