// SPDX-License-Identifier: GPL-3.0-or-later
#include "mcp/Conversation.h"

#include "core/Base64.h"
#include "crypto/Hash.h"

#include <array>
#include <utility>

namespace mcp {

using core::Error;
using core::ErrorKind;
using nlohmann::json;

namespace {

/// How each kind of question is called.
struct KindRow
{
    InputRequest::Kind kind;
    const char *method;
    const char *capability;
    bool ClientCapabilities::*declared;
};

constexpr std::array<KindRow, 3> kinds = {{
    {InputRequest::Kind::Elicitation, "elicitation/create", "elicitation",
     &ClientCapabilities::elicitation},
    {InputRequest::Kind::Sampling, "sampling/createMessage", "sampling",
     &ClientCapabilities::sampling},
    {InputRequest::Kind::Roots, "roots/list", "roots", &ClientCapabilities::roots},
}};

const KindRow &rowOf(InputRequest::Kind kind)
{
    return kinds[static_cast<std::size_t>(kind)];
}

/// Work that was confirmed is done once. It owns what it needs: its client may be gone.
core::Task<core::Result<core::Done>> useOnce(std::shared_ptr<const Unsealed> state, Sealer sealer,
                                             std::chrono::seconds lifetime)
{
    const auto claimed = co_await sealer.claimOnce(*state, lifetime);
    if (!claimed)
        co_return claimed.error();
    if (!*claimed)
        co_return Error(ErrorKind::Conflict,
                        "This answer was used already. Look whether it took effect before you "
                        "call again.");
    co_return core::Done{};
}

} // namespace

MethodResult answerOf(ConversationEnd end, RequestContext &context)
{
    if (end.answer)
        return std::move(*end.answer);
    if (end.result)
        return std::move(*end.result);
    return failed(end.result.error(), context);
}

Conversation::Conversation(const MethodServices &services, const Message &request,
                           RequestContext &context, Repeatable repeatable)
    : m_services(services)
    , m_request(request)
    , m_context(context)
    , m_repeatable(repeatable)
{}

core::Task<ConversationEnd> Conversation::run(Call call)
{
    auto first = readInput();
    if (!first)
        co_return ConversationEnd{.answer = first.error()};
    call.context.input = std::move(*first);
    if (m_state && m_repeatable == Repeatable::No)
        call.admit = [state = m_state, sealer = m_services.sealer,
                      lifetime = m_services.limits.requestStateLifetime] {
            return useOnce(state, sealer, lifetime);
        };
    for (int round = 0; round <= m_services.limits.questionRounds; ++round) {
        auto outcome = co_await m_services.calls.run(call);
        if (!outcome)
            co_return ConversationEnd{.result = outcome.error()};
        if (auto *const result = std::get_if<json>(&*outcome))
            co_return ConversationEnd{.result = std::move(*result)};
        auto &needed = std::get<InputRequired>(*outcome);
        if (auto missing = findMissingCapability(needed))
            co_return ConversationEnd{.answer = std::move(*missing)};
        if (m_context.revision.isSelfDescribing)
            co_return ConversationEnd{.answer = inputRequired(std::move(needed))};
        auto answered = co_await ask(std::move(needed));
        if (!answered)
            co_return ConversationEnd{.result = answered.error()};
        call.context.input = std::move(*answered);
    }
    co_return ConversationEnd{
        .result = Error(ErrorKind::Unsupported, "This call asked too many questions in a row.")};
}

/// What a request of 2026-07-28 brings along from the round before. It is a stranger's.
core::Result<Input, Refusal> Conversation::readInput()
{
    Input input;
    if (!m_context.revision.isSelfDescribing)
        return input;
    if (const auto responses = m_request.params.find("inputResponses");
        responses != m_request.params.end()) {
        if (!responses->is_object())
            return invalidParams("\"inputResponses\" must be an object.");
        for (const auto &[key, response] : responses->items()) {
            if (!response.is_object())
                return invalidParams("Each member of \"inputResponses\" must be an object.");
        }
        input.responses = *responses;
    }
    if (const auto state = m_request.params.find("requestState"); state != m_request.params.end()) {
        if (const auto read = readState(*state, input); !read)
            return read.error();
    }
    return input;
}

core::Result<core::Done, Refusal> Conversation::readState(const json &state, Input &input)
{
    if (!state.is_string())
        return invalidParams("\"requestState\" must be a string.");
    auto opened = m_services.sealer.open(SealPurpose::RequestState, m_context.caller.subject,
                                         state.get_ref<const std::string &>());
    if (!opened || opened->data.value("request", "") != fingerprint()) {
        return invalidParams("\"requestState\" is not the one of this request, or it is too old. "
                             "Send the request again without it.");
    }
    input.state = opened->data.value("state", json());
    m_state = std::make_shared<const Unsealed>(std::move(*opened));
    return core::Done{};
}

std::optional<Refusal> Conversation::findMissingCapability(const InputRequired &needed) const
{
    json missing = json::object();
    for (const auto &request : needed.requests) {
        const auto &row = rowOf(request.kind);
        if (!(m_context.client.*row.declared))
            missing[row.capability] = json::object();
    }
    if (missing.empty())
        return std::nullopt;
    if (!m_context.revision.isSelfDescribing)
        return invalidParams("This needs a client that can be asked, and a session with it.",
                             {{"requiredCapabilities", std::move(missing)}});
    return Refusal{.code = ErrorCode::MissingRequiredClientCapability,
                   .message = "This needs a capability that the client does not declare.",
                   .data = {{"requiredCapabilities", std::move(missing)}}};
}

MethodResult Conversation::inputRequired(InputRequired needed) const
{
    json result = {{"resultType", "input_required"}};
    for (auto &request : needed.requests)
        result["inputRequests"][request.key] = {{"method", rowOf(request.kind).method},
                                                {"params", std::move(request.params)}};
    if (!needed.state.is_null() || needed.requests.empty()) {
        const json data = {{"request", fingerprint()}, {"state", std::move(needed.state)}};
        auto sealed = m_services.sealer.seal(SealPurpose::RequestState, m_context.caller.subject,
                                             data, m_services.limits.requestStateLifetime);
        if (!sealed)
            return refusalOf(sealed.error());
        result["requestState"] = std::move(*sealed);
    }
    return result;
}

/// Asks on the stream of the request. A person may take a while.
core::Task<core::Result<Input>> Conversation::ask(InputRequired needed)
{
    Input input;
    input.state = std::move(needed.state);
    for (auto &request : needed.requests) {
        m_context.lifetime->restartDeadline(m_services.limits.answerTime
                                            + m_services.limits.requestDeadline);
        auto response = co_await m_context.session->ask(
            m_context.stream, rowOf(request.kind).method, std::move(request.params),
            m_services.limits.answerTime, m_context.lifetime->cancellation());
        if (!response)
            co_return response.error();
        if (!response->is_object())
            co_return Error(ErrorKind::Protocol, "The client's answer is not an object.");
        input.responses[request.key] = std::move(*response);
    }
    m_context.lifetime->restartDeadline(m_services.limits.requestDeadline);
    co_return input;
}

/// Names the request as the person saw it: its method and everything that decides what it does.
std::string Conversation::fingerprint() const
{
    json salient = m_request.params;
    for (const char *const member : {"_meta", "inputResponses", "requestState"})
        salient.erase(member);
    return core::encodeBase64Url(crypto::sha256(m_request.method + '\n' + textOf(salient)));
}

} // namespace mcp
