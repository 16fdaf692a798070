// SPDX-License-Identifier: GPL-3.0-or-later
#include "attachments/S3Uploads.h"

#include "attachments/NotingSource.h"
#include "attachments/SealedSource.h"
#include "core/Async.h"
#include "core/Log.h"
#include "crypto/SealedChunks.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace attachments {

using core::Error;
using core::ErrorKind;
using core::Result;
using core::Task;

namespace {

const core::Log logger("attachments");

std::string keyOf(const UploadStore::Ticket &ticket)
{
    return "uploads/" + storedName(ticket);
}

constexpr std::string_view cannotBeRead = "An uploaded file cannot be read now. Try again later.";

/// S3 may refuse this server, but that is not to be told to clients as if it had refused them.
Error unavailable(std::string_view message, const Error &error)
{
    if (error.kind == ErrorKind::Busy || error.kind == ErrorKind::Cancelled)
        return error;
    return {ErrorKind::Unavailable, std::string(message),
            "S3: " + std::string(nameOf(error.kind)) + ", " + error.detail};
}

/// A file on its way, which ends when `stop` is cancelled.
class StoppableSource final : public core::ByteSource
{
public:
    StoppableSource(std::unique_ptr<core::ByteSource> source, core::Cancellation::Registration stop)
        : m_stop(std::move(stop))
        , m_source(std::move(source))
    {}
    Task<Result<std::string>> read(std::size_t maximum) override { return m_source->read(maximum); }
    std::optional<std::uint64_t> size() const override { return m_source->size(); }

private:
    core::Cancellation::Registration m_stop;
    std::unique_ptr<core::ByteSource> m_source;
};

/// Up to the first chunk of the file.
Task<Result<std::unique_ptr<core::ByteSource>>> openStored(s3::Client &client,
                                                           UploadStore::Ticket ticket,
                                                           core::Deadline deadline,
                                                           core::Cancellation cancellation)
{
    auto stored = co_await client.get(keyOf(ticket), deadline, std::move(cancellation));
    if (!stored && stored.error().kind == ErrorKind::NotFound)
        co_return neverUploaded();
    if (!stored)
        co_return unavailable(cannotBeRead, stored.error());
    co_return co_await OpeningSource::open(std::move(*stored), std::move(ticket.fileKey));
}

} // namespace

S3Uploads::S3Uploads(s3::Client &client, Limits limits, Times times, const core::Clock &clock,
                     core::Random &random)
    : m_client(client)
    , m_limits(limits)
    , m_times(times)
    , m_clock(clock)
    , m_random(random)
    , m_quota(limits)
{
    m_sweepTimer.setInterval(m_limits.sweepInterval);
    QObject::connect(&m_sweepTimer, &QTimer::timeout, &m_sweepTimer,
                     [this] { core::start(sweep()); });
    m_sweepTimer.start();
}

S3Uploads::~S3Uploads()
{
    m_stop.cancel();
}

Task<Result<std::uint64_t>> S3Uploads::store(Ticket ticket, core::ByteSource &source)
{
    auto room = m_quota.begin(keyOf(ticket), ticket.owner, ticket.expiresAt);
    const auto reserved = room.growTo(source.size().value_or(0));
    if (!reserved)
        co_return reserved.error();
    auto turn = co_await m_client.turn(core::deadlineIn(m_times.turn), core::Cancellation());
    if (!turn)
        co_return turn.error();
    CountedSource counted(source, room);
    SealingSource sealed(counted, ticket.fileKey, m_random.bytes(crypto::SealedChunks::saltSize));
    NotingSource noting(sealed);
    const auto stored =
        co_await m_client.put(std::move(*turn), keyOf(ticket), noting, "application/octet-stream",
                              core::deadlineIn(m_times.store), core::Cancellation());
    if (!stored) {
        const auto error =
            noting.hasFailed()
                ? stored.error()
                : unavailable("The file could not be stored. Try again later.", stored.error());
        logger.warn("upload_not_stored", {{"kind", nameOf(error.kind)}, {"detail", error.detail}});
        co_return error;
    }
    room.keep();
    co_return counted.count();
}

Task<Result<std::unique_ptr<core::ByteSource>>>
S3Uploads::open(Ticket ticket, core::Cancellation cancellation) const
{
    if (ticket.expiresAt <= m_clock.secondsSinceEpoch())
        co_return neverUploaded();
    // Shared, because whoever cancels it resumes this.
    const auto stop = std::make_shared<core::CancellationSource>();
    auto asked = cancellation.onCancel([stop] { stop->cancel(); });
    auto *patience = new QTimer;
    patience->setSingleShot(true);
    QObject::connect(patience, &QTimer::timeout, patience, [stop] { stop->cancel(); });
    patience->start(m_times.open);
    auto opened = co_await openStored(m_client, std::move(ticket), core::deadlineIn(m_times.read),
                                      stop->token());
    patience->stop();
    patience->deleteLater();
    if (opened) {
        std::unique_ptr<core::ByteSource> source =
            std::make_unique<StoppableSource>(std::move(*opened), std::move(asked));
        co_return source;
    }
    auto error = opened.error();
    // It was cancelled here if it took too long.
    if (error.kind == ErrorKind::Cancelled && !cancellation.isCancelled())
        error = Error(ErrorKind::Unavailable, std::string(cannotBeRead), "S3: no answer in time");
    if (error.kind != ErrorKind::NotFound)
        logger.warn("upload_not_opened", {{"kind", nameOf(error.kind)}, {"detail", error.detail}});
    co_return error;
}

/// Deletes what has expired, one after the other.
Task<void> S3Uploads::sweep()
{
    const auto stop = m_stop.token();
    for (const auto &key : m_quota.takeExpired(m_clock.secondsSinceEpoch())) {
        const auto removed = co_await m_client.remove(key, core::deadlineIn(m_times.remove), stop);
        if (stop.isCancelled())
            co_return;
        if (!removed)
            logger.warn("upload_not_deleted", {{"kind", nameOf(removed.error().kind)},
                                               {"detail", removed.error().detail}});
    }
}

} // namespace attachments
