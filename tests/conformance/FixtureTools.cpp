// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformance/FixtureTools.h"

#include "core/Async.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <utility>

namespace conformance {

using nlohmann::json;

namespace {

using ToolResult = core::Task<core::Result<json>>;

// One red pixel, and one sample of silence.
constexpr const char *png =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/"
    "pLvAAAAAElFTkSuQmCC";
constexpr const char *wav = "UklGRiYAAABXQVZFZm10IBAAAAABAAEAQB8AAIA+AAACABAAZGF0YQIAAAAAAA==";

json textBlock(const char *text)
{
    return {{"type", "text"}, {"text", text}};
}

json resourceBlock(const char *uri, const char *mimeType, const char *text)
{
    return {{"type", "resource"},
            {"resource", {{"uri", uri}, {"mimeType", mimeType}, {"text", text}}}};
}

ToolResult returnNothing(const mcp::CallContext &, const json &)
{
    co_return json::object();
}

ToolResult fail(const mcp::CallContext &, const json &)
{
    co_return core::Error(core::ErrorKind::Internal,
                          "This tool intentionally returns an error for testing");
}

ToolResult reportProgress(const mcp::CallContext &context, const json &)
{
    constexpr std::chrono::milliseconds pause(50);
    for (const double progress : {0.0, 50.0, 100.0}) {
        context.reportProgress(progress, 100, {});
        const auto slept = co_await core::sleepFor(pause, context.cancellation);
        if (!slept)
            co_return slept.error();
    }
    co_return json::object();
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

std::vector<mcp::Tool> fixtureTools()
{
    const json image = {{"type", "image"}, {"data", png}, {"mimeType", "image/png"}};
    const json audio = {{"type", "audio"}, {"data", wav}, {"mimeType", "audio/wav"}};
    auto progress = showing("test_tool_with_progress", "Reports progress in three steps.",
                            json::array({textBlock("The steps are done.")}));
    progress.run = reportProgress;
    auto error = showing("test_error_handling", "Always fails.", json::array());
    error.run = fail;
    return {
        showing("test_simple_text", "Returns text.",
                json::array({textBlock("This is a simple text response for testing.")})),
        showing("test_image_content", "Returns an image.", json::array({image})),
        showing("test_audio_content", "Returns a sound.", json::array({audio})),
        showing("test_embedded_resource", "Returns a resource.",
                json::array({resourceBlock("test://embedded-resource", "text/plain",
                                           "This is an embedded resource content.")})),
        showing("test_multiple_content_types", "Returns text, an image and a resource.",
                json::array({textBlock("Multiple content types test:"), image,
                             resourceBlock("test://mixed-content-resource", "application/json",
                                           R"({"test":"data","value":123})")})),
        std::move(error),
        std::move(progress),
    };
}

} // namespace conformance
