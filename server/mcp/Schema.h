// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "mcp/Tool.h"

#include <nlohmann/json_fwd.hpp>

#include <vector>

namespace mcp {

/// The rows as a JSON schema (2020-12) whose root is an object: no $ref, no combinations, no member
/// beyond the rows, because strict clients drop a tool, or all of them, over any of these. An
/// Object row without fields of its own may hold anything.
nlohmann::json schemaOf(const std::vector<Field> &fields);

/// Checks the arguments of a call. The error names the argument and says what would be right, so
/// that a model can correct itself. Returned are the arguments as tools may rely on them: optional
/// ones that were null are gone (some models fill in every parameter), and 5.0 is the integer 5, as
/// JSON schema has it.
core::Result<nlohmann::json> checkArguments(const std::vector<Field> &parameters,
                                            nlohmann::json arguments);

/// Checks that a result fits what the tool promised; a failure is a mistake of the tool (Internal).
/// What was prepared as text (core::preparedJson) is not looked into; tests of its tool read it.
core::Result<core::Done> checkResult(const std::vector<Field> &result, const nlohmann::json &value);

} // namespace mcp
