// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ByteSource.h"
#include "core/Result.h"
#include "crypto/SealedChunks.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace attachments {

/// A file of the spool: a salt, and behind it the content in sealed chunks.
namespace spool {

constexpr std::size_t chunkBytes = 256UL * 1024;

/// A file while it is written: beside its place, and put there at once when it is complete, so that
/// nobody ever reads half a file. Its functions are for worker threads, one at a time; each error
/// is Unavailable: the disk.
class Writer
{
public:
    /// Nothing is touched yet. The directory is made, for its owner only, if it is not there.
    Writer(std::string directory, std::string_view fileKey, std::string salt);
    ~Writer();
    Writer(const Writer &) = delete;
    Writer &operator=(const Writer &) = delete;

    /// The next chunk: chunkBytes, and fewer only if it is the last one.
    core::Result<core::Done> add(std::string_view chunk, crypto::SealedChunks::Place place);
    /// Puts it in its place, over what is there.
    core::Result<core::Done> finish(const std::string &name);
    /// Deletes it, if it has no place yet.
    void discard();

private:
    core::Result<core::Done> begin();

    std::string m_directory;
    std::string m_salt;
    std::string m_path; ///< empty: there is no such file
    int m_file = -1;
    crypto::SealedChunks m_chunks;
};

/// Opens a file for reading; to be called on a worker thread, and read on the main thread.
/// NotFound: it is not there. Protocol, now or when it is read: it was tampered with.
core::Result<std::unique_ptr<core::ByteSource>> open(const std::string &path,
                                                     std::string_view fileKey);

} // namespace spool

} // namespace attachments
