// SPDX-License-Identifier: GPL-3.0-or-later
#include "attachments/DownloadSlots.h"

#include <unordered_map>
#include <utility>

namespace attachments {

struct DownloadSlots::Mailbox
{
    std::size_t downloads = 0;
    std::shared_ptr<mail::Turnstile> turns;
};

struct DownloadSlots::State
{
    Limits limits;
    std::size_t downloads = 0;
    std::unordered_map<std::string, Mailbox> mailboxes; ///< those with downloads
};

struct DownloadSlots::Slot::Use
{
    std::shared_ptr<State> state;
    std::string owner;
    std::shared_ptr<mail::Turnstile> turns;

    Use(std::shared_ptr<State> slotState, std::string slotOwner)
        : state(std::move(slotState))
        , owner(std::move(slotOwner))
    {
        auto &mailbox = state->mailboxes[owner];
        if (!mailbox.turns) {
            const mail::Turnstile::Limits limits{.inside = state->limits.windowsPerMailbox,
                                                 .waiting = state->limits.perMailbox};
            mailbox.turns = std::make_shared<mail::Turnstile>(limits);
        }
        turns = mailbox.turns;
        ++mailbox.downloads;
        ++state->downloads;
    }
    ~Use()
    {
        --state->downloads;
        const auto mailbox = state->mailboxes.find(owner);
        if (--mailbox->second.downloads == 0)
            state->mailboxes.erase(mailbox);
    }
    Use(const Use &) = delete;
    Use &operator=(const Use &) = delete;
};

DownloadSlots::Slot::Slot(std::shared_ptr<Use> use)
    : m_use(std::move(use))
{}

std::shared_ptr<mail::Turnstile> DownloadSlots::Slot::turns() const
{
    return m_use->turns;
}

DownloadSlots::DownloadSlots(Limits limits)
    : m_state(std::make_shared<State>())
{
    m_state->limits = limits;
}

core::Result<DownloadSlots::Slot> DownloadSlots::take(const std::string &owner)
{
    const auto mailbox = m_state->mailboxes.find(owner);
    const auto ofMailbox = mailbox == m_state->mailboxes.end() ? 0 : mailbox->second.downloads;
    if (m_state->downloads >= m_state->limits.total || ofMailbox >= m_state->limits.perMailbox)
        return core::Error(core::ErrorKind::Busy,
                           "Too many attachments are on their way. Try again in a minute.");
    return Slot(std::make_shared<Slot::Use>(m_state, owner));
}

std::size_t DownloadSlots::inUse() const
{
    return m_state->downloads;
}

} // namespace attachments
