// SPDX-License-Identifier: GPL-3.0-or-later
#include "discovery/Publications.h"

#include "core/PercentEncoding.h"
#include "discovery/Autoconfig.h"
#include "discovery/Presets.h"

#include <QUrl>

#include <algorithm>
#include <utility>

namespace discovery {

namespace {

constexpr int mostRedirects = 3;
constexpr int ok = 200;

/// Where a redirect goes, or nothing if this is none or goes where we do not follow.
std::optional<fetch::HttpsUrl> redirectOf(const fetch::Response &response,
                                          const fetch::HttpsUrl &from)
{
    const bool isRedirect = response.status == 301 || response.status == 302
                            || response.status == 303 || response.status == 307
                            || response.status == 308;
    const auto location = response.header("location");
    if (!isRedirect || location.empty())
        return std::nullopt;
    const QUrl base(QString::fromStdString(from.text()), QUrl::StrictMode);
    const auto target = base.resolved(QUrl(QString::fromStdString(location), QUrl::StrictMode));
    auto url = fetch::HttpsUrl::parse(target.toEncoded().toStdString());
    if (!url)
        return std::nullopt;
    return std::move(*url);
}

core::Task<core::Result<fetch::Response>> fetchFollowing(const Inquiry &inquiry,
                                                         fetch::HttpsUrl url)
{
    for (int redirects = 0;; ++redirects) {
        auto response = co_await inquiry.means.fetch(url, inquiry.cancellation);
        if (!response)
            co_return response.error();
        auto next = redirectOf(*response, url);
        if (!next || redirects == mostRedirects)
            co_return std::move(*response);
        url = std::move(*next);
    }
}

bool isWithin(std::string_view host, const std::string &domain)
{
    return host == domain || host.ends_with('.' + domain);
}

/// The last labels of a host: "a.b.c.d" with 2 is "c.d"; empty if it has fewer.
std::string_view lastLabels(std::string_view host, int count)
{
    auto dot = host.size();
    for (; count > 0 && dot != std::string_view::npos; --count)
        dot = dot == 0 ? std::string_view::npos : host.rfind('.', dot - 1);
    if (count > 0)
        return {};
    return dot == std::string_view::npos ? host : host.substr(dot + 1);
}

} // namespace

Origin ispdbOrigin(const std::string &domain)
{
    return {.source = Source::Ispdb, .place = "https://autoconfig.thunderbird.net/v1.1/" + domain};
}

core::Task<void> askAutoconfig(const Inquiry &inquiry, Origin origin, TellAddress tellAddress,
                               FoundSettings &answer)
{
    const Report report(inquiry, origin);
    std::string text = origin.place;
    if (tellAddress == TellAddress::Yes && inquiry.query.isAddress())
        text += "?emailaddress=" + core::percentEncoded(inquiry.query.emailAddress());
    auto url = fetch::HttpsUrl::parse(text);
    if (!url) {
        report.failed(url.error());
        co_return;
    }
    const auto response = co_await fetchFollowing(inquiry, std::move(*url));
    if (!response) {
        report.failed(response.error());
        co_return;
    }
    if (response->status != ok) {
        report.answered(false);
        co_return;
    }
    auto found = readAutoconfig(response->body, inquiry.query, origin);
    if (!found) {
        report.failed(found.error());
        co_return;
    }
    report.answered(!found->isEmpty());
    answer = std::move(*found);
}

core::Task<void> askSrv(const Inquiry &inquiry, Protocol protocol, account::Security security,
                        std::string_view service, FoundSettings &answer)
{
    const Origin origin{.source = Source::Srv,
                        .place = std::string(service) + inquiry.query.domain()};
    const Report report(inquiry, origin);
    std::string name = origin.place;
    const auto records =
        co_await inquiry.means.lookUpSrv(std::move(name), inquiry.deadline, inquiry.cancellation);
    if (!records) {
        report.failed(records.error());
        co_return;
    }
    auto &servers = protocol == Protocol::Imap ? answer.imap : answer.smtp;
    for (const auto &record : inOrderOfTrial(*records))
        servers.push_back(
            {.endpoint = {.host = record.target, .port = record.port, .security = security},
             // The whole address is what is to be tried first (RFC 6186 §4).
             .userName = userNameFor(UserName::Form::EmailAddress, inquiry.query),
             .origin = origin,
             .needsConfirmation = !isWithin(record.target, inquiry.query.domain())});
    report.answered(!servers.empty());
}

core::Task<void> askMx(const Inquiry &inquiry, FindOptions::ThirdParty ispdb, FoundSettings &answer)
{
    std::string name = inquiry.query.domain();
    auto records =
        co_await inquiry.means.lookUpMx(std::move(name), inquiry.deadline, inquiry.cancellation);
    if (!records)
        co_return; // what the other questions to the name service say is reported already
    std::ranges::stable_sort(*records, {}, &MxRecord::preference);
    for (const auto &record : *records) {
        if (const auto *const provider = providerOfExchange(record.exchange)) {
            const Report report(inquiry, {.source = Source::Preset, .place = provider->name});
            answer = settingsOf(*provider, inquiry.query);
            report.answered(true);
            co_return;
        }
    }
    if (ispdb == FindOptions::ThirdParty::Never || records->empty())
        co_return;
    // Like Thunderbird: the domain of the exchange may be two labels long or three (.co.uk).
    for (const int labels : {3, 2}) {
        const std::string domain(lastLabels(records->front().exchange, labels));
        if (domain.empty() || domain == inquiry.query.domain())
            continue;
        co_await askAutoconfig(inquiry, ispdbOrigin(domain), TellAddress::No, answer);
        if (!answer.isEmpty())
            co_return;
    }
}

} // namespace discovery
