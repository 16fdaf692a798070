// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ByteSource.h"
#include "s3/PresignedLink.h"
#include "s3/Requester.h"
#include "s3/Slots.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace s3 {

/// What is known of an object without reading it.
struct ObjectHead
{
    std::uint64_t size = 0;
    std::string contentType;
};

/// One bucket of S3 or of a service like it. Files are streamed: of an upload one part is in memory
/// (Limits::part), of a download a window. Keys are those that Bucket::isKey() lets through; others
/// are InvalidArgument. All errors are those of Requester::send() and Slots::take(); no text of the
/// service, no key and no credential is in them. Main thread only.
class Client
{
public:
    /// `clock` and `random` outlive it, and it outlives its tasks and downloads.
    Client(Bucket bucket, Credentials credentials, const core::Clock &clock, core::Random &random,
           Requester::Options options);
    ~Client();
    Client(const Client &) = delete;
    Client &operator=(const Client &) = delete;

    /// One's turn to upload a file. While others wait for theirs, their files are not in memory.
    using Turn = Slots::Slot;
    core::Task<core::Result<Turn>> turn(core::Deadline deadline, core::Cancellation cancellation);
    /// Stores all of the source under the key, in place of what is there; afterwards the object is
    /// whole, or it is as it was. Files of more than Limits::part bytes go in parts, which are
    /// taken back if one of them fails. An error of the source is returned as it is;
    /// InvalidArgument: also a type that cannot be a header field.
    core::Task<core::Result<core::Done>> put(Turn turn, std::string key, core::ByteSource &source,
                                             std::string contentType, core::Deadline deadline,
                                             core::Cancellation cancellation);
    core::Task<core::Result<ObjectHead>> head(std::string key, core::Deadline deadline,
                                              core::Cancellation cancellation);
    /// The object, from its first byte on.
    core::Task<core::Result<std::unique_ptr<core::ByteSource>>>
    get(std::string key, core::Deadline deadline, core::Cancellation cancellation);
    /// Also succeeds when there is no such object.
    core::Task<core::Result<core::Done>> remove(std::string key, core::Deadline deadline,
                                                core::Cancellation cancellation);

    /// A URL with which anybody may GET the object for `lifetime`, at most Signer::longestLifetime.
    /// The service is not asked.
    core::Result<std::string> link(std::string_view key, std::chrono::seconds lifetime,
                                   const LinkAnswer &answer = {}) const;

private:
    struct Upload;

    core::Task<core::Result<core::Done>> putInParts(Upload &upload);
    core::Task<core::Result<core::Done>> sendParts(Upload &upload);
    core::Task<core::Result<std::string>> sendPart(Upload &upload, std::size_t number);

    Requester m_requester;
    Slots m_uploads;
    Slots m_downloads;
    core::CancellationSource m_stop; ///< of what it still takes back
};

} // namespace s3
