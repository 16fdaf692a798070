// SPDX-License-Identifier: GPL-3.0-or-later
#include "mcp/Methods.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace mcp {

using nlohmann::json;

namespace {

// What the server is does not depend on the caller.
constexpr std::chrono::milliseconds discoveryLifetime = std::chrono::hours(1);

std::shared_ptr<const Resources> shared(std::optional<Resources> resources)
{
    return resources ? std::make_shared<const Resources>(std::move(*resources)) : nullptr;
}

} // namespace

Methods::Methods(ServerInfo server, const Limits &limits, Sealer sealer, Relay relay,
                 Features features)
    : m_server(std::move(server))
    , m_limits(limits)
    , m_sealer(std::move(sealer))
    , m_listsChange(features.listChanges != nullptr)
    , m_offeredResources(shared(std::move(features.resources)))
    , m_descriptions(m_server)
    , m_calls(m_limits)
    , m_services{.descriptions = m_descriptions,
                 .limits = m_limits,
                 .sealer = m_sealer,
                 .calls = m_calls,
                 .hasLogging = features.hasLogging}
    , m_sessions(std::make_unique<LegacySessions>(m_sealer, m_limits, std::move(relay)))
    , m_tools(m_services, std::move(features.tools))
    , m_prompts(m_services, std::move(features.prompts))
    , m_resources(m_services, m_offeredResources)
    , m_completion(m_services, m_prompts, m_resources)
    , m_subscriptions(m_limits, m_offeredResources, std::move(features.listChanges))
{
    addLifecycle();
    m_tools.addTo(m_table);
    m_prompts.addTo(m_table);
    m_resources.addTo(m_table);
    if (!m_prompts.isEmpty() || m_offeredResources)
        m_completion.addTo(m_table);
    m_subscriptions.addTo(m_table);
}

void Methods::addLifecycle()
{
    m_table.push_back({.name = "initialize",
                       .era = Method::Era::WithInitialize,
                       .run = [this](const Message &request, RequestContext &context) {
                           return ready(initialize(request, context));
                       }});
    m_table.push_back(
        {.name = "ping",
         .era = Method::Era::WithInitialize,
         .run = [](const Message &, RequestContext &) { return ready(json::object()); }});
    m_table.push_back(
        {.name = "server/discover",
         .era = Method::Era::SelfDescribing,
         .run = [this](const Message &, RequestContext &) { return ready(discover()); }});
    if (m_services.hasLogging)
        m_table.push_back({.name = "logging/setLevel",
                           .era = Method::Era::WithInitialize,
                           .run = [this](const Message &request, RequestContext &context) {
                               return ready(setLogLevel(request, context));
                           }});
}

const Method *Methods::find(const std::string &name, const Revision &revision) const
{
    const auto other =
        revision.isSelfDescribing ? Method::Era::WithInitialize : Method::Era::SelfDescribing;
    const auto row = std::ranges::find_if(
        m_table, [&](const Method &method) { return method.name == name && method.era != other; });
    return row == m_table.end() ? nullptr : &*row;
}

std::optional<std::string> Methods::findMissingScope(const Message &request, const Caller &caller,
                                                     const Revision &revision) const
{
    const auto *const method = find(request.method, revision);
    if (method == nullptr || !method->findMissingScope)
        return std::nullopt;
    return method->findMissingScope(request, caller);
}

core::Task<MethodResult> Methods::answer(const Message &request, RequestContext &context) const
{
    const auto *const method = find(request.method, context.revision);
    if (method == nullptr)
        co_return methodNotFound(context.revision);
    auto result = co_await method->run(request, context);
    if (!result)
        co_return result;
    co_return m_descriptions.completed(std::move(*result), context.revision);
}

json Methods::capabilities() const
{
    const json list = m_listsChange ? json{{"listChanged", true}} : json::object();
    json capabilities = {{"tools", list}};
    if (!m_prompts.isEmpty())
        capabilities["prompts"] = list;
    if (m_offeredResources) {
        capabilities["resources"] = json::object();
        if (m_subscriptions.canSubscribe())
            capabilities["resources"]["subscribe"] = true;
    }
    if (capabilities.contains("prompts") || m_offeredResources)
        capabilities["completions"] = json::object();
    if (m_services.hasLogging)
        capabilities["logging"] = json::object();
    return capabilities;
}

MethodResult Methods::initialize(const Message &request, RequestContext &context) const
{
    const auto wish = requiredText(request, "protocolVersion");
    if (!wish)
        return wish.error();
    const auto *const known = findRevision(*wish);
    const auto &revision =
        known != nullptr && !known->isSelfDescribing ? *known : newestWithInitialize();
    json result = {{"protocolVersion", revision.name},
                   {"capabilities", capabilities()},
                   {"serverInfo", m_descriptions.implementation(revision)}};
    if (!m_server.instructions.empty())
        result["instructions"] = m_server.instructions;
    const auto *const declared = findMember(request.params, "capabilities");
    auto client = ClientCapabilities::from(declared == nullptr ? json() : *declared);
    client.elicitation = client.elicitation && revision.hasElicitation;
    context.newSession = m_sessions->begin(context.caller.subject, revision, client);
    return result;
}

json Methods::discover() const
{
    json versions = json::array();
    for (const auto &revision : revisions)
        versions.push_back(revision.name);
    json result = {{"supportedVersions", std::move(versions)},
                   {"capabilities", capabilities()},
                   {"ttlMs", discoveryLifetime.count()},
                   {"cacheScope", "public"}};
    if (!m_server.instructions.empty())
        result["instructions"] = m_server.instructions;
    return result;
}

MethodResult Methods::setLogLevel(const Message &request, const RequestContext &context) const
{
    const auto *const name = findMember(request.params, "level");
    const auto level = name == nullptr ? std::nullopt : findLogLevel(*name);
    if (!level)
        return invalidParams("\"level\" is missing or not a log level.");
    if (context.session)
        context.session->logLevel = *level;
    return json::object();
}

} // namespace mcp
