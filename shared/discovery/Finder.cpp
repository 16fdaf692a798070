// SPDX-License-Identifier: GPL-3.0-or-later
#include "discovery/Finder.h"

#include "core/Async.h"
#include "discovery/Autoconfig.h"
#include "discovery/Guesses.h"
#include "discovery/Presets.h"
#include "discovery/Publications.h"
#include "net/TimeLimit.h"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace discovery {

namespace {

using account::Security;

struct Service
{
    std::string_view name;
    Protocol protocol;
    Security security;
};

/// Implicit TLS is to be preferred (RFC 8314 §3).
constexpr std::array services = {
    Service{"_imaps._tcp.", Protocol::Imap, Security::ImplicitTls},
    Service{"_imap._tcp.", Protocol::Imap, Security::StartTls},
    Service{"_submissions._tcp.", Protocol::Smtp, Security::ImplicitTls},
    Service{"_submission._tcp.", Protocol::Smtp, Security::StartTls},
};

void append(std::vector<ServerCandidate> &servers, const std::vector<ServerCandidate> &more)
{
    for (const auto &candidate : more) {
        const auto isIt = [&candidate](const ServerCandidate &other) {
            return other.endpoint == candidate.endpoint;
        };
        if (std::ranges::none_of(servers, isIt))
            servers.push_back(candidate);
    }
}

/// Adds what one place said to what better ones have said.
void append(FoundSettings &found, const FoundSettings &answer)
{
    append(found.imap, answer.imap);
    append(found.smtp, answer.smtp);
    if (found.providerName.empty())
        found.providerName = answer.providerName;
    for (const auto &hint : answer.hints) {
        if (std::ranges::find(found.hints, hint) == found.hints.end())
            found.hints.push_back(hint);
    }
}

/// A cancellation that also fires when the time is over.
class Stop
{
public:
    Stop(core::Deadline deadline, const core::Cancellation &cancellation)
        : m_limit(deadline, cancellation,
                  [source = m_source](core::ErrorKind) mutable { source->cancel(); })
    {
        if (cancellation.isCancelled())
            m_source->cancel();
    }

    core::Cancellation token() const { return m_source->token(); }

private:
    std::shared_ptr<core::CancellationSource> m_source =
        std::make_shared<core::CancellationSource>();
    net::TimeLimit m_limit;
};

core::Task<void> askEverybody(const Inquiry &inquiry, const FindOptions &options,
                              FoundSettings &found)
{
    const auto &query = inquiry.query;
    const std::string autoconfig = "https://autoconfig." + query.domain() + "/mail/config-v1.1.xml";
    const std::string wellKnown =
        "https://" + query.domain() + "/.well-known/autoconfig/mail/config-v1.1.xml";

    // One answer for each question, in the order in which they count.
    std::array<FoundSettings, 6 + services.size()> answers;
    auto *answer = answers.data();
    std::vector<core::Task<void>> questions;
    if (!query.isAddress()) {
        for (const auto protocol : {Protocol::Imap, Protocol::Smtp}) {
            std::vector<std::string> host{query.domain()};
            questions.push_back(
                tryHosts(inquiry, protocol, Source::Typed, std::move(host), *answer++));
        }
    }
    if (!query.isAddressLiteral()) {
        questions.push_back(askMx(inquiry, options.ispdb, *answer++));
        Origin origin{.source = Source::Autoconfig, .place = autoconfig};
        questions.push_back(askAutoconfig(inquiry, origin, TellAddress::Yes, *answer++));
        origin = {.source = Source::WellKnown, .place = wellKnown};
        questions.push_back(askAutoconfig(inquiry, origin, TellAddress::Yes, *answer++));
        if (options.ispdb == FindOptions::ThirdParty::MayBeAsked) {
            origin = ispdbOrigin(query.domain());
            questions.push_back(askAutoconfig(inquiry, origin, TellAddress::No, *answer++));
        }
        for (const auto &service : services)
            questions.push_back(
                askSrv(inquiry, service.protocol, service.security, service.name, *answer++));
    }
    co_await core::all(std::move(questions));
    for (const auto &one : answers)
        append(found, one);
}

core::Task<void> guess(const Inquiry &inquiry, FoundSettings &found)
{
    std::vector<core::Task<void>> trials;
    for (const auto protocol : {Protocol::Imap, Protocol::Smtp}) {
        if (!(protocol == Protocol::Imap ? found.imap : found.smtp).empty())
            continue;
        auto hosts = usualHosts(protocol, inquiry.query.domain());
        if (!inquiry.query.isAddress())
            std::erase(hosts, inquiry.query.domain()); // it was tried as it was typed
        trials.push_back(tryHosts(inquiry, protocol, Source::Guess, std::move(hosts), found));
    }
    co_await core::all(std::move(trials));
}

} // namespace

