// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "attachments/DownloadSlots.h"
#include "attachments/S3Parts.h"
#include "attachments/UploadStore.h"
#include "core/Clock.h"
#include "core/Result.h"
#include "core/Task.h"
#include "http/Exchange.h"
#include "http/Limits.h"
#include "mail/PartSource.h"
#include "mail/SessionPool.h"
#include "state/StateStore.h"
#include "tokens/Tokens.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace attachments {

/// GET, HEAD and PUT of /attachments/{token}. Main thread only.
///
/// The link is the permission: there is no other login. One that is not genuine, of another server
/// or expired is answered with 404, one that was revoked with 403, both before any mail server is
/// asked. A download borrows a connection for one window at a time, so a client that stops reading
/// holds nothing but its own buffer: a slot until `duration` has passed, and the HTTP connection
/// until the gate gives it up. Ranges are served where the size is known for certain (see
/// mail::PartSource); elsewhere "Accept-Ranges: none" says so, and a Range field is ignored.
///
/// With S3 a GET is sent on to there, and what S3 knows of ranges holds. Whenever that fails, the
/// part is streamed as without S3. HEAD is always answered here: a presigned link is for GET alone.
///
/// An upload is stored while it comes: it is pulled out of the connection as fast as it can be
/// stored, and costs a few chunks of memory. Only a good link makes room for more than a few
/// kilobytes (see bodyRule()).
class AttachmentEndpoint
{
public:
    struct Limits
    {
        std::chrono::milliseconds duration = std::chrono::hours(1); ///< of a download
        std::size_t pieceBytes = 32UL * 1024;                       ///< written at a time
        std::size_t uploads = 50; ///< at one time; each costs about a megabyte
    };

    /// What has become of links since the program started.
    struct Stats
    {
        std::size_t downloadsRunning = 0;
        std::uint64_t downloadsDone = 0;
        std::uint64_t downloadsSentOn = 0;    ///< to S3
        std::uint64_t downloadsBrokenOff = 0; ///< the client or the mail server went
        std::uint64_t downloadsRefused = 0;   ///< good links that could not be served
        std::uint64_t downloadedBytes = 0;
        std::size_t uploadsRunning = 0;
        std::uint64_t uploadsDone = 0;
        std::uint64_t uploadsBrokenOff = 0; ///< the client went, or was too slow
        std::uint64_t uploadsRefused = 0;   ///< good links, but a limit, the type or the disk
        std::uint64_t uploadedBytes = 0;
        std::uint64_t linksRefused = 0; ///< not genuine, expired or revoked
    };

    /// `parts` is null without S3. All references must outlive the endpoint and what it has
    /// started.
    AttachmentEndpoint(const tokens::Tokens &tokens, state::StateStore &store,
                       mail::SessionPool &pool, DownloadSlots &slots, UploadStore &uploads,
                       S3Parts *parts, Limits limits);

    /// GET and HEAD.
    core::Task<void> get(http::ExchangePtr exchange);
    core::Task<void> put(http::ExchangePtr exchange);

    /// The rule for the body of a request to this path, if it is a good upload link.
    std::optional<http::BodyRule> bodyRule(std::string_view path) const;

    const Stats &stats() const { return m_stats; }

private:
    core::Task<core::Result<core::Done>> checkRevoked(state::TokenOrigin origin);
    core::Task<void> deliver(http::ExchangePtr exchange, const tokens::AttachmentToken &token,
                             mail::PartSource &source);
    core::Task<void> pump(http::ExchangePtr exchange, const tokens::AttachmentToken &token,
                          mail::PartSource &source, std::uint64_t count);
    core::Task<void> receive(http::ExchangePtr exchange, const tokens::UploadToken &token);
    void refuseUpload(const http::ExchangePtr &exchange, const tokens::UploadToken &token,
                      const core::Error &error);

    const tokens::Tokens &m_tokens;
    state::StateStore &m_store;
    mail::SessionPool &m_pool;
    DownloadSlots &m_slots;
    UploadStore &m_uploads;
    S3Parts *m_parts;
    Limits m_limits;
    Stats m_stats;
};

} // namespace attachments
