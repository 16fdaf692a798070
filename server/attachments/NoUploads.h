// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "attachments/UploadStore.h"

namespace attachments {

/// Takes no files, and says why: several servers share a store, and nothing that all of them could
/// keep files in. One of them would not find what another one has stored.
class NoUploads final : public UploadStore
{
public:
    explicit NoUploads(Limits limits)
        : m_limits(limits)
    {}

    const Limits &limits() const override { return m_limits; }
    std::optional<core::Error> refusal() const override;
    core::Task<core::Result<std::uint64_t>> store(Ticket ticket, core::ByteSource &source) override;
    core::Task<core::Result<std::unique_ptr<core::ByteSource>>>
    open(Ticket ticket, core::Cancellation cancellation) const override;

private:
    Limits m_limits;
};

} // namespace attachments
