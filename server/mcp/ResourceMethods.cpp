// SPDX-License-Identifier: GPL-3.0-or-later
#include "mcp/ResourceMethods.h"

#include "core/Base64.h"
#include "mcp/Conversation.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace mcp {

using nlohmann::json;

namespace {

constexpr std::chrono::milliseconds templateLifetime = std::chrono::minutes(5);

json contentsJson(ResourceContents contents)
{
    json object = {{"uri", std::move(contents.uri)}, {"mimeType", std::move(contents.mimeType)}};
    if (contents.form == ResourceContents::Form::Binary)
        object["blob"] = core::encodeBase64(contents.bytes);
    else
        object["text"] = std::move(contents.bytes);
    return object;
}

core::Task<core::Result<json>> runList(std::shared_ptr<const Resources> resources,
                                       const Descriptions &descriptions, std::string position,
                                       const Revision &revision, const CallContext &context)
{
    auto page = co_await resources->list(context, position);
    if (!page)
        co_return page.error();
    json list = json::array();
    for (auto &resource : page->resources) {
        auto object = descriptions.describe(resource.name, resource.title, resource.description,
                                            resource.icon, revision);
        object["uri"] = std::move(resource.uri);
        if (!resource.mimeType.empty())
            object["mimeType"] = std::move(resource.mimeType);
        if (resource.size)
            object["size"] = *resource.size;
        list.push_back(std::move(object));
    }
    json result = {{"resources", std::move(list)}};
    if (!page->next.empty())
        result["next"] = std::move(page->next);
    co_return result;
}

core::Task<core::Result<json>> runRead(std::shared_ptr<const Resources> resources, std::string uri,
                                       const Revision &revision, const CallContext &context)
{
    auto reading = co_await resources->read(context, uri);
    if (!reading)
        co_return reading.error();
    json contents = json::array();
    for (auto &part : reading->contents)
        contents.push_back(contentsJson(std::move(part)));
    json result = {{"contents", std::move(contents)}};
    addCaching(result, reading->lifetime, revision);
    co_return result;
}

} // namespace

ResourceMethods::ResourceMethods(const MethodServices &services,
                                 std::shared_ptr<const Resources> resources)
    : m_services(services)
    , m_resources(std::move(resources))
{}

void ResourceMethods::addTo(MethodTable &table) const
{
    if (!m_resources)
        return;
    const auto findMissingScope = [scope = m_resources->scope](const Message &,
                                                               const Caller &caller) {
        return missingScope(scope, caller);
    };
    table.push_back({.name = "resources/list",
                     .run = [this](const Message &request,
                                   RequestContext &context) { return list(request, context); },
                     .findMissingScope = findMissingScope});
    table.push_back({.name = "resources/templates/list",
                     .run = [this](const Message &request, RequestContext &context) {
                         return ready(listTemplates(request, context));
                     }});
    table.push_back({.name = "resources/read",
                     .run = [this](const Message &request,
                                   RequestContext &context) { return read(request, context); },
                     .findMissingScope = findMissingScope});
}

const ResourceTemplate *ResourceMethods::findTemplate(std::string_view uriTemplate) const
{
    if (!m_resources)
        return nullptr;
    const auto found =
        std::ranges::find(m_resources->templates, uriTemplate, &ResourceTemplate::uriTemplate);
    return found == m_resources->templates.end() ? nullptr : &*found;
}

/// Where the page begins that the cursor stands for; empty: the first one.
core::Result<std::string, Refusal> ResourceMethods::positionOf(const Message &request,
                                                               const RequestContext &context) const
{
    const auto *const cursor = findMember(request.params, "cursor");
    if (cursor == nullptr)
        return std::string();
    if (!cursor->is_string())
        return invalidParams("\"cursor\" must be a string.");
    const auto opened = m_services.sealer.open(SealPurpose::Cursor, context.caller.subject,
                                               cursor->get_ref<const std::string &>());
    if (!opened)
        return invalidParams("The cursor is not one of this server, or it is too old. Begin the "
                             "list anew.");
    return opened->data.value("position", "");
}

core::Task<MethodResult> ResourceMethods::list(const Message &request,
                                               RequestContext &context) const
{
    auto position = positionOf(request, context);
    if (!position)
        co_return position.error();
    auto call = makeCall(m_services, request, context, request.method);
    if (!call)
        co_return call.error();
    call->work = [resources = m_resources, descriptions = &m_services.descriptions,
                  position = std::move(*position),
                  revision = &context.revision](const CallContext &running) {
        return runList(resources, *descriptions, position, *revision, running);
    };
    Conversation conversation(m_services, request, context, Repeatable::Yes);
    auto end = co_await conversation.run(std::move(*call));
    auto page = answerOf(std::move(end), context);
    if (!page)
        co_return page;
    co_return pageOf(std::move(*page), context);
}

MethodResult ResourceMethods::pageOf(json page, const RequestContext &context) const
{
    if (const auto next = page.find("next"); next != page.end()) {
        const json data = {{"position", std::move(*next)}};
        page.erase(next);
        auto cursor = m_services.sealer.seal(SealPurpose::Cursor, context.caller.subject, data,
                                             m_services.limits.cursorLifetime);
        if (!cursor)
            return refusalOf(cursor.error());
        page["nextCursor"] = std::move(*cursor);
    }
    addCaching(page, std::chrono::milliseconds(0), context.revision);
    return page;
}

MethodResult ResourceMethods::listTemplates(const Message &request,
                                            const RequestContext &context) const
{
    if (const auto first = refuseCursor(request); !first)
        return first.error();
    json list = json::array();
    if (context.caller.has(m_resources->scope)) {
        for (const auto &row : m_resources->templates) {
            auto object = m_services.descriptions.describe(row.name, row.title, row.description,
                                                           row.icon, context.revision);
            object["uriTemplate"] = row.uriTemplate;
            if (!row.mimeType.empty())
                object["mimeType"] = row.mimeType;
            list.push_back(std::move(object));
        }
    }
    json result = {{"resourceTemplates", std::move(list)}};
    addCaching(result, templateLifetime, context.revision);
    return result;
}

core::Task<MethodResult> ResourceMethods::read(const Message &request,
                                               RequestContext &context) const
{
    auto uri = uriOf(request, m_services.limits);
    if (!uri)
        co_return uri.error();
    auto call = makeCall(m_services, request, context, request.method);
    if (!call)
        co_return call.error();
    call->work = [resources = m_resources, uri = *uri,
                  revision = &context.revision](const CallContext &running) {
        return runRead(resources, uri, *revision, running);
    };
    Conversation conversation(m_services, request, context, Repeatable::Yes);
    auto end = co_await conversation.run(std::move(*call));
    if (!end.answer && !end.result && end.result.error().kind == core::ErrorKind::NotFound) {
        context.outcome = core::nameOf(core::ErrorKind::NotFound);
        co_return resourceNotFound(end.result.error().message, *uri, context.revision);
    }
    co_return answerOf(std::move(end), context);
}

core::Result<std::string, Refusal> uriOf(const Message &request, const Limits &limits)
{
    auto uri = requiredText(request, "uri");
    if (uri && uri->size() > limits.uriBytes)
        return invalidParams("\"uri\" is longer than " + std::to_string(limits.uriBytes)
                             + " bytes.");
    return uri;
}

Refusal resourceNotFound(const std::string &message, const std::string &uri,
                         const Revision &revision)
{
    auto refusal = invalidParams(message, {{"uri", uri}});
    if (!revision.isSelfDescribing)
        refusal.code = ErrorCode::ResourceNotFound;
    return refusal;
}

} // namespace mcp
