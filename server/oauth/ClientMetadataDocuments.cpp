// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/ClientMetadataDocuments.h"

#include "core/Ascii.h"
#include "core/Log.h"
#include "http/ClientAddress.h"
#include "oauth/ClientMetadata.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace oauth {

namespace {

using core::Error;
using core::ErrorKind;

const core::Log logger("oauth");

Error badDocument(std::string_view reason)
{
    return {ErrorKind::InvalidArgument, "The document that describes the assistant cannot be used: "
                                            + std::string(reason) + "."};
}

bool isJson(std::string_view contentType)
{
    const auto type = core::trimmed(contentType.substr(0, contentType.find(';')));
    return core::equalsIgnoringCase(type, "application/json")
           || (type.size() > 5 && core::equalsIgnoringCase(type.substr(type.size() - 5), "+json"));
}

/// A client without a secret: it says so, says nothing, or offers it among others.
bool isPublic(const ClientMetadata &metadata)
{
    return metadata.authenticationMethod.empty() || metadata.authenticationMethod == "none"
           || std::ranges::find(metadata.authenticationMethods, "none")
                  != metadata.authenticationMethods.end();
}

core::Result<tokens::ClientId> readDocument(const fetch::HttpsUrl &url,
                                            const fetch::Response &response)
{
    if (response.status != 200)
        return badDocument("its address answers with status " + std::to_string(response.status));
    if (!isJson(response.header("content-type")))
        return badDocument("it is not JSON");
    const auto metadata = ClientMetadata::read(response.body);
    if (!metadata)
        return badDocument(metadata.error().description);
    if (metadata->clientId != url.text())
        return badDocument("its client_id is not its own address");
    if (metadata->holdsSecret)
        return badDocument("it holds a secret, which everybody can read");
    if (metadata->name.empty())
        return badDocument("it has no client_name");
    if (!isPublic(*metadata))
        return badDocument("it asks for " + metadata->authenticationMethod.substr(0, 40)
                           + ", and only token_endpoint_auth_method \"none\" is possible here");
    tokens::ClientId client;
    client.type = tokens::ClientId::Type::Public;
    client.redirectUris = metadata->redirectUris;
    client.name = metadata->name;
    client.maximalScopes = clients::ScopeSet::all();
    client.hash = tokens::clientHashOf(url.text());
    client.documentHost = url.host();
    return client;
}

/// How long the answer may be kept (RFC 9111 §4.2.1, §5.2.2); nothing if it does not say.
std::optional<std::chrono::seconds> freshnessOf(const fetch::Response &response)
{
    std::optional<std::chrono::seconds> freshness;
    const std::string control = core::toLower(response.header("cache-control"));
    for (std::string_view rest = control; !rest.empty();) {
        const auto end = std::min(rest.find(','), rest.size());
        const auto directive = core::trimmed(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (directive == "no-store" || directive == "no-cache")
            return std::chrono::seconds(0);
        constexpr std::string_view maxAge = "max-age=";
        if (!directive.starts_with(maxAge))
            continue;
        std::uint32_t seconds = 0;
        const auto digits = directive.substr(maxAge.size());
        const auto [stop, error] =
            std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
        if (error == std::errc() && stop == digits.data() + digits.size())
            freshness = std::chrono::seconds(seconds);
    }
    return freshness;
}

/// The host did not say that the document is gone or wrong; it said nothing.
bool isOutage(const core::Result<fetch::Response> &response)
{
    return response ? response->status >= 500 || response->status == 429
                    : response.error().kind != ErrorKind::InvalidArgument;
}

} // namespace

ClientMetadataDocuments::ClientMetadataDocuments(FetchDocument fetch, state::StateStore &store,
                                                 const core::Clock &clock, Limits limits)
    : m_fetch(std::move(fetch))
    , m_store(store)
    , m_clock(clock)
    , m_limits(limits)
{}

bool ClientMetadataDocuments::recognises(std::string_view clientId)
{
    return clientId.find("://") != std::string_view::npos;
}

core::Task<core::Result<tokens::ClientId>>
ClientMetadataDocuments::find(std::string clientId, std::string clientAddress,
                              core::Cancellation cancellation)
{
    const auto url = fetch::HttpsUrl::parse(clientId);
    if (!url)
        co_return Error(ErrorKind::InvalidArgument,
                        "The assistant's client ID is a URL that cannot be used: it "
                            + url.error().message + ".");
    if (url->path() == "/")
        co_return Error(ErrorKind::InvalidArgument,
                        "The assistant's client ID is a URL that cannot be used: it has no path.");
    auto acquaintance = Acquaintance::New;
    bool isRenewal = false;
    if (auto *entry = recall(clientId)) {
        const auto now = m_clock.secondsSinceEpoch();
        if (now < entry->freshUntil)
            co_return entry->outcome;
        if (entry->isUsable(now)) {
            // Whoever else asks in the meantime gets the old one; so one fetch is under way.
            entry->freshUntil = now + m_limits.failure.count();
            isRenewal = true;
        }
        if (entry->outcome)
            acquaintance = Acquaintance::Known;
    }
    if (!isRenewal) {
        const auto allowed = co_await takeFetch(clientAddress, url->host(), acquaintance);
        if (!allowed)
            co_return allowed.error();
    }

    const auto response = co_await m_fetch(*url, cancellation);
    if (!response && response.error().kind == ErrorKind::Cancelled)
        co_return response.error();
    if (isOutage(response)) {
        const auto *old = recall(clientId);
        if (old != nullptr && old->isUsable(m_clock.secondsSinceEpoch()))
            co_return old->outcome;
    }
    Outcome outcome = response ? readDocument(*url, *response) : Outcome(response.error());
    if (outcome) {
        const auto said = freshnessOf(*response).value_or(m_limits.unsaid);
        remember(clientId, outcome, std::clamp(said, m_limits.shortest, m_limits.longest));
        co_return outcome;
    }
    logger.info("client_document_refused", {{"host", url->host()},
                                            {"reason", core::nameOf(outcome.error().kind)},
                                            {"detail", outcome.error().detail}});
    // Our own rush is over in a moment; nothing was learnt about the document.
    if (outcome.error().kind != ErrorKind::Busy)
        remember(clientId, outcome, m_limits.failure);
    co_return outcome;
}

core::Task<core::Result<core::Done>> ClientMetadataDocuments::takeFetch(std::string clientAddress,
                                                                        std::string host,
                                                                        Acquaintance acquaintance)
{
    const std::string group = http::addressGroup(clientAddress);
    auto allowance = co_await m_store.take("client-document-address", group, m_limits.perAddress);
    if (allowance && allowance->isAllowed && acquaintance == Acquaintance::New)
        allowance = co_await m_store.take("client-document-host", host, m_limits.perHost);
    if (!allowance)
        co_return allowance.error();
    if (!allowance->isAllowed) {
        logger.warn("client_document_throttled",
                    {{"host", host}, {"client_address", clientAddress}});
        co_return Error(ErrorKind::Busy,
                        "Too many assistants were introduced in a short time. Wait a minute.");
    }
    co_return core::Done{};
}

void ClientMetadataDocuments::remember(const std::string &clientId, const Outcome &outcome,
                                       std::chrono::seconds age)
{
    const auto freshUntil = m_clock.secondsSinceEpoch() + age.count();
    if (m_entries.size() >= m_limits.entries && !m_entries.contains(clientId))
        m_entries.erase(std::ranges::min_element(
            m_entries, {}, [](const auto &item) { return item.second.lastUse; }));
    m_entries.insert_or_assign(clientId, Entry{.outcome = outcome,
                                               .freshUntil = freshUntil,
                                               .usableUntil = freshUntil + m_limits.stale.count(),
                                               .lastUse = ++m_uses});
}

ClientMetadataDocuments::Entry *ClientMetadataDocuments::recall(const std::string &clientId)
{
    const auto entry = m_entries.find(clientId);
    if (entry == m_entries.end())
        return nullptr;
    entry->second.lastUse = ++m_uses;
    return &entry->second;
}

} // namespace oauth
