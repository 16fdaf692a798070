// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailconnect/Inspection.h"

#include "mailconnect/Explanation.h"

#include <algorithm>
#include <array>
#include <utility>

namespace mailconnect {

namespace {

Finding findingOf(const core::Error &error)
{
    switch (error.kind) {
    case core::ErrorKind::DeadlineExceeded:
        return Finding::NoAnswer;
    case core::ErrorKind::Unavailable:
    case core::ErrorKind::TooLarge:
        return Finding::ConnectionLost;
    case core::ErrorKind::Protocol:
        return Finding::NotThisProtocol;
    default:
        return Finding::Failed;
    }
}

/// What the server said, if the detail of an error is that, and not what our own side says of a
/// connection that is gone or a line that makes no sense.
std::string_view serverWords(std::string_view detail)
{
    constexpr std::array beginnings{"*", "BYE", "NO", "BAD"};
    const bool isReply = !detail.empty() && detail.front() >= '2' && detail.front() <= '5';
    return isReply
                   || std::ranges::any_of(
                       beginnings,
                       [detail](const char *beginning) { return detail.starts_with(beginning); })
               ? detail
               : std::string_view();
}

const account::ServerEndpoint &endpointOf(Service service, const DiagnosisRequest &request)
{
    return service == Service::Imap ? *request.imap : *request.smtp;
}

} // namespace

Inspection::Inspection(Service inspected, const DiagnosisRequest &wanted,
                       const StepListener &onStep, core::Cancellation stop, const bool &timeIsUp)
    : request(wanted)
    , endpoint(endpointOf(inspected, wanted))
    , server(endpoint.host + ":" + std::to_string(endpoint.port))
    , log(inspected, wanted.limits, onStep)
    , cancellation(std::move(stop))
    , isTimeUp(timeIsUp)
{}

net::Conversation *Inspection::conversation()
{
    return request.transcript == TranscriptUse::Wanted ? &recorder : nullptr;
}

void Inspection::noteEncryption()
{
    if (conversation())
        recorder.note("TLS");
}

Outcome Inspection::failed(const core::Error &error) const
{
    if (error.kind == core::ErrorKind::Cancelled || cancellation.isCancelled())
        return explained(isTimeUp ? StepState::Failed : StepState::Skipped,
                         isTimeUp ? Finding::TimeIsUp : Finding::Cancelled, server);
    return explained(StepState::Failed, findingOf(error), server, serverWords(error.detail));
}

Outcome Inspection::loginFailed(Finding finding, const core::Error &error) const
{
    auto outcome = explained(StepState::Failed, finding, server, error.detail);
    outcome.providerHint = providerHint(endpoint.host, greeting + "\n" + error.detail);
    return outcome;
}

Outcome Inspection::found(StepState state, Finding finding, StepDetails details) const
{
    return explained(state, finding, server, {}, std::move(details));
}

bool areTokensOnly(const std::vector<std::string> &mechanisms)
{
    return !mechanisms.empty() && std::ranges::all_of(mechanisms, [](const std::string &name) {
        return name == "XOAUTH2" || name == "OAUTHBEARER";
    });
}

} // namespace mailconnect
