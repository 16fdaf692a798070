// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Async.h"
#include "core/ByteSource.h"
#include "s3/Requester.h"
#include "s3/Slots.h"

#include <memory>
#include <string>

namespace s3 {

/// An object on its way from S3. It holds no more than Limits::window: libcurl stops reading from
/// the connection until somebody pulls. Whoever drops it breaks the transfer off.
class Download : public core::ByteSource
{
public:
    /// Sends the request and returns when the head of the answer is there. The requester outlives
    /// the download.
    static core::Task<core::Result<std::unique_ptr<core::ByteSource>>>
    start(Requester &requester, std::string key, Slots::Slot slot, core::Deadline deadline,
          core::Cancellation cancellation);

    ~Download() override;
    Download(const Download &) = delete;
    Download &operator=(const Download &) = delete;

    core::Task<core::Result<std::string>> read(std::size_t maximum) override;
    std::optional<std::uint64_t> size() const override;

private:
    struct State;

    explicit Download(std::shared_ptr<State> state);
    static core::Task<void> run(Requester &requester, std::string key, std::shared_ptr<State> state,
                                core::Deadline deadline);

    std::shared_ptr<State> m_state;
};

} // namespace s3
