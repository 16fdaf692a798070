// SPDX-License-Identifier: GPL-3.0-or-later
#include "mcp/Subscriptions.h"

#include "core/Async.h"
#include "mcp/ResourceMethods.h"

#include <array>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace mcp {

using nlohmann::json;

namespace {

/// The lists that change, as they are asked for and as they are announced.
struct ListRow
{
    List list;
    const char *filter;
    const char *notification;
};

constexpr std::array<ListRow, 3> listRows = {{
    {List::Tools, "toolsListChanged", "notifications/tools/list_changed"},
    {List::Prompts, "promptsListChanged", "notifications/prompts/list_changed"},
    {List::Resources, "resourcesListChanged", "notifications/resources/list_changed"},
}};

const ListRow &rowOf(List list)
{
    return listRows[static_cast<std::size_t>(list)];
}

/// What a client wants to hear.
struct Wishes
{
    std::set<List> lists;
    std::vector<std::string> uris; ///< each once
};

core::Result<Wishes, Refusal> readWishes(const Message &request, const Limits &limits)
{
    const auto *const filter = findMember(request.params, "notifications");
    if (filter == nullptr || !filter->is_object())
        return invalidParams("\"notifications\" is missing or not an object.");
    Wishes wishes;
    for (const auto &row : listRows) {
        const auto *const wanted = findMember(*filter, row.filter);
        if (wanted != nullptr && !wanted->is_boolean())
            return invalidParams("\"" + std::string(row.filter) + "\" must be true or false.");
        if (wanted != nullptr && wanted->get<bool>())
            wishes.lists.insert(row.list);
    }
    const auto *const uris = findMember(*filter, "resourceSubscriptions");
    if (uris == nullptr)
        return wishes;
    if (!uris->is_array())
        return invalidParams("\"resourceSubscriptions\" must be a list of URIs.");
    std::set<std::string> known;
    for (const auto &uri : *uris) {
        if (!uri.is_string() || uri.get_ref<const std::string &>().size() > limits.uriBytes)
            return invalidParams("\"resourceSubscriptions\" must be a list of URIs of at most "
                                 + std::to_string(limits.uriBytes) + " bytes.");
        if (known.insert(uri.get<std::string>()).second)
            wishes.uris.push_back(uri.get<std::string>());
    }
    if (known.size() > limits.resourcesPerListener)
        return invalidParams("At most " + std::to_string(limits.resourcesPerListener)
                             + " resources can be subscribed to on one stream.");
    return wishes;
}

/// Watches call us, and must not be destroyed meanwhile.
core::Task<void> cancelSoon(core::CancellationSource source)
{
    (void)co_await core::sleepFor(std::chrono::milliseconds(0));
    source.cancel();
}

} // namespace

/// One subscriptions/listen. Watches and the stream share it.
class Subscriptions::Listener
{
public:
    Listener(std::shared_ptr<AnswerStream> stream, json id)
        : m_stream(std::move(stream))
        , m_id(std::move(id))
    {}

    /// Says what is honoured; nothing may come before.
    void acknowledge(json honoured)
    {
        m_isAcknowledged = true;
        send("notifications/subscriptions/acknowledged", {{"notifications", std::move(honoured)}});
        for (auto &[method, params] : std::exchange(m_early, {}))
            send(method, std::move(params));
    }

    void send(const std::string &method, json params)
    {
        if (!m_isAcknowledged) {
            m_early.emplace_back(method, std::move(params));
            return;
        }
        params["_meta"][meta::subscriptionId] = m_id;
        if (!m_stream->send(notificationMessage(method, std::move(params))))
            end(); // gone, or too far behind to be told anything
    }

    void end() { core::start(cancelSoon(m_over)); }
    core::Cancellation over() const { return m_over.token(); }

private:
    std::shared_ptr<AnswerStream> m_stream;
    json m_id;
    std::vector<std::pair<std::string, json>> m_early;
    core::CancellationSource m_over;
    bool m_isAcknowledged = false;
};

