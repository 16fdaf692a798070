// SPDX-License-Identifier: GPL-3.0-or-later
#include "mcp/Progress.h"

#include "mcp/JsonRpc.h"

#include <cmath>
#include <utility>

namespace mcp {

Progress::Progress(std::shared_ptr<AnswerStream> stream, nlohmann::json token,
                   std::chrono::milliseconds interval)
    : m_stream(std::move(stream))
    , m_token(std::move(token))
    , m_interval(interval)
{}

void Progress::report(double progress, double total, const std::string &message)
{
    if (!std::isfinite(progress) || (m_lastValue && progress <= *m_lastValue))
        return;
    const auto now = std::chrono::steady_clock::now();
    const bool isLast = total > 0 && progress >= total;
    if (m_lastValue && !isLast && now - m_lastTime < m_interval)
        return;
    m_lastValue = progress;
    m_lastTime = now;
    nlohmann::json params = {{"progressToken", m_token}, {"progress", progress}};
    if (total > 0 && std::isfinite(total))
        params["total"] = total;
    if (!message.empty())
        params["message"] = message;
    m_stream->send(notificationMessage("notifications/progress", std::move(params)));
}

} // namespace mcp
