// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "attachments/UploadQuota.h"
#include "attachments/UploadStore.h"
#include "core/Clock.h"
#include "core/Random.h"
#include "s3/Client.h"

#include <QTimer>

#include <chrono>
#include <memory>

namespace attachments {

/// Keeps uploaded files in S3, where every server that shares the bucket and the keys finds them.
/// S3 sees sealed chunks, the time when a file expires, and an id. What this process has stored it
/// counts, and deletes when it expires; what is left of others is for a lifecycle rule of the
/// bucket.
class S3Uploads final : public UploadStore
{
public:
    struct Times
    {
        std::chrono::milliseconds turn{60000}; ///< until a file may be stored
        /// The client sends it meanwhile. What keeps it going is the pace that http::Limits asks
        /// for (bodyTime, bodyRate): whoever breaks that loses the turn.
        std::chrono::milliseconds store{std::chrono::hours(1)};
        std::chrono::milliseconds open{10000}; ///< until the first bytes are there
        std::chrono::milliseconds read{std::chrono::minutes(5)}; ///< of a whole file
        std::chrono::milliseconds remove{20000};
    };

    /// All references outlive it, and it outlives its tasks.
    S3Uploads(s3::Client &client, Limits limits, Times times, const core::Clock &clock,
              core::Random &random);
    ~S3Uploads() override;
    S3Uploads(const S3Uploads &) = delete;
    S3Uploads &operator=(const S3Uploads &) = delete;

    const Limits &limits() const override { return m_limits; }
    core::Task<core::Result<std::uint64_t>> store(Ticket ticket, core::ByteSource &source) override;
    core::Task<core::Result<std::unique_ptr<core::ByteSource>>>
    open(Ticket ticket, core::Cancellation cancellation) const override;

private:
    core::Task<void> sweep();

    s3::Client &m_client;
    Limits m_limits;
    Times m_times;
    const core::Clock &m_clock;
    core::Random &m_random;
    UploadQuota m_quota; ///< by key
    QTimer m_sweepTimer;
    core::CancellationSource m_stop; ///< of what it deletes
};

} // namespace attachments
