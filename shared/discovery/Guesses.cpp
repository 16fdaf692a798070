// SPDX-License-Identifier: GPL-3.0-or-later
#include "discovery/Guesses.h"

#include "core/Async.h"

#include <array>
#include <utility>

namespace discovery {

namespace {

using account::Security;
using account::ServerEndpoint;

struct Port
{
    std::uint16_t number;
    Security security;
};

/// The better one first (RFC 8314 §3).
constexpr std::array imapPorts = {Port{993, Security::ImplicitTls}, Port{143, Security::StartTls}};
constexpr std::array smtpPorts = {Port{465, Security::ImplicitTls}, Port{587, Security::StartTls}};

struct Trial
{
    ServerEndpoint endpoint;
    bool isThere = false;
    std::optional<core::Error> error = {};
};

core::Task<void> tryOne(const Inquiry &inquiry, Protocol protocol, Trial &trial)
{
    ServerEndpoint endpoint = trial.endpoint;
    const auto outcome = co_await inquiry.means.probe(protocol, std::move(endpoint),
                                                      inquiry.deadline, inquiry.cancellation);
    trial.isThere = static_cast<bool>(outcome);
    if (!outcome)
        trial.error = outcome.error();
}

} // namespace

std::vector<std::string> usualHosts(Protocol protocol, const std::string &domain)
{
    const std::string first = protocol == Protocol::Imap ? "imap." : "smtp.";
    return {first + domain, "mail." + domain, domain};
}

core::Task<void> tryHosts(const Inquiry &inquiry, Protocol protocol, Source source,
                          std::vector<std::string> hosts, FoundSettings &answer)
{
    const Origin origin{.source = source, .place = std::string(nameOf(protocol))};
    const Report report(inquiry, origin);
    std::vector<Trial> trials;
    for (auto &host : hosts) {
        for (const auto &port : protocol == Protocol::Imap ? imapPorts : smtpPorts)
            trials.push_back(
                {.endpoint = {.host = host, .port = port.number, .security = port.security}});
    }
    std::vector<core::Task<void>> tasks;
    tasks.reserve(trials.size());
    for (auto &trial : trials)
        tasks.push_back(tryOne(inquiry, protocol, trial));
    co_await core::all(std::move(tasks));

    auto &servers = protocol == Protocol::Imap ? answer.imap : answer.smtp;
    std::optional<core::Error> untrusted;
    for (const auto &trial : trials) {
        if (trial.isThere)
            servers.push_back({.endpoint = trial.endpoint, .origin = origin, .isVerified = true});
        else if (trial.error && trial.error->kind == core::ErrorKind::UntrustedPeer)
            untrusted = untrusted ? untrusted : trial.error;
    }
    if (servers.empty() && untrusted)
        report.failed(*untrusted);
    else
        report.answered(!servers.empty());
}

} // namespace discovery