Report::Report(const Inquiry &inquiry, Origin origin)
    : m_inquiry(inquiry)
    , m_origin(std::move(origin))
{
    tell(Progress::State::Asking);
}

void Report::answered(bool isSomething) const
{
    tell(isSomething ? Progress::State::Found : Progress::State::Nothing);
}

void Report::failed(const core::Error &error) const
{
    using core::ErrorKind;
    if (error.kind == ErrorKind::Unavailable)
        tell(Progress::State::Nothing); // there is nobody
    else if (error.kind == ErrorKind::Cancelled)
        tell(Progress::State::Failed,
             core::Error(ErrorKind::DeadlineExceeded, "There was no answer in time."));
    else
        tell(Progress::State::Failed, error);
}

void Report::tell(Progress::State state, std::optional<core::Error> error) const
{
    if (!m_inquiry.listener)
        return;
    const auto elapsed = std::chrono::steady_clock::now() - m_begin;
    m_inquiry.listener({.origin = m_origin,
                        .state = state,
                        .elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(elapsed),
                        .error = std::move(error)});
}

Means systemMeans(fetch::Fetcher &fetcher, const net::TlsPolicy &policy)
{
    return {.fetch =
                [&fetcher](fetch::HttpsUrl url, core::Cancellation cancellation) {
                    return fetcher.get(std::move(url), "text/xml, application/xml",
                                       std::move(cancellation));
                },
            .lookUpSrv = &discovery::lookUpSrv,
            .lookUpMx = &discovery::lookUpMx,
            .probe = probeWith(policy)};
}

fetch::Limits Finder::fetchLimits()
{
    fetch::Limits limits;
    limits.body = AutoconfigLimits::bytes;
    return limits;
}

core::Task<core::Result<FoundSettings>> Finder::find(const Query &query, const FindOptions &options,
                                                     ProgressListener listener,
                                                     core::Cancellation cancellation) const
{
    return run(query, options, std::move(listener), std::move(cancellation));
}

core::Task<core::Result<FoundSettings>> Finder::run(Query query, FindOptions options,
                                                    ProgressListener listener,
                                                    core::Cancellation cancellation) const
{
    FoundSettings found;
    if (const auto *const provider = providerFor(query)) {
        const core::Deadline now = core::deadlineIn(std::chrono::milliseconds(0));
        const Inquiry inquiry{m_means, query, listener, now, cancellation};
        const Report report(inquiry, {.source = Source::Preset, .place = provider->name});
        report.answered(true);
        co_return settingsOf(*provider, query);
    }
    {
        const auto deadline = core::deadlineIn(options.published);
        const Stop stop(deadline, cancellation);
        const Inquiry inquiry{m_means, query, listener, deadline, stop.token()};
        co_await askEverybody(inquiry, options, found);
    }
    if (!found.isComplete() && !query.isAddressLiteral() && !cancellation.isCancelled()) {
        const auto deadline = core::deadlineIn(options.guesses);
        const Stop stop(deadline, cancellation);
        const Inquiry inquiry{m_means, query, listener, deadline, stop.token()};
        co_await guess(inquiry, found);
    }
    if (cancellation.isCancelled())
        co_return core::Error(core::ErrorKind::Cancelled, "cancelled");
    co_return found;
}

} // namespace discovery
