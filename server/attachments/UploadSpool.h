// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "attachments/UploadQuota.h"
#include "attachments/UploadStore.h"
#include "core/Clock.h"
#include "core/Random.h"

#include <QTimer>

#include <cstdint>
#include <memory>
#include <string>

namespace attachments {

/// Keeps uploaded files in a directory, which belongs to one running program; what an earlier run
/// stored is counted for nobody, and served until it expires. Files are named after their expiry
/// and the id of their link, so that a sweep needs no list. The disk is used on worker threads.
class UploadSpool final : public UploadStore
{
public:
    /// The directory is made when the first file comes, for its owner only. What has expired is
    /// removed by itself. Clock and random must outlive the spool, which outlives its tasks.
    UploadSpool(std::string directory, Limits limits, const core::Clock &clock,
                core::Random &random);
    ~UploadSpool() override;
    UploadSpool(const UploadSpool &) = delete;
    UploadSpool &operator=(const UploadSpool &) = delete;

    const Limits &limits() const override { return m_limits; }
    core::Task<core::Result<std::uint64_t>> store(Ticket ticket, core::ByteSource &source) override;
    core::Task<core::Result<std::unique_ptr<core::ByteSource>>>
    open(Ticket ticket, core::Cancellation cancellation) const override;

    /// With what is on its way.
    std::uint64_t storedBytes() const { return m_quota.bytes(); }

private:
    core::Task<void> sweep();
    std::string pathOf(const std::string &name) const;

    std::string m_directory;
    Limits m_limits;
    const core::Clock &m_clock;
    core::Random &m_random;
    UploadQuota m_quota; ///< by file name
    QTimer m_sweepTimer;
};

} // namespace attachments
