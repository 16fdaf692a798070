// SPDX-License-Identifier: GPL-3.0-or-later
#include "mcp/McpEndpoint.h"

#include "core/Log.h"
#include "http/Cors.h"
#include "http/EventStream.h"
#include "mcp/Classifier.h"
#include "mcp/ContentNegotiation.h"
#include "mcp/JsonRpc.h"
#include "mcp/Lifetime.h"
#include "mcp/Methods.h"
#include "mcp/TraceContext.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>
#include <variant>

namespace mcp {

using nlohmann::json;

namespace {

constexpr core::Log logger("mcp");

constexpr http::HeaderValue allowedMethods = "POST";
constexpr http::HeaderValue allowedHeaders =
    "Authorization, Content-Type, Accept, MCP-Protocol-Version, Mcp-Method, Mcp-Name, "
    "Mcp-Session-Id, Last-Event-ID";
constexpr http::HeaderValue exposedHeaders = "WWW-Authenticate, Retry-After, Mcp-Session-Id";

Refusal refusal(int httpStatus, std::string message)
{
    return {
        .code = ErrorCode::InvalidRequest, .message = std::move(message), .httpStatus = httpStatus};
}

/// Why the request is refused whatever its body says, in the order of the transport document.
std::optional<Refusal> findHttpProblem(const http::Request &request, Accepted accepted)
{
    if (request.method != "POST")
        return refusal(405, "This server keeps no sessions and opens no streams: POST only.");
    if (!isJsonBody(request.headers))
        return refusal(415, "Content-Type must be application/json.");
    if (!accepted.json && !accepted.eventStream)
        return refusal(406, "Accept must allow application/json or text/event-stream.");
    return std::nullopt;
}

} // namespace

/// The HTTP side: one exchange from its request to its answer. Nothing of the body is looked at
/// before the guard has let the caller in.
class McpEndpoint::Implementation
{
public:
    Implementation(Configuration configuration, Guard guard, Features features)
        : m_limits(configuration.limits)
        , m_cors(http::Cors::origins(std::move(configuration.allowedOrigins)))
        , m_guard(std::move(guard))
        , m_methods(std::move(configuration.server), m_limits, std::move(features.tools))
    {}

    static core::Task<void> handle(std::shared_ptr<const Implementation> self,
                                   http::ExchangePtr exchange);

private:
    /// One exchange whose caller is known.
    struct Visit
    {
        http::ExchangePtr exchange;
        Caller caller;
        Accepted accepted;
        std::shared_ptr<Lifetime> lifetime;
    };
    struct Answer
    {
        int httpStatus = 200;
        json message;
    };

    bool admitsOrigin(const http::Request &request) const;
    core::Task<void> answerCaller(const Visit &visit) const;
    core::Task<void> answerMessage(const Visit &visit, const Message &message) const;
    core::Task<void> answerBatch(const Visit &visit, const Batch &batch) const;
    core::Task<Answer> run(const Visit &visit, const Message &request,
                           RequestContext &context) const;

    void respond(const http::ExchangePtr &exchange, http::Response response) const;
    void refuse(const http::ExchangePtr &exchange, const json &id, const Refusal &refusal) const;

