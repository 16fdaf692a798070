// SPDX-License-Identifier: GPL-3.0-or-later
#include "attachments/UploadQuota.h"

#include <map>
#include <unordered_map>
#include <utility>

namespace attachments {

using core::Done;
using core::Error;
using core::ErrorKind;
using core::Result;

struct UploadQuota::State
{
    struct Kept
    {
        std::string owner; ///< empty: stored by an earlier run
        std::uint64_t size = 0;
        std::int64_t expiresAt = 0;
    };

    void count(const std::string &owner, std::uint64_t size)
    {
        total += size;
        if (!owner.empty())
            ofMailbox[owner] += size;
    }
    void discount(const std::string &owner, std::uint64_t size)
    {
        total -= size;
        const auto mailbox = ofMailbox.find(owner);
        if (mailbox == ofMailbox.end())
            return;
        mailbox->second -= size;
        if (mailbox->second == 0)
            ofMailbox.erase(mailbox);
    }
    void forget(const std::string &name)
    {
        const auto found = kept.find(name);
        if (found == kept.end())
            return;
        discount(found->second.owner, found->second.size);
        kept.erase(found);
    }

    UploadStore::Limits limits;
    std::map<std::string, Kept> kept; ///< by name
    // Both with what is on its way.
    std::unordered_map<std::string, std::uint64_t> ofMailbox;
    std::uint64_t total = 0;
};

struct UploadQuota::Room::Use
{
    std::shared_ptr<State> state;
    std::string name;
    std::string owner;
    std::int64_t expiresAt = 0;
    std::uint64_t size = 0;
    bool isKept = false;
};

UploadQuota::Room::Room(std::unique_ptr<Use> use)
    : m_use(std::move(use))
{}

UploadQuota::Room::~Room()
{
    if (m_use && !m_use->isKept)
        m_use->state->discount(m_use->owner, m_use->size);
}

Result<Done> UploadQuota::Room::growTo(std::uint64_t bytes)
{
    auto &state = *m_use->state;
    const auto &limits = state.limits;
    if (bytes > limits.fileBytes)
        return Error(ErrorKind::TooLarge,
                     "The file is larger than " + std::to_string(limits.fileBytes) + " bytes.");
    if (bytes <= m_use->size)
        return Done{};
    const auto more = bytes - m_use->size;
    const auto mailbox = state.ofMailbox.find(m_use->owner);
    const auto ofMailbox = mailbox == state.ofMailbox.end() ? 0 : mailbox->second;
    if (ofMailbox + more > limits.mailboxBytes)
        return Error(ErrorKind::TooLarge,
                     "The files that were uploaded for this mailbox and have not expired are more "
                     "than "
                         + std::to_string(limits.mailboxBytes)
                         + " bytes with this one. Try again when some have expired.");
    if (state.total + more > limits.totalBytes)
        return Error(ErrorKind::Busy, "There is no room for uploads. Try again in an hour.");
    state.count(m_use->owner, more);
    m_use->size = bytes;
    return Done{};
}

void UploadQuota::Room::keep()
{
    auto &state = *m_use->state;
    state.forget(m_use->name);
    state.kept[m_use->name] = {
        .owner = m_use->owner, .size = m_use->size, .expiresAt = m_use->expiresAt};
    m_use->isKept = true;
}

UploadQuota::UploadQuota(const UploadStore::Limits &limits)
    : m_state(std::make_shared<State>())
{
    m_state->limits = limits;
}

UploadQuota::Room UploadQuota::begin(std::string name, std::string owner,
                                     std::int64_t expiresAt) const
{
    auto use = std::make_unique<Room::Use>();
    use->state = m_state;
    use->name = std::move(name);
    use->owner = std::move(owner);
    use->expiresAt = expiresAt;
    return Room(std::move(use));
}

void UploadQuota::add(const std::string &name, std::uint64_t size, std::int64_t expiresAt) const
{
    m_state->forget(name);
    m_state->count({}, size);
    m_state->kept[name] = {.owner = {}, .size = size, .expiresAt = expiresAt};
}

std::vector<std::string> UploadQuota::takeExpired(std::int64_t now) const
{
    std::vector<std::string> expired;
    for (const auto &[name, kept] : m_state->kept) {
        if (kept.expiresAt <= now)
            expired.push_back(name);
    }
    for (const auto &name : expired)
        m_state->forget(name);
    return expired;
}

std::uint64_t UploadQuota::bytes() const
{
    return m_state->total;
}

CountedSource::CountedSource(core::ByteSource &source, UploadQuota::Room &room)
    : m_source(source)
    , m_room(room)
{}

core::Task<Result<std::string>> CountedSource::read(std::size_t maximum)
{
    auto piece = co_await m_source.read(maximum);
    if (!piece)
        co_return piece.error();
    m_count += piece->size();
    const auto fits = m_room.growTo(m_count);
    if (!fits)
        co_return fits.error();
    co_return piece;
}

} // namespace attachments
