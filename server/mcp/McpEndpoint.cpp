// SPDX-License-Identifier: GPL-3.0-or-later
#include "mcp/McpEndpoint.h"

#include "core/Async.h"
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

constexpr std::string_view sessionHeader = "Mcp-Session-Id";
constexpr http::HeaderValue allowedMethods = "POST, GET, DELETE";
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
    if (!isJsonBody(request.headers))
        return refusal(415, "Content-Type must be application/json.");
    if (!accepted.json && !accepted.eventStream)
        return refusal(406, "Accept must allow application/json or text/event-stream.");
    return std::nullopt;
}

/// What may be asked of the client during this request.
ClientCapabilities askable(const Message &message, const RequestContext &context)
{
    if (context.revision.isSelfDescribing) {
        const auto *const declared = message.findMeta(meta::clientCapabilities);
        return declared == nullptr ? ClientCapabilities() : ClientCapabilities::from(*declared);
    }
    if (!context.session || !context.stream->isPossible())
        return {};
    return context.session->capabilities();
}

/// What lasts is answered as a stream, whose comments keep proxies from giving up on it.
core::Task<void> beginLater(std::weak_ptr<AnswerStream> stream, std::chrono::milliseconds silence,
                            core::Cancellation ended)
{
    const auto slept = co_await core::sleepFor(silence, std::move(ended));
    const auto alive = stream.lock();
    if (slept && alive)
        alive->begin();
}

} // namespace

/// The HTTP side: one exchange from its request to its answer. Nothing of the body is looked at
/// before the guard has let the caller in.
class McpEndpoint::Implementation
{
public:
    Implementation(Configuration configuration, Guard guard, Sealer sealer, Features features)
        : m_limits(configuration.limits)
        , m_cors(http::Cors::origins(std::move(configuration.allowedOrigins)))
        , m_guard(std::move(guard))
        , m_methods(std::move(configuration.server), m_limits, std::move(sealer),
                    std::move(configuration.relay), std::move(features))
    {}

    static core::Task<void> handle(std::shared_ptr<const Implementation> self,
                                   http::ExchangePtr exchange);

    std::size_t listeners() const { return m_methods.subscriptions().listeners(); }

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
    core::Task<void> answerPost(const Visit &visit) const;
    core::Task<void> answerGet(const Visit &visit) const;
    core::Task<void> answerDelete(const Visit &visit) const;
    core::Task<void> answerMessage(const Visit &visit, const Message &message) const;
    core::Task<void> answerNotification(const Visit &visit, const Message &message,
                                        std::shared_ptr<LegacySession> session) const;
    core::Task<void> answerRequest(const Visit &visit, const Message &message,
                                   RequestContext &context) const;
    core::Task<void> answerResponse(const Visit &visit, const ClientResponse &response) const;
    core::Task<void> answerBatch(const Visit &visit, const Batch &batch) const;
    core::Task<Answer> run(const Visit &visit, const Message &request,
                           RequestContext &context) const;

    using SessionResult = core::Result<std::shared_ptr<LegacySession>, Refusal>;
    core::Task<SessionResult> findSession(const Visit &visit) const;
    std::shared_ptr<AnswerStream> makeStream(const Visit &visit) const;
    core::Task<bool> isStillAdmitted(http::ExchangePtr exchange) const;
    core::Task<bool> mayStillListen(const Visit &visit) const;

    void respond(const http::ExchangePtr &exchange, http::Response response) const;
    void refuse(const http::ExchangePtr &exchange, const json &id, const Refusal &refusal) const;
    void refuseForNow(const http::ExchangePtr &exchange, const core::Error &error) const;

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
    if (request.method == "POST")
        co_await answerPost(visit);
    else if (request.method == "GET" && request.headers.contains(sessionHeader))
        co_await answerGet(visit);
    else if (request.method == "DELETE" && request.headers.contains(sessionHeader))
        co_await answerDelete(visit);
    else
        refuse(visit.exchange, nullptr,
               refusal(405, "Without a session (Mcp-Session-Id) there is POST only."));
}

core::Task<void> McpEndpoint::Implementation::answerPost(const Visit &visit) const
{
    const auto &request = visit.exchange->request();
    if (const auto problem = findHttpProblem(request, visit.accepted)) {
        refuse(visit.exchange, nullptr, *problem);
        co_return;
    }
    const core::JsonLimits limits{.bytes = m_limits.bodyBytes, .values = m_limits.jsonValues};
    const auto body = parseBody(request.body, limits);
    if (!body) {
        refuse(visit.exchange, nullptr, body.error());
        co_return;
    }
    if (const auto *const batch = std::get_if<Batch>(&*body))
        co_await answerBatch(visit, *batch);
    else if (const auto *const response = std::get_if<ClientResponse>(&*body))
        co_await answerResponse(visit, *response);
    else
        co_await answerMessage(visit, std::get<Message>(*body));
}

