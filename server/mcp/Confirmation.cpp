// SPDX-License-Identifier: GPL-3.0-or-later
#include "mcp/Confirmation.h"

#include "core/Base64.h"
#include "crypto/Hash.h"
#include "mcp/Answers.h"

#include <utility>

namespace mcp {

using core::Error;
using core::ErrorKind;
using nlohmann::json;

namespace {

constexpr const char *answerKey = "confirmation";
constexpr const char *answerField = "confirm";

InputRequired form(std::string question)
{
    const json yes = {{"type", "boolean"},
                      {"title", "Yes, do it"},
                      {"description", "Only what you confirm is done."}};
    InputRequest request{.key = answerKey};
    request.params = {{"message", std::move(question)},
                      {"requestedSchema",
                       {{"type", "object"},
                        {"properties", {{answerField, yes}}},
                        {"required", json::array({answerField})}}}};
    InputRequired needed;
    needed.requests.push_back(std::move(request));
    needed.state = {{"asked", answerKey}};
    return needed;
}

bool saysYes(const json &answer)
{
    if (answer.value("action", json()) != "accept")
        return false;
    const auto content = answer.value("content", json());
    return content.is_object() && content.value(answerField, json()) == true;
}

std::string fingerprint(const Tool &tool, const json &arguments)
{
    return core::encodeBase64Url(crypto::sha256(tool.name + '\n' + textOf(arguments)));
}

/// A failure in the eyes of the protocol, so that nobody takes it for a result of the tool.
json twoStepResult(const std::string &question, const std::string &token)
{
    const json body = {
        {"code", "confirmation_required"},
        {"message", question},
        {"retryable", true},
        {"next",
         "Nothing was done yet. Show the person this message and ask. Only if they say yes, "
         "call again with the same arguments and this confirmation_token."},
        {Confirmation::tokenParameter, token}};
    return {{"content", json::array({textContent(textOf(body))})}, {"isError", true}};
}

} // namespace

Confirmation::Confirmation(Sealer sealer, std::chrono::seconds tokenLifetime)
    : m_sealer(std::move(sealer))
    , m_tokenLifetime(tokenLifetime)
{}

Field Confirmation::parameter()
{
    constexpr std::size_t longest = 8192;
    return {.name = tokenParameter,
            .presence = Field::Presence::Optional,
            .description =
                "Only after an answer confirmation_required, and only if the person said "
                "yes: the token from that answer, with otherwise the same arguments.",
            .maximumLength = longest};
}

core::Task<core::Result<std::optional<InputRequired>>>
Confirmation::ask(std::shared_ptr<const Tool> tool, const CallContext &context,
                  std::shared_ptr<const json> arguments) const
{
    if (!context.client.elicitation)
        co_return std::optional<InputRequired>();
    auto question = co_await tool->findQuestion(context, *arguments);
    if (!question)
        co_return question.error();
    if (!*question)
        co_return std::optional<InputRequired>();
    const auto *const answer = context.input.find(answerKey);
    // An answer counts only together with the state that says it was asked for.
    if (answer == nullptr || context.input.state.is_null())
        co_return std::optional(form(std::move(**question)));
    if (!saysYes(*answer))
        co_return Error(ErrorKind::PermissionDenied, "The person said no. Nothing was done.");
    co_return std::optional<InputRequired>();
}

core::Task<core::Result<std::optional<json>>>
Confirmation::askInTwoSteps(std::shared_ptr<const Tool> tool, const CallContext &context,
                            std::shared_ptr<const json> arguments,
                            std::optional<std::string> token) const
{
    if (context.client.elicitation)
        co_return std::optional<json>();
    const auto question = co_await tool->findQuestion(context, *arguments);
    if (!question)
        co_return question.error();
    if (!*question)
        co_return std::optional<json>();
    if (token) {
        const auto redeemed = co_await redeem(*tool, context, *arguments, *token);
        if (!redeemed)
            co_return redeemed.error();
        co_return std::optional<json>();
    }
    const json data = {{"call", fingerprint(*tool, *arguments)}};
    const auto sealed =
        m_sealer.seal(SealPurpose::Confirmation, context.caller.subject, data, m_tokenLifetime);
    if (!sealed)
        co_return sealed.error();
    co_return std::optional(twoStepResult(**question, *sealed));
}

core::Task<core::Result<core::Done>> Confirmation::redeem(const Tool &tool,
                                                          const CallContext &context,
                                                          const json &arguments,
                                                          const std::string &token) const
{
    const auto opened = m_sealer.open(SealPurpose::Confirmation, context.caller.subject, token);
    if (!opened || opened->data.value("call", "") != fingerprint(tool, arguments))
        co_return Error(ErrorKind::InvalidArgument,
                        "\"confirmation_token\" is not the one for these arguments, or it is too "
                        "old. Call without it to ask the person again.");
    const auto claimed = co_await m_sealer.claimOnce(*opened, m_tokenLifetime);
    if (!claimed)
        co_return claimed.error();
    if (!*claimed)
        co_return Error(ErrorKind::Conflict,
                        "This confirmation was used already. Look whether it took effect before "
                        "you ask the person again.");
    co_return core::Done{};
}

} // namespace mcp
