// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformance/FixtureContent.h"
#include "conformance/FixtureTools.h"

#include <utility>

namespace conformance {

using nlohmann::json;

namespace {

using ToolResult = core::Task<core::Result<json>>;

ToolResult returnNothing(const mcp::CallContext &, const json &)
{
    co_return json::object();
}

ToolResult fail(const mcp::CallContext &, const json &)
{
    co_return core::Error(core::ErrorKind::Internal,
                          "This tool intentionally returns an error for testing");
}

/// A tool whose content is always the same.
mcp::Tool showing(const char *name, const char *description, json content)
{
    return {.name = name,
            .title = name,
            .description = description,
            .effect = {},
            .parameters = {},
            .result = {},
            .run = returnNothing,
            .present = [content = std::move(content)](const json &) { return content; }};
}

} // namespace

std::vector<mcp::Tool> contentTools()
{
    auto text = showing("test_simple_text", "Returns text.",
                        json::array({textBlock("This is a simple text response for testing.")}));
    text.icon = "text";
    return {
        std::move(text),
        showing("test_image_content", "Returns an image.", json::array({imageBlock()})),
        showing("test_audio_content", "Returns a sound.", json::array({audioBlock()})),
        showing("test_embedded_resource", "Returns a resource.",
                json::array({resourceBlock("test://embedded-resource", "text/plain",
                                           "This is an embedded resource content.")})),
        showing("test_multiple_content_types", "Returns text, an image and a resource.",
                json::array({textBlock("Multiple content types test:"), imageBlock(),
                             resourceBlock("test://mixed-content-resource", "application/json",
                                           R"({"test":"data","value":123})")})),
        textTool("test_error_handling", "Always fails.", fail),
    };
}

} // namespace conformance
