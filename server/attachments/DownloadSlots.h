// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "mail/Turnstile.h"

#include <cstddef>
#include <memory>
#include <string>

namespace attachments {

/// How many attachments are on their way at a time, in all and of one mailbox. A download borrows a
/// connection to the mail server for one window at a time only, so many slow ones can share a few;
/// and as no more windows of a mailbox are read at once than `windowsPerMailbox`, one connection of
/// three is always left for other calls. Main thread only.
class DownloadSlots
{
    struct State;
    struct Mailbox;

public:
    struct Limits
    {
        std::size_t total = 200;
        std::size_t perMailbox = 50;
        std::size_t windowsPerMailbox = 2;
    };

    /// The right to one download, until it goes.
    class Slot
    {
    public:
        /// For mail::PartReader.
        std::shared_ptr<mail::Turnstile> turns() const;

    private:
        friend class DownloadSlots;
        struct Use;
        explicit Slot(std::shared_ptr<Use> use);
        std::shared_ptr<Use> m_use;
    };

    explicit DownloadSlots(Limits limits);

    /// Busy: there is no slot left.
    core::Result<Slot> take(const std::string &owner);

    std::size_t inUse() const;

private:
    std::shared_ptr<State> m_state;
};

} // namespace attachments
