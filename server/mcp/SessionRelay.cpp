// SPDX-License-Identifier: GPL-3.0-or-later
#include "mcp/SessionRelay.h"

#include "core/Log.h"

#include <chrono>
#include <utility>

namespace mcp {

using nlohmann::json;

namespace {

constexpr core::Log logger("mcp");
constexpr std::chrono::seconds lifetime{60};

} // namespace

SessionRelay::SessionRelay(Sealer sealer, Relay relay, std::string subject, std::string session)
    : m_sealer(std::move(sealer))
    , m_relay(std::move(relay))
    , m_subject(std::move(subject))
    , m_session(std::move(session))
{}

std::string SessionRelay::nameOf(std::int64_t question) const
{
    return m_session + ' ' + std::to_string(question);
}

core::Task<void> SessionRelay::leave(ClientResponse response) const
{
    if (!isPossible() || !response.id.is_number_integer())
        co_return;
    const auto question = response.id.get<std::int64_t>();
    json data = {{"question", question}};
    if (response.result)
        data["result"] = std::move(*response.result);
    else
        data["error"] = response.error;
    const auto sealed = m_sealer.seal(SealPurpose::Answer, m_subject, data, lifetime);
    if (!sealed) {
        logger.warn("answer_not_passed_on", {{"detail", sealed.error().message}});
        co_return;
    }
    const std::string name = nameOf(question);
    const auto left = co_await m_relay.leave(name, *sealed);
    if (!left)
        logger.warn("answer_not_passed_on", {{"detail", left.error().message}});
}

core::Task<std::optional<ClientResponse>> SessionRelay::take(std::int64_t question) const
{
    const std::string name = nameOf(question);
    const auto text = co_await m_relay.take(name);
    if (!text || text->empty())
        co_return std::nullopt;
    auto opened = m_sealer.open(SealPurpose::Answer, m_subject, *text);
    if (!opened || opened->data.value("question", std::int64_t{-1}) != question)
        co_return std::nullopt;
    ClientResponse response;
    response.id = question;
    if (opened->data.contains("result"))
        response.result = std::move(opened->data["result"]);
    else
        response.error = opened->data.value("error", "");
    co_return response;
}

} // namespace mcp
