// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mcp/MethodServices.h"
#include "mcp/Resource.h"

#include <memory>
#include <optional>

namespace mcp {

/// resources/list, resources/templates/list and resources/read. What it is given must outlive it.
class ResourceMethods
{
public:
    ResourceMethods(const MethodServices &services, std::shared_ptr<const Resources> resources);

    void addTo(MethodTable &table) const;

    /// The scope that resources need; empty: none, or there are no resources.
    std::string scope() const { return m_resources ? m_resources->scope : std::string(); }
    /// The template with exactly this text, or null.
    const ResourceTemplate *findTemplate(std::string_view uriTemplate) const;

private:
    core::Task<MethodResult> list(const Message &request, RequestContext &context) const;
    MethodResult listTemplates(const Message &request, const RequestContext &context) const;
    core::Task<MethodResult> read(const Message &request, RequestContext &context) const;
    core::Result<std::string, Refusal> positionOf(const Message &request,
                                                  const RequestContext &context) const;
    MethodResult pageOf(nlohmann::json page, const RequestContext &context) const;

    MethodServices m_services;
    std::shared_ptr<const Resources> m_resources; ///< null: there are none
};

/// `uri` of the params: a string of reasonable length.
core::Result<std::string, Refusal> uriOf(const Message &request, const Limits &limits);

/// There is no such resource, as the revision says it.
Refusal resourceNotFound(const std::string &message, const std::string &uri,
                         const Revision &revision);

} // namespace mcp
