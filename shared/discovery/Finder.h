// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Cancellation.h"
#include "core/Clock.h"
#include "core/Result.h"
#include "core/Task.h"
#include "discovery/Dns.h"
#include "discovery/FoundSettings.h"
#include "discovery/Probe.h"
#include "discovery/Query.h"
#include "fetch/Fetcher.h"

#include <chrono>
#include <functional>
#include <optional>
#include <string>

namespace discovery {

/// One place that is asked, for those who watch.
struct Progress
{
    enum class State { Asking, Found, Nothing, Failed };

    Origin origin; ///< the same for all reports about one place
    State state = State::Asking;
    std::chrono::milliseconds elapsed{0};  ///< since it was asked
    std::optional<core::Error> error = {}; ///< of Failed
};

using ProgressListener = std::function<void(const Progress &)>;

/// Fetches a document; the end of fetch::Fetcher::get().
using Fetch = std::function<core::Task<core::Result<fetch::Response>>(
    fetch::HttpsUrl url, core::Cancellation cancellation)>;

/// What the finder works with.
struct Means
{
    Fetch fetch;
    LookUpSrv lookUpSrv;
    LookUpMx lookUpMx;
    Probe probe;
};

/// Those of the program. The fetcher, made with Finder::fetchLimits(), outlives them.
Means systemMeans(fetch::Fetcher &fetcher, const net::TlsPolicy &policy);

struct FindOptions
{
    enum class ThirdParty {
        Never,
        MayBeAsked, ///< Thunderbird's database learns the domain, and nothing else
    };

    ThirdParty ispdb = ThirdParty::Never;
    std::chrono::milliseconds published{6000}; ///< for all that is looked up, which goes on at once
    std::chrono::milliseconds guesses{4000};   ///< for all guesses together
};

/// Finds the mail servers of an e-mail address or of a host. A provider of the table is the answer
/// at once and nobody is asked. Else all that publish something are asked at the same time, and
/// what nobody says is guessed: a guess counts when a server answers there with a good certificate.
/// Main thread only.
class Finder
{
public:
    /// `means` outlive it.
    explicit Finder(const Means &means)
        : m_means(means)
    {}

    /// Limits of the fetcher for the small documents that are read here.
    static fetch::Limits fetchLimits();

    /// Never fails for what others say: who gives no usable answer is reported to `listener` and
    /// counts as silent. Cancelled is the only error. `listener` may be empty; it must not destroy
    /// the finder, and both outlive the task.
    core::Task<core::Result<FoundSettings>> find(const Query &query, const FindOptions &options,
                                                 ProgressListener listener,
                                                 core::Cancellation cancellation) const;

private:
    core::Task<core::Result<FoundSettings>> run(Query query, FindOptions options,
                                                ProgressListener listener,
                                                core::Cancellation cancellation) const;

    const Means &m_means;
};

} // namespace discovery
