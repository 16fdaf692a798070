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

std::string SessionRelay::nameOfCancellation(const json &requestId) const
{
    return m_session + " cancelled " + textOf(requestId);
}

core::Task<void> SessionRelay::leave(SealPurpose purpose, std::string name, json data) const
{
    const auto sealed = m_sealer.seal(purpose, m_subject, data, lifetime);
    if (!sealed) {
        logger.warn("not_passed_on",
                    {{"what", mcp::nameOf(purpose)}, {"detail", sealed.error().message}});
        co_return;
    }
    const auto left = co_await m_relay.leave(name, *sealed);
    if (!left)
        logger.warn("not_passed_on",
                    {{"what", mcp::nameOf(purpose)}, {"detail", left.error().message}});
}

core::Task<std::optional<json>> SessionRelay::take(SealPurpose purpose, std::string name) const
{
    const auto text = co_await m_relay.take(name);
    if (!text || text->empty())
        co_return std::nullopt;
    auto opened = m_sealer.open(purpose, m_subject, *text);
    if (!opened)
        co_return std::nullopt;
    co_return std::make_optional(std::move(opened->data));
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
    co_await leave(SealPurpose::Answer, nameOf(question), std::move(data));
}

core::Task<std::optional<ClientResponse>> SessionRelay::take(std::int64_t question) const
{
    auto data = co_await take(SealPurpose::Answer, nameOf(question));
    if (!data || data->value("question", std::int64_t{-1}) != question)
        co_return std::nullopt;
    ClientResponse response;
    response.id = question;
    if (data->contains("result"))
        response.result = std::move((*data)["result"]);
    else
        response.error = data->value("error", "");
    co_return response;
}

core::Task<void> SessionRelay::leaveCancellation(json requestId) const
{
    // Nothing else is an id of a request.
    if (!isPossible() || !(requestId.is_string() || requestId.is_number_integer()))
        co_return;
    auto name = nameOfCancellation(requestId);
    json data = {{"request", std::move(requestId)}};
    co_await leave(SealPurpose::Cancellation, std::move(name), std::move(data));
}

core::Task<bool> SessionRelay::takeCancellation(json requestId) const
{
    const auto data = co_await take(SealPurpose::Cancellation, nameOfCancellation(requestId));
    co_return data && data->value("request", json()) == requestId;
}

} // namespace mcp
