// SPDX-License-Identifier: GPL-3.0-or-later
#include "mcp/PromptMethods.h"

#include "mcp/Conversation.h"

#include <QtGlobal>

#include <algorithm>
#include <chrono>
#include <utility>

namespace mcp {

using nlohmann::json;

namespace {

constexpr std::chrono::milliseconds listLifetime = std::chrono::minutes(5);

json argumentJson(const PromptArgument &argument, const Revision &revision)
{
    json object = {{"name", argument.name},
                   {"required", argument.presence == PromptArgument::Presence::Required}};
    if (revision.hasStructuredContent && !argument.title.empty())
        object["title"] = argument.title;
    if (!argument.description.empty())
        object["description"] = argument.description;
    return object;
}

json messagesJson(std::vector<PromptMessage> messages)
{
    json list = json::array();
    for (auto &message : messages)
        list.push_back({{"role", message.role == PromptMessage::Role::User ? "user" : "assistant"},
                        {"content", std::move(message.content)}});
    return list;
}

/// The arguments with which a prompt may run: those that it knows, all strings.
core::Result<json, Refusal> checkPromptArguments(const Prompt &prompt, const json &given)
{
    json arguments = json::object();
    for (const auto &argument : prompt.arguments) {
        const auto *const value = findMember(given, argument.name);
        if (value == nullptr) {
            if (argument.presence == PromptArgument::Presence::Required)
                return invalidParams("The argument \"" + argument.name + "\" is missing.");
            continue;
        }
        if (!value->is_string())
            return invalidParams("The argument \"" + argument.name + "\" must be a string.");
        if (value->get_ref<const std::string &>().size() > argument.maximumLength)
            return invalidParams("The argument \"" + argument.name + "\" is longer than "
                                 + std::to_string(argument.maximumLength) + " bytes.");
        arguments[argument.name] = *value;
    }
    return arguments;
}

core::Task<core::Result<std::optional<InputRequired>>>
findNeededInput(std::shared_ptr<const Prompt> prompt, std::shared_ptr<const json> arguments,
                const CallContext &context)
{
    auto needed = co_await prompt->findNeededInput(context, *arguments);
    co_return needed;
}

core::Task<core::Result<json>> runPrompt(std::shared_ptr<const Prompt> prompt,
                                         std::shared_ptr<const json> arguments,
                                         const CallContext &context)
{
    auto messages = co_await prompt->run(context, *arguments);
    if (!messages)
        co_return messages.error();
    json result = {{"description", prompt->description},
                   {"messages", messagesJson(std::move(*messages))}};
    co_return result;
}

} // namespace

PromptMessage PromptMessage::text(std::string text, Role role)
{
    return {.role = role, .content = textContent(std::move(text))};
}

PromptMethods::PromptMethods(const MethodServices &services, std::vector<Prompt> prompts)
    : m_services(services)
{
    for (auto &prompt : prompts) {
        Q_ASSERT(!prompt.name.empty() && !prompt.description.empty() && prompt.run);
        Q_ASSERT(!find(prompt.name));
        m_prompts.push_back(std::make_shared<const Prompt>(std::move(prompt)));
    }
}

void PromptMethods::addTo(MethodTable &table) const
{
    if (isEmpty())
        return;
    table.push_back(
        {.name = "prompts/list", .run = [this](const Message &request, RequestContext &context) {
             return ready(list(request, context));
         }});
    table.push_back({.name = "prompts/get",
                     .run = [this](const Message &request,
                                   RequestContext &context) { return get(request, context); },
                     .findMissingScope =
                         [this](const Message &request, const Caller &caller) {
                             return findMissingScope(request, caller);
                         }});
}

std::shared_ptr<const Prompt> PromptMethods::find(std::string_view name) const
{
    const auto prompt = std::ranges::find(
        m_prompts, name, [](const auto &entry) -> std::string_view { return entry->name; });
    return prompt == m_prompts.end() ? nullptr : *prompt;
}

std::optional<std::string> PromptMethods::findMissingScope(const Message &request,
                                                           const Caller &caller) const
{
    const auto name = requiredText(request, "name");
    const auto prompt = name ? find(*name) : nullptr;
    return prompt ? missingScope(prompt->scope, caller) : std::nullopt;
}

MethodResult PromptMethods::list(const Message &request, const RequestContext &context) const
{
    if (const auto first = refuseCursor(request); !first)
        return first.error();
    json prompts = json::array();
    for (const auto &prompt : m_prompts) {
        if (!context.caller.has(prompt->scope))
            continue;
        auto object = m_services.descriptions.describe(
            prompt->name, prompt->title, prompt->description, prompt->icon, context.revision);
        object["arguments"] = json::array();
        for (const auto &argument : prompt->arguments)
            object["arguments"].push_back(argumentJson(argument, context.revision));
        prompts.push_back(std::move(object));
    }
    json result = {{"prompts", std::move(prompts)}};
    addCaching(result, listLifetime, context.revision);
    return result;
}

core::Task<MethodResult> PromptMethods::get(const Message &request, RequestContext &context) const
{
    const auto name = requiredText(request, "name");
    if (!name)
        co_return name.error();
    const auto prompt = find(*name);
    if (!prompt)
        co_return invalidParams("There is no prompt of that name.");
    context.target = prompt->name;
    const auto given = argumentsOf(request);
    if (!given)
        co_return given.error();
    auto checked = checkPromptArguments(*prompt, *given);
    if (!checked)
        co_return checked.error();
    auto call = makeCall(m_services, request, context, prompt->name);
    if (!call)
        co_return call.error();

    const auto arguments = std::make_shared<const json>(std::move(*checked));
    if (prompt->findNeededInput)
        call->findNeededInput = [prompt, arguments](const CallContext &running) {
            return findNeededInput(prompt, arguments, running);
        };
    call->work = [prompt, arguments](const CallContext &running) {
        return runPrompt(prompt, arguments, running);
    };
    Conversation conversation(m_services, request, context, Repeatable::Yes);
    auto end = co_await conversation.run(std::move(*call));
    co_return answerOf(std::move(end), context);
}

} // namespace mcp
