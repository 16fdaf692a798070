// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ByteSource.h"
#include "core/Cancellation.h"
#include "core/Result.h"
#include "core/Task.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace attachments {

/// Keeps uploaded files until their links expire, each sealed under a key that is in its link and
/// nowhere else: who gets hold of the stored files can read nothing, and neither can this program
/// without the link. Bounded per file, per mailbox and in all. Main thread only.
class UploadStore
{
public:
    /// Sizes are bytes of the files as they came.
    struct Limits
    {
        std::size_t fileBytes = 25UL * 1024 * 1024;
        std::uint64_t mailboxBytes = 100ULL * 1024 * 1024;
        std::uint64_t totalBytes = 1024ULL * 1024 * 1024;
        std::chrono::milliseconds sweepInterval = std::chrono::minutes(1); ///< of what has expired
    };

    /// What a link says about its file.
    struct Ticket
    {
        std::string id; ///< [A-Za-z0-9_-], unguessable
        std::string owner;
        std::string fileKey;
        std::int64_t expiresAt = 0; ///< seconds since 1970
    };

    virtual ~UploadStore() = default;

    virtual const Limits &limits() const = 0;

    /// Why no file can be uploaded at all, for people. Nothing: files are welcome.
    virtual std::optional<core::Error> refusal() const { return std::nullopt; }

    /// Stores everything that the source has, as it comes, and returns how many bytes that were.
    /// One that the link had before is replaced when the new one is complete; until then both
    /// count. A size that the source announces is reserved at once, and otherwise the file is
    /// counted while it grows, so the limits hold at any time. TooLarge: over a limit per file or
    /// mailbox. Busy: everything is full. Unavailable: what it is stored on. Else the error of the
    /// source. Nothing is left of a file that was not stored. `source` outlives the task, and so
    /// does the store.
    virtual core::Task<core::Result<std::uint64_t>> store(Ticket ticket,
                                                          core::ByteSource &source) = 0;

    /// NotFound: nothing was uploaded yet, or it has expired. Protocol, also later: it was tampered
    /// with. The source must not outlive the store.
    virtual core::Task<core::Result<std::unique_ptr<core::ByteSource>>>
    open(Ticket ticket, core::Cancellation cancellation) const = 0;
};

/// Under which name a file is stored: when it expires, and the id of its link.
std::string storedName(const UploadStore::Ticket &ticket);
/// What to say of a file that is not there.
core::Error neverUploaded();

} // namespace attachments
