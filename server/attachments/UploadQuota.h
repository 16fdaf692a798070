// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "attachments/UploadStore.h"
#include "core/ByteSource.h"
#include "core/Result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace attachments {

/// Counts what is stored and what is on its way, of each mailbox and in all, so that many uploads
/// at once see each other. Main thread only.
class UploadQuota
{
    struct State;

public:
    /// What one upload takes up. It counts as soon as it grows; what was not kept counts no more
    /// when it goes.
    class Room
    {
    public:
        Room(Room &&) noexcept = default;
        Room &operator=(Room &&) noexcept = delete;
        Room(const Room &) = delete;
        Room &operator=(const Room &) = delete;
        ~Room();

        /// Reserves what is still missing for so many bytes. TooLarge: the file, or all those of
        /// its mailbox. Busy: everything is full.
        core::Result<core::Done> growTo(std::uint64_t bytes);
        /// The file is stored, in place of one that had the same name.
        void keep();

    private:
        friend class UploadQuota;
        struct Use;
        explicit Room(std::unique_ptr<Use> use);
        std::unique_ptr<Use> m_use;
    };

    explicit UploadQuota(const UploadStore::Limits &limits);

    /// Room for a file of this name. One that has it already counts beside it until this is kept.
    Room begin(std::string name, std::string owner, std::int64_t expiresAt) const;
    /// A file that an earlier run stored; it is counted in all, and of no mailbox.
    void add(const std::string &name, std::uint64_t size, std::int64_t expiresAt) const;
    /// The names of what has expired, which are forgotten.
    std::vector<std::string> takeExpired(std::int64_t now) const;
    /// Of what is kept or on its way.
    std::uint64_t bytes() const;

private:
    std::shared_ptr<State> m_state;
};

/// A file on its way into its room: what does not fit any more is an error.
class CountedSource final : public core::ByteSource
{
public:
    /// Both outlive it.
    CountedSource(core::ByteSource &source, UploadQuota::Room &room);

    core::Task<core::Result<std::string>> read(std::size_t maximum) override;
    std::optional<std::uint64_t> size() const override { return m_source.size(); }
    /// What was read.
    std::uint64_t count() const { return m_count; }

private:
    core::ByteSource &m_source;
    UploadQuota::Room &m_room;
    std::uint64_t m_count = 0;
};

} // namespace attachments
