// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "attachments/S3Parts.h"
#include "attachments/UploadStore.h"
#include "config/Settings.h"
#include "core/Clock.h"
#include "core/Random.h"
#include "mail/SessionPool.h"
#include "s3/Client.h"

#include <memory>
#include <optional>

namespace app {

/// Where attachments are kept: in S3 if it is configured, else uploads in the spool, if there is a
/// directory for it, and nothing of received mail.
class AttachmentBackend
{
public:
    /// All references outlive it.
    AttachmentBackend(const config::Settings &settings, mail::SessionPool &pool,
                      const core::Clock &clock, core::Random &random);

    attachments::UploadStore &uploads() { return *m_uploads; }
    /// Null without S3.
    attachments::S3Parts *parts() { return m_parts ? &*m_parts : nullptr; }

private:
    /// One for parts and one for uploads, which take as long as their clients like: neither waits
    /// for the other. Null without S3.
    std::unique_ptr<s3::Client> m_partClient;
    std::unique_ptr<s3::Client> m_uploadClient;
    std::unique_ptr<attachments::UploadStore> m_uploads;
    std::optional<attachments::S3Parts> m_parts;
};

} // namespace app
