// SPDX-License-Identifier: GPL-3.0-or-later
#include "attachments/AttachmentEndpoint.h"

#include "attachments/ByteRange.h"
#include "attachments/ContentType.h"
#include "attachments/FileHeaders.h"
#include "attachments/PeekedSource.h"
#include "attachments/StreamingStore.h"
#include "audit/AuditLog.h"
#include "core/Async.h"
#include "core/Base64.h"
#include "core/Log.h"
#include "crypto/Hash.h"

#include <QTimer>

#include <nlohmann/json.hpp>

#include <limits>
#include <optional>
#include <string>
#include <utility>

namespace attachments {

using core::Done;
using core::Error;
using core::ErrorKind;
using core::Result;
using core::Task;

namespace {

const core::Log logger("attachments");

std::string_view tokenIn(std::string_view path)
{
    return path.substr(std::min(StreamingStore::path.size(), path.size()));
}

http::Response refusal(int status, const std::string &message)
{
    auto response = http::Response::text(status, message + "\n");
    response.headers.set("Cache-Control", "no-store");
    if (status == 429 || status == 503)
        response.headers.set("Retry-After", "30");
    return response;
}

/// Nobody learns more than that: neither whose link it was, nor why it is none.
http::Response noSuchLink()
{
    return refusal(404, "This link is not valid, or it has expired. Ask for a new one.");
}

Error otherThanDeclared(std::string_view declared, std::string_view found)
{
    std::string text = "This upload link is for a file of the type ";
    text.append(declared).append(", but the file looks like ").append(found);
    text +=
        ". Nothing was stored. Put the right file, or ask for a link with the type of this one.";
    return {ErrorKind::Unsupported, std::move(text)};
}

audit::Subject subjectOf(const http::Exchange &exchange, const tokens::AttachmentToken &token)
{
    auto subject = audit::Subject::of(*token.account);
    subject.client = token.clientHash;
    subject.address = exchange.request().clientAddress;
    subject.family = token.family;
    return subject;
}

/// The link of an upload does not say whose mailbox it is for: the login tells.
audit::Subject subjectOf(const http::Exchange &exchange, const tokens::UploadToken &token)
{
    return {.client = token.clientHash,
            .address = exchange.request().clientAddress,
            .family = token.family};
}

/// Of which no byte was sent yet.
audit::DownloadedPart auditedPart(const tokens::AttachmentToken &token)
{
    return {.uid = token.uid, .uidValidity = token.uidValidity, .part = token.partNumber};
}

/// Counts something for as long as it lives.
class Running
{
public:
    explicit Running(std::size_t &count)
        : m_count(count)
    {
        ++m_count;
    }
    ~Running() { --m_count; }
    Running(const Running &) = delete;
    Running &operator=(const Running &) = delete;

private:
    std::size_t &m_count;
};

/// To where the file is. It must not be told where the link to it was.
http::Response sentOn(const std::string &url)
{
    http::Response response(302);
    response.headers.set("Location", http::HeaderValue::sanitized(url));
    response.headers.set("Cache-Control", "private, no-store");
    response.headers.set("Referrer-Policy", "no-referrer");
    return response;
}

int statusOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::NotFound:
        return 404;
    case ErrorKind::Conflict:
        return 410;
    case ErrorKind::Unauthenticated:
    case ErrorKind::PermissionDenied:
        return 403;
    case ErrorKind::TooLarge:
        return 413;
    case ErrorKind::Busy:
        return 429;
    case ErrorKind::Unavailable:
        return 503;
    case ErrorKind::DeadlineExceeded:
        return 504;
    case ErrorKind::UntrustedPeer:
    case ErrorKind::Protocol:
    case ErrorKind::Unsupported:
        return 502;
    case ErrorKind::InvalidArgument:
    case ErrorKind::Cancelled:
    case ErrorKind::Internal:
        break;
    }
    return 500;
}

/// What stays the same as long as the bytes do: messages never change (RFC 9051 §2.3.1.1).
std::string entityTag(const tokens::AttachmentToken &token)
{
    const std::string text = token.account->imap.host + '\n' + token.account->imapLogin.username
                             + '\n' + token.folder + '\n' + std::to_string(token.uidValidity) + '\n'
                             + std::to_string(token.uid) + '\n' + token.partNumber;
    return '"' + core::encodeBase64Url(crypto::sha256(text).substr(0, 12)) + '"';
}

/// The Range field, unless If-Range says that it is about other bytes (RFC 9110 §13.1.5).
std::optional<std::string_view> rangeField(const http::Request &request, std::string_view tag)
{
    const auto condition = request.headers.find("If-Range");
    if (condition && *condition != tag)
        return std::nullopt;
    return request.headers.find("Range");
}

Task<void> forwardDrained(http::ExchangePtr exchange, core::Completion<bool> done)
{
    const bool isThere = co_await exchange->drained();
    done.complete(isThere);
}

