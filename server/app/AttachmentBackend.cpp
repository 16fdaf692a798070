// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/AttachmentBackend.h"

#include "app/Configuration.h"
#include "attachments/NoUploads.h"
#include "attachments/S3Uploads.h"
#include "attachments/UploadSpool.h"

#include <cassert>
#include <utility>

namespace app {

namespace {

/// Of received mail at one time, with 5 MiB of memory. Fifty who follow links at once shall cost no
/// more than 16 MiB, and those who waited too long are served from the mail server, with 160 KiB
/// each.
constexpr std::size_t partsAtOnce = 1;
/// Their senders set the pace, and nothing else serves those who wait.
constexpr std::size_t uploadsAtOnce = 4;

std::unique_ptr<s3::Client> makeClient(const config::S3Settings &settings, std::size_t atOnce,
                                       const core::Clock &clock, core::Random &random)
{
    if (!settings.isConfigured())
        return nullptr;
    auto bucket = s3::Bucket::make(settings.bucket, settings.region, settings.endpoint,
                                   settings.addressingStyle);
    assert(bucket); // each part of it was checked when it was read
    s3::Credentials credentials{.accessKeyId = settings.accessKeyId,
                                .secretAccessKey = settings.secretAccessKey.clone(),
                                .sessionToken = settings.sessionToken.clone()};
    // People wait for it, and reading goes on without it.
    s3::Limits limits;
    limits.attempt = std::chrono::seconds(30);
    limits.attempts = 3;
    limits.uploads = atOnce;
    return std::make_unique<s3::Client>(
        std::move(*bucket), std::move(credentials), clock, random,
        s3::Requester::Options{.userAgent = "Mail-MCP/" MAIL_MCP_VERSION,
                               .caFile = settings.caFile,
                               .limits = limits});
}

} // namespace

AttachmentBackend::AttachmentBackend(const config::Settings &settings, mail::SessionPool &pool,
                                     const core::Clock &clock, core::Random &random)
    : m_partClient(makeClient(settings.s3, partsAtOnce, clock, random))
    , m_uploadClient(makeClient(settings.s3, uploadsAtOnce, clock, random))
{
    if (!m_uploadClient && settings.attachments.uploadDirectory.empty()) {
        m_uploads = std::make_unique<attachments::NoUploads>(uploadLimits(settings));
        return;
    }
    if (!m_uploadClient) {
        m_uploads = std::make_unique<attachments::UploadSpool>(
            settings.attachments.uploadDirectory, uploadLimits(settings), clock, random);
        return;
    }
    m_uploads = std::make_unique<attachments::S3Uploads>(
        *m_uploadClient, uploadLimits(settings), attachments::S3Uploads::Times(), clock, random);
    attachments::S3Parts::Limits limits;
    limits.linkLifetime = settings.s3.linkLifetime;
    limits.upload = settings.s3.uploadTime;
    m_parts.emplace(*m_partClient, pool, clock, limits);
}

} // namespace app
