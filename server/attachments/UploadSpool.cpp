// SPDX-License-Identifier: GPL-3.0-or-later
#include "attachments/UploadSpool.h"

#include "attachments/SpoolFile.h"
#include "core/Async.h"
#include "core/Log.h"
#include "crypto/SealedChunks.h"

#include <charconv>
#include <filesystem>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <unistd.h>

namespace attachments {

using core::Done;
using core::Error;
using core::ErrorKind;
using core::Result;
using core::Task;
using crypto::SealedChunks;

namespace {

const core::Log logger("attachments");

std::string fileNameOf(const UploadSpool::Ticket &ticket)
{
    return std::to_string(ticket.expiresAt) + '.' + ticket.id;
}

/// When a file that is named like ours expires.
std::optional<std::int64_t> expiryOf(std::string_view fileName)
{
    std::int64_t expiry = 0;
    const auto [end, error] =
        std::from_chars(fileName.data(), fileName.data() + fileName.size(), expiry);
    if (error != std::errc() || end == fileName.data() + fileName.size() || *end != '.')
        return std::nullopt;
    return expiry;
}

Error neverUploaded()
{
    return {ErrorKind::NotFound, "No file has been uploaded to one of the upload links, or the "
                                 "link has expired. Upload the file with PUT first."};
}

/// As many bytes as there are, up to one chunk.
Task<Result<std::string>> readChunk(core::ByteSource &source)
{
    std::string chunk;
    while (chunk.size() < spool::chunkBytes) {
        const auto piece = co_await source.read(spool::chunkBytes - chunk.size());
        if (!piece)
            co_return piece.error();
        if (piece->empty())
            break;
        chunk += *piece;
    }
    co_return chunk;
}

} // namespace

UploadSpool::UploadSpool(std::string directory, Limits limits, const core::Clock &clock,
                         core::Random &random)
    : m_directory(std::move(directory))
    , m_limits(limits)
    , m_clock(clock)
    , m_random(random)
{
    std::error_code failure;
    for (const auto &file : std::filesystem::directory_iterator(m_directory, failure)) {
        const auto name = file.path().filename().string();
        const auto expiry = expiryOf(name);
        // What an earlier run did not finish is of no use to anybody.
        m_entries[name] = {
            .owner = {}, .size = file.file_size(failure), .expiresAt = expiry.value_or(0)};
    }
    m_sweepTimer.setInterval(m_limits.sweepInterval);
    QObject::connect(&m_sweepTimer, &QTimer::timeout, &m_sweepTimer,
                     [this] { core::start(sweep()); });
    m_sweepTimer.start();
}

UploadSpool::~UploadSpool() = default;

std::string UploadSpool::pathOf(const Ticket &ticket) const
{
    return m_directory + '/' + fileNameOf(ticket);
}

std::uint64_t UploadSpool::storedBytes() const
{
    std::uint64_t bytes = 0;
    for (const auto &[name, entry] : m_entries)
        bytes += entry.size;
    for (const auto &entry : m_growing)
        bytes += entry.size;
    return bytes;
}

Error UploadSpool::tooLarge() const
{
    return {ErrorKind::TooLarge,
            "The file is larger than " + std::to_string(m_limits.fileBytes) + " bytes."};
}

/// Whether so many bytes can be kept beside everything that is there or on its way.
Result<Done> UploadSpool::findRoom(const std::string &owner, std::uint64_t size) const
{
    std::uint64_t ofMailbox = 0;
    for (const auto &[name, entry] : m_entries)
        ofMailbox += entry.owner == owner ? entry.size : 0;
    for (const auto &entry : m_growing)
        ofMailbox += entry.owner == owner ? entry.size : 0;
    if (ofMailbox + size > m_limits.mailboxBytes)
        return Error(ErrorKind::TooLarge,
                     "The files that were uploaded for this mailbox and have not expired are more "
                     "than "
                         + std::to_string(m_limits.mailboxBytes)
                         + " bytes with this one. Try again when some have expired.");
    if (storedBytes() + size > m_limits.totalBytes)
        return Error(ErrorKind::Busy, "There is no room for uploads. Try again in an hour.");
    return Done{};
}

/// Counts what is on its way, so that many at once see each other.
class UploadSpool::Growth
{
public:
    Growth(UploadSpool &spool, const Ticket &ticket)
        : m_spool(spool)
        , m_entry(spool.m_growing.insert(spool.m_growing.end(),
                                         {.owner = ticket.owner, .expiresAt = ticket.expiresAt}))
    {}
    ~Growth() { m_spool.m_growing.erase(m_entry); }
    Growth(const Growth &) = delete;
    Growth &operator=(const Growth &) = delete;

