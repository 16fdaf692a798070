// SPDX-License-Identifier: GPL-3.0-or-later
#include "attachments/S3Parts.h"

#include "attachments/AttachmentStore.h"
#include "attachments/FileHeaders.h"
#include "attachments/NotingSource.h"
#include "attachments/StreamingStore.h"
#include "core/Async.h"
#include "core/Base64.h"
#include "core/Log.h"
#include "crypto/Hash.h"
#include "mail/PartSource.h"

#include <algorithm>
#include <utility>

namespace attachments {

using core::Done;
using core::Error;
using core::ErrorKind;
using core::Result;
using core::Task;

namespace {

const core::Log logger("attachments");

/// A folder may hold any character, so it comes last.
std::string keyOf(const tokens::AttachmentToken &token)
{
    const std::string text = ownerOf(*token.account) + '\n' + std::to_string(token.uidValidity)
                             + '\n' + std::to_string(token.uid) + '\n' + token.partNumber + '\n'
                             + token.folder;
    return "parts/" + core::encodeBase64Url(crypto::sha256(text));
}

} // namespace

S3Parts::S3Parts(s3::Client &client, mail::SessionPool &pool, const core::Clock &clock,
                 Limits limits)
    : m_client(client)
    , m_pool(pool)
    , m_clock(clock)
    , m_limits(limits)
{}

S3Parts::~S3Parts()
{
    m_stop.cancel();
}

Error S3Parts::failed(Error error)
{
    if (error.kind != ErrorKind::Cancelled)
        m_restsUntil = std::chrono::steady_clock::now() + m_limits.rest;
    return error;
}

Task<Result<std::string>> S3Parts::linkTo(tokens::AttachmentToken token,
                                          std::shared_ptr<mail::Turnstile> turns)
{
    if (std::chrono::steady_clock::now() < m_restsUntil)
        co_return Error(ErrorKind::Unavailable, "S3 has just failed.");
    constexpr std::chrono::seconds shortest{60};
    const std::chrono::seconds left{token.expiresAt - m_clock.secondsSinceEpoch()};
    const auto lifetime = std::clamp(left, shortest, m_limits.linkLifetime);
    const s3::LinkAnswer answer{.contentDisposition = attachmentDisposition(token.fileName),
                                .contentType = servedType(token.contentType)};
    const auto key = keyOf(token);
    const core::Completion<Outcome> done;
    auto &waiting = m_waiting[key];
    waiting.push_back(done);
    if (waiting.size() == 1)
        core::start(bring(key, std::move(token), std::move(turns)));
    const auto outcome = co_await done;
    if (!outcome)
        co_return outcome.error();
    co_return m_client.link(key, lifetime, answer);
}

Task<void> S3Parts::bring(std::string key, tokens::AttachmentToken token,
                          std::shared_ptr<mail::Turnstile> turns)
{
    const auto outcome = co_await upload(key, std::move(token), std::move(turns));
    if (!outcome)
        logger.warn("attachment_not_in_s3",
                    {{"kind", nameOf(outcome.error().kind)}, {"detail", outcome.error().detail}});
    const auto waiting = std::move(m_waiting.extract(key).mapped());
    for (const auto &one : waiting)
        one.complete(outcome);
}

Task<S3Parts::Outcome> S3Parts::upload(std::string key, tokens::AttachmentToken token,
                                       std::shared_ptr<mail::Turnstile> turns)
{
    const auto head =
        co_await m_client.head(key, core::deadlineIn(m_limits.lookUp), m_stop.token());
    if (head)
        co_return Done{};
    // S3 answers 403 for what is not there to whoever may not list the bucket.
    const auto kind = head.error().kind;
    if (kind != ErrorKind::NotFound && kind != ErrorKind::PermissionDenied)
        co_return failed(head.error());
    auto turn = co_await m_client.turn(core::deadlineIn(m_limits.turn), m_stop.token());
    if (!turn)
        co_return turn.error();
    mail::PartReader reader(m_pool, token.account, partOf(token), std::move(turns), m_stop.token());
    const auto source = co_await mail::PartSource::open(std::move(reader));
    if (!source)
        co_return source.error();
    NotingSource noting(**source);
    const auto stored =
        co_await m_client.put(std::move(*turn), key, noting, "application/octet-stream",
                              core::deadlineIn(m_limits.upload), m_stop.token());
    if (!stored && !noting.hasFailed())
        co_return failed(stored.error());
    co_return stored;
}

} // namespace attachments
