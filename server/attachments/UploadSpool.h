// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ByteSource.h"
#include "core/Clock.h"
#include "core/Random.h"
#include "core/Result.h"
#include "core/Task.h"

#include <QTimer>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <string>

namespace attachments {

namespace spool {
class Writer;
}

/// Keeps uploaded files in a directory until they expire, each sealed under a key that is in its
/// link and nowhere else: who gets hold of the directory can read nothing, and neither can this
/// program without the link. Bounded per file, per mailbox and in all. The directory belongs to one
/// running program; what an earlier run stored is counted for nobody, and served until it expires.
///
/// Files are named after their expiry and the id of their link, so that a sweep needs no list.
/// Main thread only; the disk is used on worker threads.
class UploadSpool
{
public:
    struct Limits
    {
        std::size_t fileBytes = 25UL * 1024 * 1024;
        std::uint64_t mailboxBytes = 100ULL * 1024 * 1024;
        std::uint64_t totalBytes = 1024ULL * 1024 * 1024;
        std::chrono::milliseconds sweepInterval = std::chrono::minutes(1);
    };

    /// What a link says about its file.
    struct Ticket
    {
        std::string id; ///< [A-Za-z0-9_-], unguessable
        std::string owner;
        std::string fileKey;
        std::int64_t expiresAt = 0; ///< seconds since 1970
    };

    /// The directory is made when the first file comes, for its owner only. What has expired is
    /// removed by itself. Clock and random must outlive the spool.
    UploadSpool(std::string directory, Limits limits, const core::Clock &clock,
                core::Random &random);
    ~UploadSpool();
    UploadSpool(const UploadSpool &) = delete;
    UploadSpool &operator=(const UploadSpool &) = delete;

    const Limits &limits() const { return m_limits; }

    /// Stores everything that the source has, as it comes, and returns how many bytes that were.
    /// One that the link had before is replaced when the new one is complete; until then both
    /// count. A size that the source announces is reserved at once, and otherwise the file is
    /// counted while it grows, so the limits hold at any time. TooLarge: over a limit per file or
    /// mailbox. Busy: everything is full. Unavailable: the disk. Else the error of the source.
    /// Nothing is left of a file that was not stored. `source` and the spool outlive the task.
    core::Task<core::Result<std::uint64_t>> store(Ticket ticket, core::ByteSource &source);

    /// NotFound: nothing was uploaded yet, or it has expired. Protocol, later: it was tampered
    /// with. The source must not outlive the spool.
    core::Task<core::Result<std::unique_ptr<core::ByteSource>>> open(Ticket ticket) const;

    /// With what is on its way.
    std::uint64_t storedBytes() const;

private:
    class Growth;
    struct Entry
    {
        std::string owner; ///< empty: stored by an earlier run
        std::uint64_t size = 0;
        std::int64_t expiresAt = 0;
    };

    core::Task<void> sweep();
    std::string pathOf(const Ticket &ticket) const;
    core::Error tooLarge() const;
    core::Result<core::Done> findRoom(const std::string &owner, std::uint64_t size) const;
    static core::Task<core::Result<std::uint64_t>> write(std::shared_ptr<spool::Writer> file,
                                                         core::ByteSource &source, Growth &growth);
    static core::Task<core::Error> discard(std::shared_ptr<spool::Writer> file, core::Error reason);

    std::string m_directory;
    Limits m_limits;
    const core::Clock &m_clock;
    core::Random &m_random;
    std::map<std::string, Entry> m_entries; ///< by file name
    std::list<Entry> m_growing;             ///< what is on its way
    QTimer m_sweepTimer;
};

} // namespace attachments
