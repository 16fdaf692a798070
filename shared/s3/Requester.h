// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Cancellation.h"
#include "core/Clock.h"
#include "core/Random.h"
#include "core/Result.h"
#include "core/Task.h"
#include "s3/Bucket.h"
#include "s3/Limits.h"
#include "s3/Refusal.h"
#include "s3/Signer.h"
#include "transfer/Loop.h"
#include "transfer/Transfer.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace s3 {

/// One request about one object. The views outlive it.
struct Call
{
    std::string method;
    std::string key;
    NamedValues query;
    NamedValues headers;
    std::string_view body;
    std::string payloadHash; ///< hexadecimal SHA-256 of the body
    /// Called with each attempt before it begins, for whoever wants the body of the answer.
    std::function<void(transfer::Transfer &)> prepare;
    /// Whether a failed attempt may be followed by another one; empty: always.
    std::function<bool()> mayRepeat;
};

/// The value of Content-Length, if it is a number.
std::optional<std::uint64_t> contentLength(const transfer::Response &response);

/// Signs requests, sends them, and sends them again where that helps: after failures that pass,
/// with jittered pauses; once after the service named another region; once after it refused our
/// clock, from then on by its own. Redirects are never followed. Main thread only.
class Requester
{
public:
    struct Options
    {
        std::string userAgent;
        std::string caFile; ///< PEM file of the only authorities that are trusted; empty: system
        Limits limits;
    };

    /// `clock` and `random` outlive it.
    Requester(Bucket bucket, Credentials credentials, const core::Clock &clock,
              core::Random &random, Options options);

    /// A 2xx answer, or Unavailable; UntrustedPeer; Unauthenticated; PermissionDenied; NotFound;
    /// Conflict; TooLarge; Unsupported; Protocol; DeadlineExceeded; Cancelled. `call` outlives the
    /// task.
    core::Task<core::Result<transfer::Response>> send(const Call &call, core::Deadline deadline,
                                                      core::Cancellation cancellation);

    const Bucket &bucket() const { return m_bucket; }
    const Signer &signer() const { return m_signer; }
    const Limits &limits() const { return m_options.limits; }
    /// The time as the service has it.
    std::chrono::system_clock::time_point now() const { return m_clock.now() + m_clockOffset; }

private:
    core::Task<core::Result<transfer::Response>> attempt(const Call &call, core::Deadline deadline,
                                                         core::Cancellation cancellation);
    core::Task<core::Result<core::Done>> pause(std::size_t failures, core::Deadline deadline,
                                               core::Cancellation cancellation);
    bool adjustClock(const Refusal &refusal, const transfer::Response &response);

    Bucket m_bucket;
    Signer m_signer;
    const core::Clock &m_clock;
    core::Random &m_random;
    Options m_options;
    transfer::Loop m_loop;
    std::chrono::seconds m_clockOffset{0};
};

} // namespace s3
