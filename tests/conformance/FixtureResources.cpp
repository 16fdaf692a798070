// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformance/FixtureResources.h"

#include "conformance/FixtureCompletion.h"
#include "conformance/FixtureContent.h"
#include "core/Base64.h"

#include <utility>

namespace conformance {

namespace {

using Watched = std::shared_ptr<WatchedResource>;

constexpr const char *textUri = "test://static-text";
constexpr const char *binaryUri = "test://static-binary";
constexpr std::string_view templateBegin = "test://template/";
constexpr std::string_view templateEnd = "/data";
constexpr const char *secondPage = "second";

core::Task<core::Result<mcp::ResourcePage>> list(const mcp::CallContext &,
                                                 const std::string &position)
{
    mcp::ResourcePage page;
    if (position == secondPage) {
        page.resources = {{.uri = WatchedResource::uri,
                           .name = "watched-resource",
                           .description = "Changes when it is touched.",
                           .mimeType = "text/plain"}};
    } else {
        page.resources = {{.uri = textUri,
                           .name = "static-text",
                           .description = "Text that stays.",
                           .mimeType = "text/plain"},
                          {.uri = binaryUri,
                           .name = "static-binary",
                           .description = "An image that stays.",
                           .mimeType = "image/png"}};
        page.next = secondPage;
    }
    co_return page;
}

/// What stands for {id} in a URI of the template; empty if it is none.
std::string_view templateId(std::string_view uri)
{
    if (!uri.starts_with(templateBegin) || !uri.ends_with(templateEnd)
        || uri.size() <= templateBegin.size() + templateEnd.size())
        return {};
    uri.remove_prefix(templateBegin.size());
    uri.remove_suffix(templateEnd.size());
    return uri.find('/') == std::string_view::npos ? uri : std::string_view();
}

core::Error notFound()
{
    return {core::ErrorKind::NotFound, "There is no such resource."};
}

core::Task<core::Result<mcp::ResourceReading>> read(Watched watched, const std::string &uri)
{
    mcp::ResourceContents contents;
    contents.uri = uri;
    contents.mimeType = "text/plain";
    if (uri == textUri) {
        contents.bytes = "This is the content of the static text resource.";
    } else if (uri == WatchedResource::uri) {
        contents.bytes = watched->text();
    } else if (uri == binaryUri) {
        contents.mimeType = "image/png";
        contents.form = mcp::ResourceContents::Form::Binary;
        contents.bytes = core::decodeBase64(pixel).value();
    } else if (const auto id = std::string(templateId(uri)); !id.empty()) {
        contents.mimeType = "application/json";
        contents.bytes =
            nlohmann::json({{"id", id}, {"templateTest", true}, {"data", "Data for ID: " + id}})
                .dump();
    } else {
        co_return notFound();
    }
    mcp::ResourceReading reading;
    reading.contents.push_back(std::move(contents));
    co_return reading;
}

core::Task<core::Result<std::unique_ptr<mcp::ResourceWatch>>>
watch(Watched watched, const std::string &uri, mcp::ResourceListener listener)
{
    if (uri != WatchedResource::uri)
        co_return notFound();
    co_return watched->watch(std::move(listener));
}

} // namespace

mcp::Resources fixtureResources(const std::shared_ptr<WatchedResource> &watched)
{
    mcp::Resources resources;
    resources.templates = {
        {.uriTemplate = "test://template/{id}/data",
         .name = "template",
         .description = "Data for an ID.",
         .mimeType = "application/json",
         .variables = {{.name = "id", .complete = completeFrom({"123", "124"})}}}};
    resources.list = list;
    resources.read = [watched](const mcp::CallContext &, const std::string &uri) {
        return read(watched, uri);
    };
    resources.watch = [watched](const mcp::CallContext &, const std::string &uri,
                                mcp::ResourceListener listener) {
        return watch(watched, uri, std::move(listener));
    };
    return resources;
}

} // namespace conformance