/// The stream on which a session is told what it did not ask for.
core::Task<void> McpEndpoint::Implementation::answerGet(const Visit &visit) const
{
    const auto session = co_await findSession(visit);
    if (!session) {
        refuse(visit.exchange, nullptr, session.error());
        co_return;
    }
    if (!visit.accepted.eventStream) {
        refuse(visit.exchange, nullptr, refusal(406, "Accept must name text/event-stream."));
        co_return;
    }
    RequestContext context{.caller = visit.caller,
                           .revision = (*session)->revision(),
                           .headers = visit.exchange->request().headers};
    context.session = *session;
    context.lifetime = visit.lifetime;
    context.stream = makeStream(visit);
    context.isStillAdmitted = [this, &visit] { return mayStillListen(visit); };
    const auto held = co_await m_methods.subscriptions().holdStream(context);
    if (!held)
        refuseForNow(visit.exchange, held.error());
}

core::Task<void> McpEndpoint::Implementation::answerDelete(const Visit &visit) const
{
    const auto session = co_await findSession(visit);
    if (!session) {
        refuse(visit.exchange, nullptr, session.error());
        co_return;
    }
    const auto id = visit.exchange->request().headers.find(sessionHeader);
    const auto ended = co_await m_methods.sessions().end(visit.caller.subject, std::string(*id));
    if (ended)
        respond(visit.exchange, http::Response(204));
    else
        refuseForNow(visit.exchange, ended.error());
}

core::Task<void> McpEndpoint::Implementation::answerMessage(const Visit &visit,
                                                            const Message &message) const
{
    const auto &request = visit.exchange->request();
    auto revision = classify(message, request.headers);
    if (!revision) {
        refuse(visit.exchange, message.id, revision.error());
        co_return;
    }
    std::shared_ptr<LegacySession> session;
    if (!(*revision)->isSelfDescribing && message.method != "initialize"
        && request.headers.contains(sessionHeader)) {
        auto found = co_await findSession(visit);
        if (!found) {
            refuse(visit.exchange, message.id, found.error());
            co_return;
        }
        session = std::move(*found);
        if (!request.headers.contains("MCP-Protocol-Version"))
            revision = &session->revision();
    }
    if (message.isNotification()) {
        co_await answerNotification(visit, message, session);
        co_return;
    }
    if (const auto scope = m_methods.findMissingScope(message, visit.caller, **revision)) {
        respond(visit.exchange, m_guard.refuseScope(visit.caller, *scope));
        co_return;
    }
    RequestContext context{
        .caller = visit.caller, .revision = **revision, .headers = request.headers};
    context.session = session;
    context.lifetime = visit.lifetime;
    context.stream = makeStream(visit);
    context.client = askable(message, context);
    context.isStillAdmitted = [this, exchange = visit.exchange] {
        return isStillAdmitted(exchange);
    };
    if (session)
        session->began(message.id, visit.lifetime);
    co_await answerRequest(visit, message, context);
    if (session)
        session->ended(message.id);
}

core::Task<void>
McpEndpoint::Implementation::answerNotification(const Visit &visit, const Message &message,
                                                std::shared_ptr<LegacySession> session) const
{
    if (session && message.method == "notifications/cancelled") {
        if (const auto *const id = findMember(message.params, "requestId"))
            co_await session->cancel(*id);
    }
    respond(visit.exchange, http::Response(202));
}

core::Task<void> McpEndpoint::Implementation::answerRequest(const Visit &visit,
                                                            const Message &message,
                                                            RequestContext &context) const
{
    const auto stream = context.stream;
    if (stream->isPossible())
        core::start(beginLater(stream, m_limits.streamAfter, stream->ended()));
    const auto answer = co_await run(visit, message, context);
    if (context.session && visit.lifetime->wasCancelled()) {
        // A request that was cancelled gets no response (2025-11-25, "Cancellation").
        stream->end();
        if (!stream->hasBegun())
            respond(visit.exchange, http::Response(202));
        co_return;
    }
    if (context.areCredentialsRefused && !stream->hasBegun()) {
        respond(visit.exchange, m_guard.refuseCredentials(visit.caller));
        co_return;
    }
    if (!visit.accepted.json && answer.httpStatus == 200)
        stream->begin();
    if (stream->hasBegun()) {
        stream->send(answer.message);
        stream->end();
        co_return;
    }
    stream->end();
    auto response = http::Response::json(answer.httpStatus, answer.message);
    if (answer.httpStatus == 503)
        response.headers.set("Retry-After", "1");
    if (!context.newSession.empty())
        response.headers.set(sessionHeader, http::HeaderValue::sanitized(context.newSession));
    respond(visit.exchange, std::move(response));
}

