// SPDX-License-Identifier: GPL-3.0-or-later
// The body of a request to an MCP endpoint that offers a little of everything. The first byte
// chooses what the headers say; those of 2026-07-28 are made to fit the body, so that it is read.
#include "Input.h"
#include "conformance/FixturePrompts.h"
#include "conformance/FixtureResources.h"
#include "conformance/FixtureTools.h"
#include "core/Async.h"
#include "core/Base64.h"
#include "core/Log.h"
#include "mcp/McpEndpoint.h"
#include "support/FakeExchange.h"
#include "support/MemorySealer.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <chrono>
#include <iterator>

namespace {

using nlohmann::json;

core::Task<mcp::GuardResult> admitEverybody(const http::Request &)
{
    mcp::Caller caller;
    caller.subject = "fuzz";
    co_return caller;
}

http::Handler makeHandler()
{
    core::setLogLevel(core::LogLevel::Error);
    mcp::Features features;
    for (auto &group :
         {conformance::contentTools(), conformance::askingTools(), conformance::elicitingTools(),
          conformance::confirmedTools(), conformance::argumentTools()})
        std::ranges::copy(group, std::back_inserter(features.tools));
    features.prompts = conformance::fixturePrompts();
    features.resources =
        conformance::fixtureResources(std::make_shared<conformance::WatchedResource>());
    features.listChanges = std::make_shared<mcp::ListChanges>();
    features.hasLogging = true;
    const mcp::Guard guard{
        .admit = admitEverybody,
        .refuseScope = [](const mcp::Caller &, std::string_view) { return http::Response(403); },
        .refuseCredentials = [](const mcp::Caller &) { return http::Response(401); }};
    mcp::McpEndpoint::Configuration configuration;
    configuration.limits.streamGrace = std::chrono::milliseconds(0); // nothing waits in the end
    return mcp::McpEndpoint(std::move(configuration), guard, support::memorySealer(),
                            std::move(features))
        .handler();
}

/// Sends a body, and hangs up if the answer does not come at once.
std::shared_ptr<support::FakeExchange> send(const http::Handler &handler, http::Request request)
{
    request.method = "POST";
    request.headers.addReceived("Content-Type", "application/json");
    request.headers.addReceived("Accept", "application/json, text/event-stream");
    auto exchange = std::make_shared<support::FakeExchange>(std::move(request));
    core::start(handler(exchange));
    if (!exchange->isComplete())
        exchange->disconnect();
    QCoreApplication::processEvents();
    return exchange;
}

std::string beginSession(const http::Handler &handler)
{
    http::Request request;
    request.body = json({{"jsonrpc", "2.0"},
                         {"id", 1},
                         {"method", "initialize"},
                         {"params",
                          {{"protocolVersion", "2025-11-25"},
                           {"capabilities", {{"elicitation", json::object()}}}}}})
                       .dump();
    return std::string(*send(handler, std::move(request))->answer().headers.find("Mcp-Session-Id"));
}

/// A member of an object; null if there is none.
const json &member(const json &object, const char *name)
{
    static const json none;
    if (!object.is_object())
        return none;
    const auto found = object.find(name);
    return found == object.end() ? none : *found;
}

/// A text as it can stand in a header.
std::string encoded(const json &text)
{
    return "=?base64?" + core::encodeBase64(text.get_ref<const std::string &>()) + "?=";
}

void addModernHeaders(http::Request &request, const json &body)
{
    request.headers.addReceived("MCP-Protocol-Version", "2026-07-28");
    if (const auto &method = member(body, "method"); method.is_string())
        request.headers.addReceived("Mcp-Method", encoded(method));
    for (const char *const name : {"name", "uri"}) {
        if (const auto &value = member(member(body, "params"), name); value.is_string())
            request.headers.addReceived("Mcp-Name", encoded(value));
    }
}

void requireAnswerTo(const json &sent, const http::Response &answer)
{
    constexpr std::array statuses = {200, 202, 400, 404, 406, 503};
    fuzz::require(std::ranges::find(statuses, answer.status) != statuses.end(),
                  "an answer has a status that clients know");
    fuzz::require((answer.status == 202) == answer.body.empty(), "only 202 says nothing");
    if (answer.body.empty() || !answer.body.starts_with('{'))
        return; // an event stream, or the answers to a batch
    const auto message = json::parse(answer.body);
    fuzz::require(message["jsonrpc"] == "2.0", "an answer is JSON-RPC");
    fuzz::require(message.contains("result") != message.contains("error"),
                  "an answer is a result or an error");
    if (message.contains("id"))
        fuzz::require(message["id"] == member(sent, "id"), "an answer has the id of its request");
    else
        fuzz::require(answer.status != 200, "a request that was understood has its id back");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static int count = 0;
    static const QCoreApplication application(count, nullptr);
    static const auto handler = makeHandler();
    static const auto session = beginSession(handler);

    auto input = fuzz::textOf(data, size);
    const unsigned choice = fuzz::takeByte(input) % 4U;
    http::Request request;
    request.body = input;
    auto sent = json::parse(input, nullptr, false);
    if (!sent.is_object())
        sent = json::object();
    if (choice == 0) {
        addModernHeaders(request, sent);
    } else {
        constexpr std::array revisions = {"2025-11-25", "2025-06-18", "2025-03-26"};
        request.headers.addReceived("MCP-Protocol-Version", revisions.at(choice - 1));
        if (choice == 1)
            request.headers.addReceived("Mcp-Session-Id", session);
    }
    const auto exchange = send(handler, std::move(request));
    if (exchange->isComplete())
        requireAnswerTo(sent, exchange->answer());
    return 0;
}
