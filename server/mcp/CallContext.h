// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Cancellation.h"
#include "core/Result.h"
#include "core/Task.h"
#include "mcp/Caller.h"
#include "mcp/Input.h"

#include <nlohmann/json.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace mcp {

/// Levels of notifications/message (RFC 5424 §6.2.1), the least important first.
enum class LogLevel { Debug, Info, Notice, Warning, Error, Critical, Alert, Emergency };

std::string_view nameOf(LogLevel level);
/// The level with this name, or nothing.
std::optional<LogLevel> findLogLevel(const nlohmann::json &name);

/// What a tool, prompt or resource is given beside its arguments. Its functions do nothing where
/// the client cannot be told or did not ask for it, and after the answer.
struct CallContext
{
    Caller caller;
    ClientCapabilities client = {};
    Input input = {};
    core::Cancellation cancellation = {};
    /// Sends notifications/progress when the client asked for it.
    std::function<void(double progress, double total, std::string message)> reportProgress =
        [](double, double, const std::string &) {};
    /// Shows the client something beside the result of a tool, as a content block (image …). Only
    /// the blocks of calls that succeed are sent.
    std::function<void(nlohmann::json block)> addContent = [](const nlohmann::json &) {};
    /// Sends notifications/message when the server declares logging and the client asked for this
    /// level.
    std::function<void(LogLevel level, nlohmann::json data)> log = [](LogLevel,
                                                                      const nlohmann::json &) {};
};

/// Decides before a handler runs whether something must be asked first, and what; nothing: run it.
/// It is asked again with the answers, until it is content. An error is the answer to the call.
/// `arguments` are those of the handler. Both references live until the task has ended.
using FindNeededInput = std::function<core::Task<core::Result<std::optional<InputRequired>>>(
    const CallContext &context, const nlohmann::json &arguments)>;

} // namespace mcp