/// An answer to something that we asked: only sessions are asked.
core::Task<void> McpEndpoint::Implementation::answerResponse(const Visit &visit,
                                                             const ClientResponse &response) const
{
    if (!visit.exchange->request().headers.contains(sessionHeader)) {
        refuse(visit.exchange, nullptr,
               refusal(400, "Nothing was asked: without a session there are no responses."));
        co_return;
    }
    const auto session = co_await findSession(visit);
    if (!session) {
        refuse(visit.exchange, nullptr, session.error());
        co_return;
    }
    co_await (*session)->take(response);
    respond(visit.exchange, http::Response(202));
}

core::Task<void> McpEndpoint::Implementation::answerBatch(const Visit &visit,
                                                          const Batch &batch) const
{
    const auto &headers = visit.exchange->request().headers;
    const auto revision = classify(batch, headers);
    if (!revision) {
        refuse(visit.exchange, nullptr, revision.error());
        co_return;
    }
    if (batch.size() > m_limits.batchMessages) {
        refuse(visit.exchange, nullptr, refusal(400, "The batch holds too many messages."));
        co_return;
    }
    std::shared_ptr<LegacySession> session;
    if (headers.contains(sessionHeader)) {
        auto found = co_await findSession(visit);
        if (!found) {
            refuse(visit.exchange, nullptr, found.error());
            co_return;
        }
        session = std::move(*found);
    }
    // Either all of it may run or nothing does: the challenge is an answer to the whole request.
    for (const auto &message : batch.messages) {
        if (const auto scope = m_methods.findMissingScope(message, visit.caller, **revision)) {
            respond(visit.exchange, m_guard.refuseScope(visit.caller, *scope));
            co_return;
        }
    }
    for (const auto &response : batch.responses) {
        if (session)
            co_await session->take(response);
    }
    json answers = json::array();
    for (const auto &message : batch.messages) {
        if (message.isNotification())
            continue;
        RequestContext context{.caller = visit.caller, .revision = **revision, .headers = headers};
        context.session = session;
        context.lifetime = visit.lifetime;
        context.stream = std::make_shared<AnswerStream>(nullptr);
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
                            {"target", context.target},
                            {"revision", context.revision.name},
                            {"subject", context.caller.subject},
                            {"outcome", context.outcome},
                            {"milliseconds", duration.count()},
                            {"traceparent", traceParentOf(request)}});
    co_return answer;
}

core::Task<McpEndpoint::Implementation::SessionResult>
McpEndpoint::Implementation::findSession(const Visit &visit) const
{
    const auto &headers = visit.exchange->request().headers;
    if (headers.count(sessionHeader) > 1)
        co_return refusal(400, "Mcp-Session-Id was sent more than once.");
    auto found = co_await m_methods.sessions().find(visit.caller.subject,
                                                    std::string(*headers.find(sessionHeader)));
    co_return found;
}

std::shared_ptr<AnswerStream> McpEndpoint::Implementation::makeStream(const Visit &visit) const
{
    if (!visit.accepted.eventStream)
        return std::make_shared<AnswerStream>(nullptr);
    const auto &headers = visit.exchange->request().headers;
    http::Response head(200);
    m_cors.addTo(head.headers, headers, exposedHeaders);
    return std::make_shared<AnswerStream>(
        [exchange = visit.exchange, head, keepAlive = m_limits.keepAliveInterval] {
            return std::make_shared<http::EventStream>(exchange, head, keepAlive);
        });
}

core::Task<bool> McpEndpoint::Implementation::isStillAdmitted(http::ExchangePtr exchange) const
{
    const auto admitted = co_await m_guard.admit(exchange->request());
    const auto *const response = std::get_if<http::Response>(&admitted);
    // Whatever else is wrong at the moment (too many requests, a store out of reach) may pass.
    co_return response == nullptr || (response->status != 401 && response->status != 403);
}

/// Whoever holds the stream of a session may, and the session has not ended elsewhere.
core::Task<bool> McpEndpoint::Implementation::mayStillListen(const Visit &visit) const
{
    const bool isAdmitted = co_await isStillAdmitted(visit.exchange);
    if (!isAdmitted)
        co_return false;
    const auto session = co_await findSession(visit);
    co_return bool(session);
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

/// Later it may work.
void McpEndpoint::Implementation::refuseForNow(const http::ExchangePtr &exchange,
                                               const core::Error &error) const
{
    auto response = http::Response::json(503, errorMessage(nullptr, busy(error)));
    response.headers.set("Retry-After", "60");
    respond(exchange, std::move(response));
}

McpEndpoint::McpEndpoint(Configuration configuration, Guard guard, Sealer sealer, Features features)
    : m_implementation(std::make_shared<const Implementation>(
          std::move(configuration), std::move(guard), std::move(sealer), std::move(features)))
{}

McpEndpoint::~McpEndpoint() = default;

http::Handler McpEndpoint::handler() const
{
    return [implementation = m_implementation](http::ExchangePtr exchange) {
        return Implementation::handle(implementation, std::move(exchange));
    };
}

std::size_t McpEndpoint::listeners() const
{
    return m_implementation->listeners();
}

} // namespace mcp