    Limits m_limits;
    http::Cors m_cors;
    Guard m_guard;
    Methods m_methods;
};

core::Task<void> McpEndpoint::Implementation::handle(std::shared_ptr<const Implementation> self,
                                                     http::ExchangePtr exchange)
{
    Visit visit;
    visit.lifetime = Lifetime::begin(exchange->cancellation(), self->m_limits.requestDeadline);
    visit.exchange = std::move(exchange);
    const auto &request = visit.exchange->request();
    // A page that a visitor happens to look at must not use this server through the visitor's
    // browser (DNS rebinding); what sends no Origin is not a page.
    if (!self->admitsOrigin(request)) {
        self->refuse(visit.exchange, nullptr, refusal(403, "This Origin is not allowed."));
        co_return;
    }
    if (http::Cors::isPreflight(request)) {
        visit.exchange->respond(
            self->m_cors.preflight(request.headers, allowedMethods, allowedHeaders));
        co_return;
    }
    auto admitted = co_await self->m_guard.admit(request);
    if (auto *const response = std::get_if<http::Response>(&admitted)) {
        self->respond(visit.exchange, std::move(*response));
        co_return;
    }
    visit.caller = std::get<Caller>(std::move(admitted));
    visit.accepted = acceptedBy(request.headers);
    co_await self->answerCaller(visit);
}

bool McpEndpoint::Implementation::admitsOrigin(const http::Request &request) const
{
    const auto origin = request.headers.find("Origin");
    return !origin || (request.headers.count("Origin") == 1 && m_cors.allows(*origin));
}

core::Task<void> McpEndpoint::Implementation::answerCaller(const Visit &visit) const
{
    const auto &request = visit.exchange->request();
    if (const auto problem = findHttpProblem(request, visit.accepted)) {
        refuse(visit.exchange, nullptr, *problem);
        co_return;
    }
    const core::JsonLimits limits{.bytes = m_limits.bodyBytes, .values = m_limits.jsonValues};
    const auto messages = parseMessages(request.body, limits);
    if (!messages) {
        refuse(visit.exchange, nullptr, messages.error());
        co_return;
    }
    if (const auto *const batch = std::get_if<Batch>(&*messages))
        co_await answerBatch(visit, *batch);
    else
        co_await answerMessage(visit, std::get<Message>(*messages));
}

core::Task<void> McpEndpoint::Implementation::answerMessage(const Visit &visit,
                                                            const Message &message) const
{
    const auto &request = visit.exchange->request();
    const auto revision = classify(message, request.headers);
    if (!revision) {
        refuse(visit.exchange, message.id, revision.error());
        co_return;
    }
    if (message.isNotification()) {
        // None of them matters to a server without sessions.
        respond(visit.exchange, http::Response(202));
        co_return;
    }
    if (const auto scope = m_methods.findMissingScope(message, visit.caller)) {
        respond(visit.exchange, m_guard.refuseScope(visit.caller, *scope));
        co_return;
    }
    RequestContext context{.caller = visit.caller, .revision = **revision};
    context.lifetime = visit.lifetime;
    if (visit.accepted.eventStream) {
        context.beginStream = [this, &visit, &request] {
            http::Response head(200);
            m_cors.addTo(head.headers, request.headers, exposedHeaders);
            return std::make_shared<http::EventStream>(visit.exchange, std::move(head),
                                                       m_limits.keepAliveInterval);
        };
    }
    const auto answer = co_await run(visit, message, context);
    if (context.areCredentialsRefused && !context.stream) {
        respond(visit.exchange, m_guard.refuseCredentials(visit.caller));
        co_return;
    }
    if (!context.stream && !visit.accepted.json && answer.httpStatus == 200)
        context.stream = context.beginStream();
    if (context.stream) {
        const auto text = textOf(answer.message);
        context.stream->send({.data = text, .id = {}, .type = {}});
        context.stream->end();
        co_return;
    }
    auto response = http::Response::json(answer.httpStatus, answer.message);
    if (answer.httpStatus == 503)
        response.headers.set("Retry-After", "1");
    respond(visit.exchange, std::move(response));
}

core::Task<void> McpEndpoint::Implementation::answerBatch(const Visit &visit,
                                                          const Batch &batch) const
{
    const auto revision = classify(batch, visit.exchange->request().headers);
    if (!revision) {
        refuse(visit.exchange, nullptr, revision.error());
        co_return;
    }
    if (batch.size() > m_limits.batchMessages) {
        refuse(visit.exchange, nullptr, refusal(400, "The batch holds too many messages."));
        co_return;
    }
    // Either all of it may run or nothing does: the challenge is an answer to the whole request.
    for (const auto &message : batch) {
        if (const auto scope = m_methods.findMissingScope(message, visit.caller)) {
            respond(visit.exchange, m_guard.refuseScope(visit.caller, *scope));
            co_return;
        }
    }
    json answers = json::array();
    for (const auto &message : batch) {
        if (message.isNotification())
            continue;
        RequestContext context{.caller = visit.caller, .revision = **revision};
        context.lifetime = visit.lifetime;
        auto answer = co_await run(visit, message, context);
        answers.push_back(std::move(answer.message));
    }
    if (answers.empty())
        respond(visit.exchange, http::Response(202));
    else
        respond(visit.exchange, http::Response::json(200, answers));
}

core::Task<McpEndpoint::Implementation::Answer>
McpEndpoint::Implementation::run(const Visit &visit, const Message &request,
                                 RequestContext &context) const
{
    const auto begin = std::chrono::steady_clock::now();
    auto result = co_await m_methods.answer(request, context);
    const auto duration = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now() - begin);
    Answer answer;
    if (result) {
        answer.message = resultMessage(request.id, std::move(*result));
    } else {
        answer.httpStatus = result.error().httpStatus;
        answer.message = errorMessage(request.id, result.error());
        context.outcome = std::to_string(static_cast<int>(result.error().code));
    }
    logger.info("request", {{"request", visit.exchange->request().id},
                            {"method", request.method},
                            {"tool", context.tool},
                            {"revision", context.revision.name},
                            {"subject", context.caller.subject},
                            {"outcome", context.outcome},
                            {"milliseconds", duration.count()},
                            {"traceparent", traceParentOf(request)}});
    co_return answer;
}

void McpEndpoint::Implementation::respond(const http::ExchangePtr &exchange,
                                          http::Response response) const
{
    m_cors.addTo(response.headers, exchange->request().headers, exposedHeaders);
    response.headers.set("Cache-Control", "no-store"); // it is somebody's mail
    exchange->respond(std::move(response));
}

void McpEndpoint::Implementation::refuse(const http::ExchangePtr &exchange, const json &id,
                                         const Refusal &refusal) const
{
    logger.info("refused", {{"request", exchange->request().id},
                            {"status", refusal.httpStatus},
                            {"code", static_cast<int>(refusal.code)},
                            {"reason", refusal.message}});
    auto response = http::Response::json(refusal.httpStatus, errorMessage(id, refusal));
    if (refusal.httpStatus == 405)
        response.headers.set("Allow", allowedMethods);
    respond(exchange, std::move(response));
}

McpEndpoint::McpEndpoint(Configuration configuration, Guard guard, Features features)
    : m_implementation(std::make_shared<const Implementation>(
          std::move(configuration), std::move(guard), std::move(features)))
{}

McpEndpoint::~McpEndpoint() = default;

http::Handler McpEndpoint::handler() const
{
    return [implementation = m_implementation](http::ExchangePtr exchange) {
        return Implementation::handle(implementation, std::move(exchange));
    };
}

} // namespace mcp