/// Waits for room, but no longer than until `deadline`. False: stop.
Task<bool> drainedBefore(http::ExchangePtr exchange, core::Deadline deadline)
{
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        deadline - std::chrono::steady_clock::now());
    if (left.count() <= 0)
        co_return false;
    const core::Completion<bool> done;
    core::start(forwardDrained(exchange, done));
    if (done.isComplete())
        co_return co_await done;
    auto *timer = new QTimer;
    timer->setSingleShot(true);
    QObject::connect(timer, &QTimer::timeout, timer, [done] { done.complete(false); });
    timer->start(left);
    const bool isThere = co_await done;
    timer->deleteLater();
    co_return isThere;
}

} // namespace

AttachmentEndpoint::AttachmentEndpoint(const tokens::Tokens &tokens, state::StateStore &store,
                                       mail::SessionPool &pool, DownloadSlots &slots,
                                       UploadStore &uploads, S3Parts *parts, Limits limits)
    : m_tokens(tokens)
    , m_store(store)
    , m_pool(pool)
    , m_slots(slots)
    , m_uploads(uploads)
    , m_parts(parts)
    , m_limits(limits)
{}

std::optional<http::BodyRule> AttachmentEndpoint::bodyRule(std::string_view path) const
{
    if (!path.starts_with(StreamingStore::path) || !m_tokens.openUploadToken(tokenIn(path)))
        return std::nullopt;
    return http::BodyRule(m_uploads.limits().fileBytes, http::BodyRule::Delivery::Streamed);
}

Task<Result<Done>> AttachmentEndpoint::checkRevoked(state::TokenOrigin origin)
{
    const auto revoked = co_await state::isRevoked(m_store, std::move(origin));
    if (!revoked)
        co_return Error(ErrorKind::Unavailable, "The server cannot check this link at the moment.");
    if (*revoked)
        co_return Error(ErrorKind::PermissionDenied,
                        "The access that this link was made with was revoked.");
    co_return Done{};
}

Task<void> AttachmentEndpoint::get(http::ExchangePtr exchange)
{
    const auto token = m_tokens.openAttachmentToken(tokenIn(exchange->request().path));
    if (!token) {
        ++m_stats.linksRefused;
        co_return exchange->respond(noSuchLink());
    }
    const auto allowed = co_await checkRevoked(
        state::TokenOrigin(token->family, token->clientHash, token->issuedAt));
    if (!allowed) {
        ++m_stats.linksRefused;
        if (allowed.error().kind == ErrorKind::PermissionDenied)
            audit::record(audit::Event::LinkRefused, subjectOf(*exchange, *token));
        co_return exchange->respond(
            refusal(statusOf(allowed.error().kind), allowed.error().message));
    }
    const auto slot = m_slots.take(ownerOf(*token->account));
    if (!slot) {
        ++m_stats.downloadsRefused;
        co_return exchange->respond(refusal(429, slot.error().message));
    }
    const Running running(m_stats.downloadsRunning);
    if (m_parts != nullptr && exchange->request().method == "GET") {
        const auto link = co_await m_parts->linkTo(*token, slot->turns());
        if (link) {
            ++m_stats.downloadsSentOn;
            audit::record(audit::Event::DownloadSentOn, subjectOf(*exchange, *token),
                          auditedPart(*token));
            co_return exchange->respond(sentOn(*link));
        }
    }
    mail::PartReader reader(m_pool, token->account, partOf(*token), slot->turns(),
                            exchange->cancellation());
    const auto source = co_await mail::PartSource::open(std::move(reader));
    if (!source) {
        const auto &error = source.error();
        ++m_stats.downloadsRefused;
        logger.info("download_refused", {{"kind", nameOf(error.kind)}, {"detail", error.detail}});
        co_return exchange->respond(refusal(statusOf(error.kind), error.message));
    }
    co_await deliver(exchange, *token, **source);
}

Task<void> AttachmentEndpoint::deliver(http::ExchangePtr exchange,
                                       const tokens::AttachmentToken &token,
                                       mail::PartSource &source)
{
    const auto tag = entityTag(token);
    http::Response head(200);
    addFileHeaders(head.headers, token.fileName, token.contentType);
    head.headers.set("ETag", http::HeaderValue::sanitized(tag));
    const auto size = source.size();
    if (!size) {
        head.headers.set("Accept-Ranges", "none");
        exchange->beginStream(std::move(head));
        co_return co_await pump(exchange, token, source, std::numeric_limits<std::uint64_t>::max());
    }
    head.headers.set("Accept-Ranges", "bytes");
    const auto wanted = parseRange(rangeField(exchange->request(), tag), *size);
    if (wanted.kind == RangeRequest::Kind::Unsatisfiable) {
        auto response = refusal(416, "The file has no such bytes.");
        response.headers.set("Content-Range",
                             http::HeaderValue::sanitized("bytes */" + std::to_string(*size)));
        co_return exchange->respond(std::move(response));
    }
    std::uint64_t count = *size;
    if (wanted.kind == RangeRequest::Kind::Part) {
        const auto &range = wanted.range;
        head.status = 206;
        head.headers.set("Content-Range",
                         http::HeaderValue::sanitized("bytes " + std::to_string(range.first) + '-'
                                                      + std::to_string(range.last) + '/'
                                                      + std::to_string(*size)));
        source.seek(range.first);
        count = range.size();
    }
    exchange->beginSizedStream(std::move(head), count);
    co_await pump(exchange, token, source, count);
}