    /// Reserves what is still missing for so many bytes.
    Result<Done> growTo(std::uint64_t size)
    {
        if (size > m_spool.m_limits.fileBytes)
            return m_spool.tooLarge();
        if (size <= m_entry->size)
            return Done{};
        const auto room = m_spool.findRoom(m_entry->owner, size - m_entry->size);
        if (room)
            m_entry->size = size;
        return room;
    }

private:
    UploadSpool &m_spool;
    std::list<Entry>::iterator m_entry;
};

Task<Result<std::uint64_t>> UploadSpool::store(Ticket ticket, core::ByteSource &source)
{
    co_await sweep();
    Growth growth(*this, ticket);
    const auto reserved = growth.growTo(source.size().value_or(0));
    if (!reserved)
        co_return reserved.error();
    const auto file = std::make_shared<spool::Writer>(m_directory, ticket.fileKey,
                                                      m_random.bytes(SealedChunks::saltSize));
    const auto size = co_await write(file, source, growth);
    if (size) {
        auto work = [file, name = fileNameOf(ticket)] { return file->finish(name); };
        const auto finished = co_await core::runOn(*QThreadPool::globalInstance(), std::move(work));
        if (finished) {
            m_entries[fileNameOf(ticket)] = {
                .owner = ticket.owner, .size = *size, .expiresAt = ticket.expiresAt};
            co_return *size;
        }
        co_return co_await discard(file, finished.error());
    }
    co_return co_await discard(file, size.error());
}

Task<Error> UploadSpool::discard(std::shared_ptr<spool::Writer> file, Error reason)
{
    if (reason.kind == ErrorKind::Unavailable)
        logger.error("upload_not_stored", {{"detail", reason.detail}});
    auto work = [file] {
        file->discard();
        return true;
    };
    (void)co_await core::runOn(*QThreadPool::globalInstance(), std::move(work));
    co_return reason;
}

/// The next chunk is not asked for before one is written: a slow disk holds the client up.
Task<Result<std::uint64_t>> UploadSpool::write(std::shared_ptr<spool::Writer> file,
                                               core::ByteSource &source, Growth &growth)
{
    std::uint64_t size = 0;
    auto chunk = co_await readChunk(source);
    while (chunk) {
        size += chunk->size();
        const auto counted = growth.growTo(size);
        if (!counted)
            co_return counted.error();
        Result<std::string> next = std::string();
        if (chunk->size() == spool::chunkBytes)
            next = co_await readChunk(source);
        if (!next)
            co_return next.error();
        const auto place = next->empty() ? SealedChunks::Place::Last : SealedChunks::Place::Inner;
        auto work = [file, bytes = std::move(*chunk), place] { return file->add(bytes, place); };
        const auto added = co_await core::runOn(*QThreadPool::globalInstance(), std::move(work));
        if (!added)
            co_return added.error();
        if (place == SealedChunks::Place::Last)
            co_return size;
        chunk = std::move(next);
    }
    co_return chunk.error();
}

Task<Result<std::unique_ptr<core::ByteSource>>> UploadSpool::open(Ticket ticket) const
{
    if (ticket.expiresAt <= m_clock.secondsSinceEpoch())
        co_return neverUploaded();
    auto work = [path = pathOf(ticket), key = ticket.fileKey] { return spool::open(path, key); };
    co_return co_await core::runOn(*QThreadPool::globalInstance(), std::move(work));
}

/// Removes what has expired. It touches nothing of the spool once it waits.
Task<void> UploadSpool::sweep()
{
    std::vector<std::string> expired;
    const auto now = m_clock.secondsSinceEpoch();
    for (const auto &[name, entry] : m_entries) {
        if (entry.expiresAt <= now)
            expired.push_back(name);
    }
    if (expired.empty())
        co_return;
    for (const auto &name : expired)
        m_entries.erase(name);
    auto work = [directory = m_directory, expired = std::move(expired)] {
        for (const auto &name : expired)
            unlink((directory + '/' + name).c_str());
        return true;
    };
    (void)co_await core::runOn(*QThreadPool::globalInstance(), std::move(work));
}

} // namespace attachments