namespace {

/// Waits until `over` fires, the request ends or its caller must go.
core::Task<void> waitForEnd(RequestContext &context, core::Cancellation over,
                            std::chrono::milliseconds recheck)
{
    core::CancellationSource end;
    if (over.isCancelled() || context.lifetime->cancellation().isCancelled())
        co_return;
    const auto stop = [&end] { end.cancel(); };
    const auto first = over.onCancel(stop);
    const auto second = context.lifetime->cancellation().onCancel(stop);
    while (true) {
        const auto slept = co_await core::sleepFor(recheck, end.token());
        if (!slept)
            co_return;
        const bool mayStay = co_await context.isStillAdmitted();
        if (!mayStay || end.token().isCancelled())
            co_return;
    }
}

/// Ends what a session watches if no stream is opened for it soon.
core::Task<void> dropWatchesLater(std::weak_ptr<LegacySession> session, core::Cancellation gone,
                                  std::chrono::milliseconds grace)
{
    (void)co_await core::sleepFor(grace, std::move(gone));
    const auto alive = session.lock();
    if (alive && !alive->hasStream())
        alive->pauseWatches();
}

ResourceListener listenerFor(const std::shared_ptr<LegacySession> &session, std::string uri)
{
    return [weak = std::weak_ptr(session), uri = std::move(uri)](ResourceChange change) {
        const auto alive = weak.lock();
        if (alive && change == ResourceChange::Updated)
            alive->reportUpdate(uri);
    };
}

CallContext watchContext(const RequestContext &context)
{
    CallContext call;
    call.caller = context.caller;
    call.cancellation = context.lifetime->cancellation();
    return call;
}

Refusal needsSession()
{
    return {.code = ErrorCode::InvalidRequest,
            .message = "Subscriptions need a session: send Mcp-Session-Id, and open a stream with "
                       "GET to hear of changes."};
}

} // namespace

Subscriptions::Subscriptions(const Limits &limits, std::shared_ptr<const Resources> resources,
                             std::shared_ptr<ListChanges> listChanges)
    : m_limits(limits)
    , m_resources(std::move(resources))
    , m_listChanges(std::move(listChanges))
    , m_listeners(limits)
{}

void Subscriptions::addTo(MethodTable &table) const
{
    table.push_back({.name = "subscriptions/listen",
                     .era = Method::Era::SelfDescribing,
                     .run = [this](const Message &request, RequestContext &context) {
                         return listen(request, context);
                     }});
    if (!canSubscribe())
        return;
    const auto findMissingScope = [scope = m_resources->scope](const Message &,
                                                               const Caller &caller) {
        return missingScope(scope, caller);
    };
    table.push_back({.name = "resources/subscribe",
                     .era = Method::Era::WithInitialize,
                     .run = [this](const Message &request,
                                   RequestContext &context) { return subscribe(request, context); },
                     .findMissingScope = findMissingScope});
    table.push_back({.name = "resources/unsubscribe",
                     .era = Method::Era::WithInitialize,
                     .run = [this](const Message &request, RequestContext &context) {
                         return ready(unsubscribe(request, context));
                     }});
}

core::Task<MethodResult> Subscriptions::listen(const Message &request,
                                               RequestContext &context) const
{
    const auto wishes = readWishes(request, m_limits);
    if (!wishes)
        co_return wishes.error();
    if (!context.stream->isPossible())
        co_return Refusal{.code = ErrorCode::InvalidRequest,
                          .message = "Accept must allow text/event-stream to listen.",
                          .httpStatus = 406};
    const auto place = m_listeners.enter(context.caller.subject);
    if (!place)
        co_return busy(place.error());

    const auto listener = std::make_shared<Listener>(context.stream, request.id);
    json honoured = json::object();
    const auto lists = listenToLists(wishes->lists, listener, honoured);
    std::vector<std::unique_ptr<ResourceWatch>> watches;
    for (const auto &uri : wishes->uris) {
        auto watch = co_await watchFor(context, uri, listener);
        if (!watch)
            co_return failed(watch.error(), context);
        if (*watch) {
            watches.push_back(std::move(*watch));
            honoured["resourceSubscriptions"].push_back(uri);
        }
    }
    context.lifetime->liftDeadline();
    listener->acknowledge(std::move(honoured));
    co_await waitForEnd(context, listener->over(), m_limits.listenerRecheck);
    co_return json{{"_meta", {{meta::subscriptionId, request.id}}}};
}

