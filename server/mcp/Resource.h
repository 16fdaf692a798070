// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mcp/CallContext.h"
#include "mcp/Completion.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mcp {

/// A resource as it is listed.
struct Resource
{
    std::string uri; ///< RFC 3986
    std::string name;
    std::string title = {};
    std::string description = {};
    std::string mimeType = {};
    std::optional<std::uint64_t> size = {}; ///< bytes
    std::string icon = {};                  ///< see ServerInfo::iconUrl
};

/// One page of a list.
struct ResourcePage
{
    std::vector<Resource> resources;
    /// Where the next page begins, in words of whoever lists; empty: this is the last one. Clients
    /// get it sealed.
    std::string next = {};
};

/// A variable of a URI template.
struct TemplateVariable
{
    std::string name;
    Complete complete = {}; ///< unset: nothing is suggested
};

struct ResourceTemplate
{
    std::string uriTemplate; ///< RFC 6570
    std::string name;
    std::string title = {};
    std::string description = {};
    std::string mimeType = {};
    std::string icon = {};
    std::vector<TemplateVariable> variables = {};
};

/// The content of a resource, or a part of it.
struct ResourceContents
{
    enum class Form { Text, Binary };

    std::string uri;
    std::string mimeType;
    Form form = Form::Text;
    std::string bytes; ///< UTF-8 text, or anything
};

struct ResourceReading
{
    std::vector<ResourceContents> contents; ///< never empty
    /// How long a client may keep it (ttlMs).
    std::chrono::milliseconds lifetime{0};
};

/// Ends a subscription when it is destroyed.
class ResourceWatch
{
public:
    ResourceWatch() = default;
    ResourceWatch(const ResourceWatch &) = delete;
    ResourceWatch &operator=(const ResourceWatch &) = delete;
    virtual ~ResourceWatch() = default;
};

enum class ResourceChange {
    Updated, ///< reading it again gives something else
    Ended,   ///< nothing more will be reported, for example because the login is refused now
};

/// Called on the main thread, never from within `watch`, and never after the watch was destroyed.
using ResourceListener = std::function<void(ResourceChange)>;

/// The resources of a server. References that its functions are given live until their task ends.
struct Resources
{
    std::string scope = {}; ///< the OAuth scope that they need; empty: none
    std::vector<ResourceTemplate> templates = {};

    /// `position` is ResourcePage::next of the page before, or empty.
    std::function<core::Task<core::Result<ResourcePage>>(const CallContext &context,
                                                         const std::string &position)>
        list;
    /// NotFound if there is no such resource, whatever the reason.
    std::function<core::Task<core::Result<ResourceReading>>(const CallContext &context,
                                                            const std::string &uri)>
        read;
    /// Unset: there are no subscriptions. NotFound as for read; Busy when too much is watched.
    std::function<core::Task<core::Result<std::unique_ptr<ResourceWatch>>>(
        const CallContext &context, const std::string &uri, ResourceListener listener)>
        watch = {};
};

} // namespace mcp