Task<void> AttachmentEndpoint::pump(http::ExchangePtr exchange,
                                    const tokens::AttachmentToken &token, mail::PartSource &source,
                                    std::uint64_t count)
{
    if (exchange->request().method == "HEAD")
        co_return exchange->endStream();
    const auto deadline = core::deadlineIn(m_limits.duration);
    auto delivered = auditedPart(token);
    bool isThere = true;
    bool isComplete = count == 0;
    while (isThere && !isComplete) {
        const auto most =
            static_cast<std::size_t>(std::min<std::uint64_t>(count, m_limits.pieceBytes));
        const auto piece = co_await source.read(most);
        if (!piece) {
            logger.warn("download_broke_off",
                        {{"kind", nameOf(piece.error().kind)}, {"detail", piece.error().detail}});
            break;
        }
        isComplete = piece->empty() || piece->size() == count;
        isThere = exchange->writeStream(*piece);
        if (!isThere)
            break;
        count -= piece->size();
        delivered.bytes += piece->size();
        m_stats.downloadedBytes += piece->size();
        isThere = co_await drainedBefore(exchange, deadline);
    }
    // Without the end of the stream the client is cut off, and knows that it has not all of it.
    if (isThere && isComplete)
        exchange->endStream();
    ++(isThere && isComplete ? m_stats.downloadsDone : m_stats.downloadsBrokenOff);
    audit::record(isThere && isComplete ? audit::Event::AttachmentDownloaded
                                        : audit::Event::DownloadBrokenOff,
                  subjectOf(*exchange, token), delivered);
}

Task<void> AttachmentEndpoint::put(http::ExchangePtr exchange)
{
    const auto token = m_tokens.openUploadToken(tokenIn(exchange->request().path));
    if (!token) {
        ++m_stats.linksRefused;
        co_return exchange->respond(noSuchLink());
    }
    // RFC 9110 §14.4: a part of a file must not be taken for the whole of it.
    if (exchange->request().headers.contains("Content-Range"))
        co_return exchange->respond(refusal(400, "Upload the whole file at once."));
    const auto allowed = co_await checkRevoked(
        state::TokenOrigin(token->family, token->clientHash, token->issuedAt));
    if (!allowed) {
        ++m_stats.linksRefused;
        if (allowed.error().kind == ErrorKind::PermissionDenied)
            audit::record(audit::Event::LinkRefused, subjectOf(*exchange, *token));
        co_return exchange->respond(
            refusal(statusOf(allowed.error().kind), allowed.error().message));
    }
    if (m_stats.uploadsRunning >= m_limits.uploads) {
        ++m_stats.uploadsRefused;
        co_return exchange->respond(
            refusal(429, "Too many files are being uploaded. Try again in a minute."));
    }
    const Running running(m_stats.uploadsRunning);
    co_await receive(exchange, *token);
}

Task<void> AttachmentEndpoint::receive(http::ExchangePtr exchange, const tokens::UploadToken &token)
{
    PeekedSource content({exchange, &exchange->content()});
    auto beginning = co_await content.peek(sniffedBytes);
    if (!beginning)
        co_return refuseUpload(exchange, token, beginning.error());
    const auto found = co_await sniff(std::move(*beginning));
    if (contradicts(token.contentType, found))
        co_return refuseUpload(exchange, token, otherThanDeclared(token.contentType, found));
    const auto stored = co_await m_uploads.store(ticketOf(token), content);
    if (!stored)
        co_return refuseUpload(exchange, token, stored.error());
    ++m_stats.uploadsDone;
    m_stats.uploadedBytes += *stored;
    audit::record(audit::Event::AttachmentUploaded, subjectOf(*exchange, token),
                  audit::UploadedFile{.id = token.tokenId, .bytes = *stored});
    auto response =
        http::Response::json(201, {{"filename", token.fileName},
                                   {"content_type", effectiveType(token.contentType, found)},
                                   {"size", *stored},
                                   {"expires_at", token.expiresAt}});
    response.headers.set("Cache-Control", "no-store");
    exchange->respond(std::move(response));
}

void AttachmentEndpoint::refuseUpload(const http::ExchangePtr &exchange,
                                      const tokens::UploadToken &token, const Error &error)
{
    // Whoever went, was too slow or broke a rule of HTTP has its answer already.
    if (exchange->cancellation().isCancelled()) {
        ++m_stats.uploadsBrokenOff;
        return;
    }
    ++m_stats.uploadsRefused;
    audit::record(audit::Event::UploadRefused, subjectOf(*exchange, token),
                  audit::UploadedFile{.id = token.tokenId, .bytes = 0});
    const bool isType = error.kind == ErrorKind::Unsupported;
    exchange->respond(refusal(isType ? 415 : statusOf(error.kind), error.message));
}

} // namespace attachments