/// Tells the listener of those lists that may change, and notes which these are.
std::shared_ptr<void> Subscriptions::listenToLists(const std::set<List> &wanted,
                                                   const std::shared_ptr<Listener> &listener,
                                                   json &honoured) const
{
    if (!m_listChanges)
        return nullptr;
    for (const auto list : wanted) {
        if (list != List::Resources)
            honoured[rowOf(list).filter] = true;
    }
    return m_listChanges->listen([listener, wanted](List list) {
        if (list != List::Resources && wanted.contains(list))
            listener->send(rowOf(list).notification, json::object());
    });
}

/// Null if there is nothing to watch; then it is not honoured.
core::Task<core::Result<std::unique_ptr<ResourceWatch>>>
Subscriptions::watchFor(const RequestContext &context, const std::string &uri,
                        std::shared_ptr<Listener> listener) const
{
    if (!canSubscribe() || !context.caller.has(m_resources->scope))
        co_return std::unique_ptr<ResourceWatch>();
    const auto call = watchContext(context);
    const ResourceListener tell = [listener, uri](ResourceChange change) {
        if (change == ResourceChange::Updated)
            listener->send("notifications/resources/updated", {{"uri", uri}});
        else
            listener->end();
    };
    auto watch = co_await m_resources->watch(call, uri, tell);
    if (!watch
        && (watch.error().kind == core::ErrorKind::NotFound
            || watch.error().kind == core::ErrorKind::Unsupported))
        co_return std::unique_ptr<ResourceWatch>();
    co_return watch;
}

core::Task<MethodResult> Subscriptions::subscribe(const Message &request,
                                                  RequestContext &context) const
{
    auto uri = uriOf(request, m_limits);
    if (!uri)
        co_return uri.error();
    if (!context.session)
        co_return needsSession();
    auto &subscriptions = context.session->subscriptions;
    if (!subscriptions.contains(*uri) && subscriptions.size() >= m_limits.resourcesPerListener)
        co_return invalidParams("At most " + std::to_string(m_limits.resourcesPerListener)
                                + " resources can be subscribed to in one session.");
    const auto call = watchContext(context);
    const auto session = context.session;
    const ResourceListener tell = listenerFor(session, *uri);
    auto watch = co_await m_resources->watch(call, *uri, tell);
    if (watch) {
        session->subscriptions[*uri] = std::move(*watch);
        core::start(dropWatchesLater(session, session->gone(), m_limits.streamGrace));
        co_return json::object();
    }
    auto refusal = failed(watch.error(), context);
    if (watch.error().kind == core::ErrorKind::NotFound)
        co_return resourceNotFound(watch.error().message, *uri, context.revision);
    co_return refusal;
}

MethodResult Subscriptions::unsubscribe(const Message &request, RequestContext &context) const
{
    const auto uri = uriOf(request, m_limits);
    if (!uri)
        return uri.error();
    if (!context.session)
        return needsSession();
    context.session->subscriptions.erase(*uri);
    return json::object();
}

core::Task<core::Result<core::Done>> Subscriptions::holdStream(RequestContext &context) const
{
    const auto place = m_listeners.enter(context.caller.subject);
    if (!place)
        co_return place.error();
    const auto session = context.session;
    context.lifetime->liftDeadline();
    context.stream->begin();
    session->openStream(context.stream);
    std::shared_ptr<void> lists;
    if (m_listChanges) {
        lists = m_listChanges->listen([stream = context.stream](List list) {
            if (list != List::Resources)
                stream->send(notificationMessage(rowOf(list).notification, json::object()));
        });
    }
    co_await watchAgain(context);
    co_await waitForEnd(context, context.stream->ended(), m_limits.listenerRecheck);
    context.stream->end();
    core::start(dropWatchesLater(session, session->gone(), m_limits.streamGrace));
    co_return core::Done{};
}

/// What was paused may have changed meanwhile, and is reported once to be on the safe side.
core::Task<void> Subscriptions::watchAgain(const RequestContext &context) const
{
    if (!canSubscribe())
        co_return;
    const auto session = context.session;
    const auto call = watchContext(context);
    for (const auto &uri : session->pausedSubscriptions()) {
        const ResourceListener tell = listenerFor(session, uri);
        auto watch = co_await m_resources->watch(call, uri, tell);
        const auto entry = session->subscriptions.find(uri);
        if (!watch || entry == session->subscriptions.end())
            continue;
        entry->second = std::move(*watch);
        session->reportUpdate(uri);
    }
}

} // namespace mcp
