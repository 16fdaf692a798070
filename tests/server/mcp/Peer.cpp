// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mcp/Peer.h"

#include "core/Ascii.h"
#include "support/MemorySealer.h"

#include <nlohmann/json.hpp>

#include <stdexcept>

namespace peer {

using core::ErrorKind;
using mcp::Field;
using mcp::Tool;
using nlohmann::json;

namespace {

using ToolResult = core::Task<core::Result<json>>;

ToolResult echo(const mcp::CallContext &, const json &arguments)
{
    co_return json{{"text", arguments["text"]}};
}

ToolResult sendNothing(const mcp::CallContext &, const json &)
{
    co_return core::Error(ErrorKind::Unavailable, "The mail server cannot be reached.", "refused");
}

ToolResult findPasswordChanged(const mcp::CallContext &, const json &)
{
    co_return core::Error(ErrorKind::Unauthenticated, "The password was changed.");
}

ToolResult findPasswordChangedLate(const mcp::CallContext &context, const json &)
{
    context.reportProgress(1, 2, "logging in");
    co_return core::Error(ErrorKind::Unauthenticated, "The password was changed.");
}

ToolResult breakPromise(const mcp::CallContext &, const json &)
{
    co_return json{{"text", 5}};
}

ToolResult throwUp(const mcp::CallContext &, const json &)
{
    throw std::runtime_error("out of luck");
    co_return json();
}

ToolResult takeSteps(const mcp::CallContext &context, const json &)
{
    for (int step = 0; step <= 4; ++step)
        context.reportProgress(step, 4, step == 4 ? "done" : "");
    context.reportProgress(4, 4, "again");
    co_return json{{"text", "there"}};
}

ToolResult waitForTest(std::shared_ptr<Waiting> waiting)
{
    const std::string text = co_await waiting->answer;
    waiting->hasEnded = true;
    co_return json{{"text", text}};
}

json showPicture(const json &result)
{
    return json::array({{{"type", "image"}, {"mimeType", "image/png"}, {"data", result["text"]}}});
}

std::vector<Tool> tools(const std::shared_ptr<std::vector<std::shared_ptr<Waiting>>> &waiting)
{
    const mcp::Effect reads{.scope = "mail.read"};
    const mcp::Effect sends{
        .scope = "mail.send", .isReadOnly = false, .isDestructive = true, .isIdempotent = false};
    const std::vector<Field> text = {{.name = "text"}};
    const auto wait = [waiting](const mcp::CallContext &context, const json &) {
        auto call = std::make_shared<Waiting>();
        call->cancellation = context.cancellation;
        waiting->push_back(call);
        return waitForTest(call);
    };
    return {
        {"echo",
         "Echo",
         "Says it again.",
         reads,
         {{.name = "text", .maximumLength = 20}},
         text,
         echo},
        {"send", "Send", "Sends nothing.", sends, {}, {}, sendNothing},
        {"locked_out", "Lock", "Finds the password changed.", reads, {}, text, findPasswordChanged},
        {"locked_out_late", "Lock", "Finds it late.", reads, {}, text, findPasswordChangedLate},
        {"break_promise", "Break", "Breaks its promise.", reads, {}, text, breakPromise},
        {"throw", "Throw", "Throws.", reads, {}, text, throwUp},
        {"steps", "Steps", "Takes four steps.", reads, {}, text, takeSteps},
        {"wait", "Wait", "Waits for the test.", reads, {}, text, wait},
        {"wait_once", "Wait", "Waits, and must not be repeated.", sends, {}, text, wait},
        {"picture",
         "Picture",
         "Shows a picture.",
         reads,
         {{.name = "text"}},
         text,
         echo,
         showPicture},
    };
}

core::Task<mcp::GuardResult> admit(const http::Request &request, std::shared_ptr<int> calls,
                                   std::shared_ptr<int> allowed)
{
    if (++*calls > *allowed)
        co_return http::Response::text(401, "revoked");
    const auto token = request.headers.find("Authorization");
    mcp::Caller caller;
    if (token == "Bearer all" || token == "Bearer other")
        caller.scopes = {"mail.read", "mail.send"};
    else if (token == "Bearer reader")
        caller.scopes = {"mail.read"};
    else
        co_return http::Response::text(401, "no").with("WWW-Authenticate", "Bearer");
    caller.subject = std::string(token->substr(7));
    co_return caller;
}

http::Response refuseScope(const mcp::Caller &caller, std::string_view scope)
{
    return http::Response::text(403, caller.subject)
        .with("WWW-Authenticate",
              http::HeaderValue::sanitized("Bearer error=\"insufficient_scope\", scope=\""
                                           + std::string(scope) + "\""));
}

http::Response refuseCredentials(const mcp::Caller &caller)
{
    return http::Response::text(401, caller.subject)
        .with("WWW-Authenticate", "Bearer error=\"invalid_token\"");
}

} // namespace

Peer::Peer(mcp::Limits limits)
{
    serve(limits, {.tools = tools(m_waiting)}, support::memorySealer(), {});
}

Peer::Peer(mcp::Limits limits, mcp::Features features)
{
    serve(limits, std::move(features), support::memorySealer(), {});
}

Peer::Peer(mcp::Limits limits, mcp::Sealer sealer, mcp::Relay relay)
{
    serve(limits, {.tools = tools(m_waiting)}, std::move(sealer), std::move(relay));
}

Peer::Peer(mcp::Features features, mcp::Sealer sealer, mcp::Relay relay)
{
    serve({}, std::move(features), std::move(sealer), std::move(relay));
}

void Peer::serve(mcp::Limits limits, mcp::Features features, mcp::Sealer sealer, mcp::Relay relay)
{
    const mcp::Guard guard{
        .admit = [calls = m_guardCalls, allowed = m_allowedCalls](
                     const http::Request &request) { return admit(request, calls, allowed); },
        .refuseScope = refuseScope,
        .refuseCredentials = refuseCredentials,
    };
    const mcp::McpEndpoint endpoint({.server = {.name = "mail-mcp",
                                                .title = "Mail",
                                                .version = "1.2.3",
                                                .instructions = "Read first."},
                                     .allowedOrigins = {"https://inspector.example"},
                                     .limits = limits,
                                     .relay = std::move(relay)},
                                    guard, std::move(sealer), std::move(features));
    m_handler = endpoint.handler();
}

ExchangePtr Peer::send(http::Request request) const
{
    auto exchange = std::make_shared<support::FakeExchange>(std::move(request));
    core::start(m_handler(exchange));
    return exchange;
}

std::vector<json> eventsOf(const ExchangePtr &exchange)
{
    std::vector<json> events;
    if (!exchange->isAnswered())
        return events;
    std::string_view text = exchange->answer().body;
    while (!text.empty()) {
        const auto end = text.find("\n\n");
        const auto event = text.substr(0, end);
        if (event.starts_with("data: "))
            events.push_back(json::parse(event.substr(6)));
        text.remove_prefix(end + 2);
    }
    return events;
}

bool isEventStream(const http::Response &answer)
{
    return answer.headers.find("Content-Type") == "text/event-stream";
}

json answerOf(const ExchangePtr &exchange)
{
    if (!exchange->isComplete())
        return "there is no answer yet";
    return isEventStream(exchange->answer()) ? eventsOf(exchange).back()
                                             : json::parse(exchange->answer().body);
}

json resultOf(const ExchangePtr &exchange)
{
    return answerOf(exchange).value("result", json());
}

int errorCodeOf(const ExchangePtr &exchange)
{
    const auto error = answerOf(exchange).value("error", json::object());
    return error.value("code", 0);
}

http::Request with(http::Request request, const HeaderList &headers)
{
    for (const auto &[name, value] : headers)
        request.headers.addReceived(name, value);
    return request;
}

http::Request without(http::Request request, const std::string &header)
{
    http::Headers kept;
    for (const auto &field : request.headers.fields()) {
        if (!core::equalsIgnoringCase(field.name, header))
            kept.addReceived(field.name, field.value);
    }
    request.headers = kept;
    return request;
}

http::Request post(std::string body, const HeaderList &headers)
{
    http::Request request;
    request.id = 42;
    request.method = "POST";
    request.path = "/mcp";
    request.body = std::move(body);
    request = with(std::move(request), {{"Content-Type", "application/json"},
                                        {"Accept", "application/json, text/event-stream"},
                                        {"Authorization", "Bearer all"}});
    return with(std::move(request), headers);
}

http::Request older(const std::string &revision, const std::string &method,
                    const std::string &params)
{
    return post(R"({"jsonrpc":"2.0","id":1,"method":")" + method + R"(","params":{)" + params
                    + "}}",
                {{"MCP-Protocol-Version", revision}});
}

http::Request modern(const std::string &method, const std::string &params, const std::string &name,
                     const std::string &metaMembers)
{
    const std::string meta = R"("_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28",)"
                             R"("io.modelcontextprotocol/clientCapabilities":{})"
                             + (metaMembers.empty() ? "" : "," + metaMembers) + "}";
    auto request = post(R"({"jsonrpc":"2.0","id":1,"method":")" + method + R"(","params":{)"
                            + params + (params.empty() ? "" : ",") + meta + "}}",
                        {{"MCP-Protocol-Version", "2026-07-28"}, {"Mcp-Method", method}});
    if (name.empty())
        return request;
    return with(std::move(request), {{"Mcp-Name", name}});
}

} // namespace peer
