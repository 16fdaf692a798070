// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Cancellation.h"
#include "core/Clock.h"
#include "core/Result.h"
#include "core/Task.h"
#include "fetch/Fetcher.h"
#include "state/StateStore.h"
#include "tokens/ClientId.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace oauth {

/// Fetches a document of a client; the application plugs fetch::Fetcher in.
using FetchDocument = std::function<core::Task<core::Result<fetch::Response>>(
    fetch::HttpsUrl url, core::Cancellation cancellation)>;

/// Clients whose client_id is the https URL of a document that describes them
/// (draft-ietf-oauth-client-id-metadata-document). Whoever controls the host vouches for the
/// redirect URIs; there is no secret, so each is a public client.
///
/// Documents are kept for as long as their Cache-Control says, within limits, failures for a
/// moment. One that is out of date goes on serving while it is fetched again. Everybody may ask for
/// any URL, so what leads to a fetch is counted by the address it comes from, and for documents
/// that are not known by the host it goes to; who uses that up shuts out nobody who is known.
class ClientMetadataDocuments
{
public:
    struct Limits
    {
        std::size_t entries = 500; ///< in memory; the one that was not asked for longest makes room
        std::chrono::seconds shortest = std::chrono::minutes(5); ///< kept, whatever the header says
        std::chrono::seconds longest = std::chrono::hours(24);
        std::chrono::seconds unsaid = std::chrono::hours(1); ///< kept if it does not say
        std::chrono::seconds failure{30};
        /// How long beyond that a document serves when its host does not answer.
        std::chrono::seconds stale = std::chrono::hours(1);
        state::Rate perAddress{.interval = std::chrono::seconds(10), .burst = 20};
        state::Rate perHost{.interval = std::chrono::seconds(5), .burst = 20};
    };

    /// Store and clock outlive it.
    ClientMetadataDocuments(FetchDocument fetch, state::StateStore &store, const core::Clock &clock,
                            Limits limits);

    /// True for what is meant as such a URL, good or not.
    static bool recognises(std::string_view clientId);

    /// The client, without mail servers. Errors carry a sentence for the page: InvalidArgument for
    /// a URL or a document that is wrong, Busy over a rate limit, else those of fetch::Fetcher.
    core::Task<core::Result<tokens::ClientId>> find(std::string clientId, std::string clientAddress,
                                                    core::Cancellation cancellation);

private:
    using Outcome = core::Result<tokens::ClientId>;
    struct Entry
    {
        Outcome outcome;
        std::int64_t freshUntil;
        std::int64_t usableUntil; ///< for a document: until then it serves in place of none
        std::uint64_t lastUse;

        bool isUsable(std::int64_t now) const { return outcome && now < usableUntil; }
    };
    enum class Acquaintance { New, Known };

    core::Task<core::Result<core::Done>> takeFetch(std::string clientAddress, std::string host,
                                                   Acquaintance acquaintance);
    void remember(const std::string &clientId, const Outcome &outcome, std::chrono::seconds age);
    /// What is remembered, out of date or not; null if nothing is.
    Entry *recall(const std::string &clientId);

    FetchDocument m_fetch;
    state::StateStore &m_store;
    const core::Clock &m_clock;
    Limits m_limits;
    std::map<std::string, Entry, std::less<>> m_entries;
    std::uint64_t m_uses = 0;
};

} // namespace oauth
