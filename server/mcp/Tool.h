// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Cancellation.h"
#include "core/Result.h"
#include "core/Task.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace mcp {

/// Who is behind a request, as far as the tools care. The library that provides the tools derives
/// from it; this one only carries it from the guard to the tool.
class Principal
{
public:
    virtual ~Principal() = default;
};

/// A verified caller. Only a guard makes one, so a handler cannot be entered without it.
struct Caller
{
    std::string subject;          ///< stable pseudonym of the account, for limits and logs
    std::set<std::string> scopes; ///< granted OAuth scopes
    std::shared_ptr<const Principal> principal;
};

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

struct ToolContext
{
    Caller caller;
    core::Cancellation cancellation;
    /// Sends notifications/progress when the client asked for it; does nothing otherwise.
    std::function<void(double progress, double total, std::string message)> reportProgress;
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
    std::function<core::Task<core::Result<nlohmann::json>>(const ToolContext &context,
                                                           const nlohmann::json &arguments)>
        run;
    /// The content blocks (text, image, resource_link …) that show a result to a client. Unset: one
    /// text block that holds the result as JSON.
    std::function<nlohmann::json(const nlohmann::json &result)> present = {};
};

} // namespace mcp
