// SPDX-License-Identifier: GPL-3.0-or-later
#include "mcp/CompletionMethod.h"

#include <algorithm>
#include <utility>

namespace mcp {

using nlohmann::json;

namespace {

/// What was typed, where, and what is known already.
struct Typed
{
    json reference;
    std::string name;
    std::string value;
    json others = json::object();
};

core::Result<Typed, Refusal> readTyped(const Message &request, std::size_t maximumBytes)
{
    const auto *const reference = findMember(request.params, "ref");
    const auto *const argument = findMember(request.params, "argument");
    if (reference == nullptr || !reference->is_object())
        return invalidParams("\"ref\" is missing or not an object.");
    if (argument == nullptr || !argument->is_object())
        return invalidParams("\"argument\" is missing or not an object.");
    const auto *const name = findMember(*argument, "name");
    const auto *const value = findMember(*argument, "value");
    if (name == nullptr || !name->is_string() || value == nullptr || !value->is_string())
        return invalidParams("\"argument\" must have \"name\" and \"value\", both strings.");
    Typed typed{.reference = *reference,
                .name = name->get<std::string>(),
                .value = value->get<std::string>()};
    if (typed.value.size() > maximumBytes)
        return invalidParams("The value is longer than " + std::to_string(maximumBytes)
                             + " bytes.");
    const auto *const context = findMember(request.params, "context");
    if (context == nullptr)
        return typed;
    const auto *const others = context->is_object() ? findMember(*context, "arguments") : nullptr;
    if (others == nullptr)
        return typed;
    const bool areStrings =
        others->is_object()
        && std::ranges::all_of(*others, [](const json &other) { return other.is_string(); });
    if (!areStrings)
        return invalidParams("\"context.arguments\" must be an object of strings.");
    typed.others = *others;
    return typed;
}

core::Task<core::Result<json>> runCompletion(Complete complete, std::shared_ptr<const Typed> typed,
                                             std::size_t maximum, const CallContext &context)
{
    auto values = co_await complete(context, typed->value, typed->others);
    if (!values)
        co_return values.error();
    const auto total = values->size();
    if (total > maximum)
        values->resize(maximum);
    json result = {
        {"completion",
         {{"values", std::move(*values)}, {"total", total}, {"hasMore", total > maximum}}}};
    co_return result;
}

} // namespace

CompletionMethod::CompletionMethod(const MethodServices &services, const PromptMethods &prompts,
                                   const ResourceMethods &resources)
    : m_services(services)
    , m_prompts(prompts)
    , m_resources(resources)
{}

void CompletionMethod::addTo(MethodTable &table) const
{
    table.push_back({.name = "completion/complete",
                     .run = [this](const Message &request, RequestContext &context) {
                         return complete(request, context);
                     }});
}

core::Result<Complete, Refusal> CompletionMethod::findCompletion(const json &reference,
                                                                 const std::string &argument,
                                                                 const Caller &caller) const
{
    const auto type = reference.value("type", json());
    const auto *const name = findMember(reference, type == "ref/prompt" ? "name" : "uri");
    if (name == nullptr || !name->is_string())
        return invalidParams("\"ref\" must be a ref/prompt with \"name\" or a ref/resource with "
                             "\"uri\".");
    if (type == "ref/prompt") {
        const auto prompt = m_prompts.find(name->get_ref<const std::string &>());
        if (!prompt || !caller.has(prompt->scope))
            return invalidParams("There is no prompt of that name.");
        const auto row = std::ranges::find(prompt->arguments, argument, &PromptArgument::name);
        if (row == prompt->arguments.end())
            return invalidParams("The prompt has no such argument.");
        return row->complete;
    }
    if (type != "ref/resource")
        return invalidParams("\"ref\" has an unknown type.");
    const auto *const found = m_resources.findTemplate(name->get_ref<const std::string &>());
    if (found == nullptr || !caller.has(m_resources.scope()))
        return invalidParams("There is no such URI template.");
    const auto row = std::ranges::find(found->variables, argument, &TemplateVariable::name);
    if (row == found->variables.end())
        return invalidParams("The URI template has no such variable.");
    return row->complete;
}

core::Task<MethodResult> CompletionMethod::complete(const Message &request,
                                                    RequestContext &context) const
{
    auto typed = readTyped(request, m_services.limits.uriBytes);
    if (!typed)
        co_return typed.error();
    const auto found = findCompletion(typed->reference, typed->name, context.caller);
    if (!found)
        co_return found.error();
    if (!*found)
        co_return json{
            {"completion", {{"values", json::array()}, {"total", 0}, {"hasMore", false}}}};
    auto call = makeCall(m_services, request, context, request.method);
    if (!call)
        co_return call.error();
    call->work = [complete = *found, typed = std::make_shared<const Typed>(std::move(*typed)),
                  maximum = m_services.limits.suggestions](const CallContext &running) {
        return runCompletion(complete, typed, maximum, running);
    };
    auto outcome = co_await m_services.calls.run(*call);
    if (outcome)
        co_return std::get<json>(std::move(*outcome));
    co_return failed(outcome.error(), context);
}

} // namespace mcp
