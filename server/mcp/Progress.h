// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mcp/AnswerStream.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <memory>
#include <optional>
#include <string>

namespace mcp {

/// Sends notifications/progress of one request: rising values only, not too many, none after the
/// response.
class Progress
{
public:
    Progress(std::shared_ptr<AnswerStream> stream, nlohmann::json token,
             std::chrono::milliseconds interval);

    /// A `total` of 0 means unknown.
    void report(double progress, double total, const std::string &message);

private:
    std::shared_ptr<AnswerStream> m_stream;
    nlohmann::json m_token;
    std::chrono::milliseconds m_interval;
    std::optional<double> m_lastValue;
    std::chrono::steady_clock::time_point m_lastTime;
};

} // namespace mcp
