// SPDX-License-Identifier: GPL-3.0-or-later
#include "mcp/LegacySession.h"

#include "core/Random.h"

#include <utility>

namespace mcp {

using core::Error;
using core::ErrorKind;
using nlohmann::json;

namespace {

using Answer = core::Completion<core::Result<json>>;

core::Task<void> giveUpAfter(std::chrono::milliseconds timeLimit, Answer answer,
                             core::Cancellation answered)
{
    const auto slept = co_await core::sleepFor(timeLimit, std::move(answered));
    if (slept)
        answer.complete(Error(ErrorKind::DeadlineExceeded,
                              "The person did not answer in time; nothing was done."));
}

void complete(const Answer &answer, ClientResponse response)
{
    if (response.result)
        answer.complete(std::move(*response.result));
    else
        answer.complete(Error(ErrorKind::Unsupported, "The client could not ask the person.",
                              "client error: " + response.error));
}

/// Until there is an answer, from wherever.
core::Task<void> lookElsewhere(std::shared_ptr<const SessionRelay> relay, std::int64_t question,
                               Answer answer, core::Cancellation answered)
{
    for (;;) {
        const auto slept = co_await core::sleepFor(LegacySession::relayInterval, answered);
        if (!slept)
            co_return;
        auto response = co_await relay->take(question);
        if (response) {
            complete(answer, std::move(*response));
            co_return;
        }
    }
}

/// Until the request is through.
core::Task<void> lookForCancellation(std::shared_ptr<const SessionRelay> relay, json requestId,
                                     std::weak_ptr<Lifetime> lifetime, core::Cancellation through)
{
    for (;;) {
        const auto slept = co_await core::sleepFor(LegacySession::relayInterval, through);
        if (!slept)
            co_return;
        const bool isCancelled = co_await relay->takeCancellation(requestId);
        const auto alive = lifetime.lock();
        if (!alive)
            co_return;
        if (isCancelled) {
            alive->cancel();
            co_return;
        }
    }
}

/// Processes count on from different places, far enough from each other. JSON numbers are exact to
/// 2^53.
std::int64_t firstQuestion()
{
    core::SystemRandom random;
    std::int64_t number = 0;
    for (const char byte : random.bytes(5))
        number = number * 256 + static_cast<unsigned char>(byte);
    return number * 4096;
}

} // namespace

LegacySession::LegacySession(const Revision &revision, ClientCapabilities capabilities,
                             SessionRelay relay)
    : m_revision(revision)
    , m_capabilities(capabilities)
    , m_relay(std::make_shared<const SessionRelay>(std::move(relay)))
    , m_lastQuestion(firstQuestion())
{}

core::Task<core::Result<json>> LegacySession::ask(std::shared_ptr<AnswerStream> stream,
                                                  std::string method, json params,
                                                  std::chrono::milliseconds timeLimit,
                                                  core::Cancellation cancellation)
{
    const auto self = shared_from_this(); // the answer may come after the session was forgotten
    const std::int64_t id = ++m_lastQuestion;
    const Answer answer;
    m_questions.emplace(id, answer);
    core::CancellationSource answered;
    if (stream->send(requestMessage(id, method, std::move(params)))) {
        core::start(giveUpAfter(timeLimit, answer, answered.token()));
        if (m_relay->isPossible())
            core::start(lookElsewhere(m_relay, id, answer, answered.token()));
    } else {
        answer.complete(Error(ErrorKind::Unsupported, "The client cannot be asked."));
    }
    if (cancellation.isCancelled())
        answer.complete(Error(ErrorKind::Cancelled, "The call was cancelled."));
    const auto registration = cancellation.onCancel(
        [answer] { answer.complete(Error(ErrorKind::Cancelled, "The call was cancelled.")); });
    auto result = co_await answer;
    answered.cancel();
    m_questions.erase(id);
    co_return result;
}

core::Task<void> LegacySession::take(ClientResponse response)
{
    if (!response.id.is_number_integer())
        co_return;
    const auto question = m_questions.find(response.id.get<std::int64_t>());
    if (question == m_questions.end()) {
        co_await m_relay->leave(std::move(response));
        co_return;
    }
    const Answer answer = question->second; // it resumes who waits, who erases the entry
    complete(answer, std::move(response));
}

void LegacySession::began(const json &requestId, const std::shared_ptr<Lifetime> &lifetime)
{
    ended(requestId); // a client that uses an id twice
    const auto &running =
        m_running.emplace(requestId, Running{.lifetime = lifetime, .through = {}}).first->second;
    if (m_relay->isPossible())
        core::start(lookForCancellation(m_relay, requestId, lifetime, running.through.token()));
}

void LegacySession::ended(const json &requestId)
{
    const auto node = m_running.extract(requestId);
    if (node)
        node.mapped().through.cancel();
}

core::Task<void> LegacySession::cancel(json requestId)
{
    const auto found = m_running.find(requestId);
    if (found == m_running.end()) {
        co_await m_relay->leaveCancellation(std::move(requestId));
        co_return;
    }
    if (const auto lifetime = found->second.lifetime.lock())
        lifetime->cancel();
}

void LegacySession::openStream(const std::shared_ptr<AnswerStream> &stream)
{
    if (const auto earlier = m_stream.lock())
        earlier->end();
    m_stream = stream;
    for (const auto &uri : std::exchange(m_unreported, {}))
        reportUpdate(uri);
}

bool LegacySession::hasStream() const
{
    const auto stream = m_stream.lock();
    return stream && !stream->ended().isCancelled();
}

void LegacySession::pauseWatches()
{
    for (auto &[uri, watch] : subscriptions)
        watch.reset();
}

std::vector<std::string> LegacySession::pausedSubscriptions() const
{
    std::vector<std::string> paused;
    for (const auto &[uri, watch] : subscriptions) {
        if (!watch)
            paused.push_back(uri);
    }
    return paused;
}

void LegacySession::reportUpdate(const std::string &uri)
{
    const auto stream = m_stream.lock();
    json params = {{"uri", uri}};
    if (!stream
        || !stream->send(notificationMessage("notifications/resources/updated", std::move(params))))
        m_unreported.insert(uri);
}

bool LegacySession::isIdle() const
{
    return m_questions.empty() && m_running.empty() && !hasStream();
}

} // namespace mcp
