// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Cancellation.h"
#include "core/Clock.h"
#include "core/Result.h"
#include "core/Task.h"
#include "mail/SessionPool.h"
#include "mail/Turnstile.h"
#include "s3/Client.h"
#include "tokens/Tokens.h"

#include <chrono>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace attachments {

/// Attachments of received mail in S3. One is uploaded when its link is followed, not before, and
/// only once: the key is a hash of the mailbox, UIDVALIDITY, UID and part, so it is known whether
/// it is there, and tells nothing. Nothing is deleted here; that is for a lifecycle rule of the
/// bucket. Main thread only.
class S3Parts
{
public:
    struct Limits
    {
        std::chrono::milliseconds lookUp{5000}; ///< for asking whether a part is there
        /// For one's turn to upload; who waits longer gets the part from the mail server.
        std::chrono::milliseconds turn{20000};
        std::chrono::milliseconds upload{60000}; ///< of one part, when it is its turn
        /// After S3 has failed nobody waits for it again for so long.
        std::chrono::milliseconds rest{30000};
        std::chrono::seconds linkLifetime{3600}; ///< at most
    };

    /// All references outlive it.
    S3Parts(s3::Client &client, mail::SessionPool &pool, const core::Clock &clock, Limits limits);
    ~S3Parts();
    S3Parts(const S3Parts &) = delete;
    S3Parts &operator=(const S3Parts &) = delete;

    /// A presigned link to the part, which is in S3 then. Many who ask for one part at once share
    /// one upload; it goes on when they leave. Busy: too many parts are to be uploaded. The link
    /// ends with that of the token, and lasts a minute at least. Errors: those of mail::PartSource
    /// and s3::Client; they are logged.
    core::Task<core::Result<std::string>> linkTo(tokens::AttachmentToken token,
                                                 std::shared_ptr<mail::Turnstile> turns);

private:
    using Outcome = core::Result<core::Done>;

    core::Task<void> bring(std::string key, tokens::AttachmentToken token,
                           std::shared_ptr<mail::Turnstile> turns);
    core::Task<Outcome> upload(std::string key, tokens::AttachmentToken token,
                               std::shared_ptr<mail::Turnstile> turns);
    core::Error failed(core::Error error);

    s3::Client &m_client;
    mail::SessionPool &m_pool;
    const core::Clock &m_clock;
    Limits m_limits;
    std::chrono::steady_clock::time_point m_restsUntil;
    std::map<std::string, std::vector<core::Completion<Outcome>>> m_waiting; ///< by key
    core::CancellationSource m_stop;
};

} // namespace attachments
