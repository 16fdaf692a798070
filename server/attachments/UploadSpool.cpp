// SPDX-License-Identifier: GPL-3.0-or-later
#include "attachments/UploadSpool.h"

#include "core/Async.h"
#include "core/Log.h"
#include "crypto/SealedChunks.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
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

constexpr std::size_t chunkBytes = 256UL * 1024;

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

Error diskFailed(int number)
{
    return {ErrorKind::Unavailable, "The file could not be stored. Try again later.",
            "spool: " + std::generic_category().message(number)};
}

Error neverUploaded()
{
    return {ErrorKind::NotFound, "No file has been uploaded to one of the upload links, or the "
                                 "link has expired. Upload the file with PUT first."};
}

bool writeAll(int file, std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto written = write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

bool writeSealed(int file, std::string_view bytes, const std::string &fileKey,
                 const std::string &salt)
{
    SealedChunks chunks(fileKey, salt);
    if (!writeAll(file, salt))
        return false;
    while (true) {
        const bool isLast = bytes.size() <= chunkBytes;
        const auto chunk = bytes.substr(0, chunkBytes);
        const auto sealed =
            chunks.seal(chunk, isLast ? SealedChunks::Place::Last : SealedChunks::Place::Inner);
        if (!sealed || !writeAll(file, *sealed))
            return false;
        if (isLast)
            return true;
        bytes.remove_prefix(chunkBytes);
    }
}

/// Written beside and put in place at once, so that nobody ever reads half a file.
Result<Done> writeFile(const std::string &directory, const std::string &name,
                       std::string_view bytes, const std::string &fileKey, const std::string &salt)
{
    constexpr mode_t ownerOnly = 0700;
    std::error_code failure;
    std::filesystem::create_directories(std::filesystem::path(directory).parent_path(), failure);
    if (mkdir(directory.c_str(), ownerOnly) != 0 && errno != EEXIST)
        return diskFailed(errno);
    std::string temporary = directory + "/new.XXXXXX";
    const int file = mkostemp(temporary.data(), O_CLOEXEC); // 0600
    if (file < 0)
        return diskFailed(errno);
    const bool isWritten = writeSealed(file, bytes, fileKey, salt);
    int number = errno;
    const bool isClosed = close(file) == 0;
    const std::string path = directory + '/' + name;
    if (isWritten && isClosed && rename(temporary.c_str(), path.c_str()) == 0)
        return Done{};
    if (isWritten)
        number = errno;
    unlink(temporary.c_str());
    return diskFailed(number);
}

/// A stored file, opened on its way. The descriptor stays valid when the file is swept.
class StoredFile final : public core::ByteSource
{
public:
    StoredFile(int file, std::uint64_t storedBytes, SealedChunks chunks)
        : m_file(file)
        , m_left(storedBytes)
        , m_chunks(std::move(chunks))
    {
        const auto sealed = chunkBytes + SealedChunks::overhead;
        m_size = storedBytes - (storedBytes + sealed - 1) / sealed * SealedChunks::overhead;
    }
    ~StoredFile() override { close(m_file); }
    StoredFile(const StoredFile &) = delete;
    StoredFile &operator=(const StoredFile &) = delete;

    std::optional<std::uint64_t> size() const override { return m_size; }

    Task<Result<std::string>> read(std::size_t maximum) override
    {
        // Only an empty file has an empty chunk.
        while (m_begin == m_chunk.size() && m_left > 0) {
            auto opened = co_await core::runOn(*QThreadPool::globalInstance(),
                                               [this] { return readChunk(); });
            if (!opened)
                co_return opened.error();
            m_chunk = std::move(*opened);
            m_begin = 0;
        }
        const auto count = std::min(maximum, m_chunk.size() - m_begin);
        auto bytes = m_chunk.substr(m_begin, count);
        m_begin += count;
        co_return bytes;
    }

private:
    /// On a worker thread, while nobody else touches this.
    Result<std::string> readChunk()
    {
        const auto size = static_cast<std::size_t>(
            std::min<std::uint64_t>(m_left, chunkBytes + SealedChunks::overhead));
        std::string sealed(size, '\0');
        std::size_t have = 0;
        while (have < size) {
            const auto count = ::read(m_file, sealed.data() + have, size - have);
            if (count < 0 && errno == EINTR)
                continue;
            if (count <= 0)
                return Error(ErrorKind::Protocol, "The stored file is damaged.", "it is cut off");
            have += static_cast<std::size_t>(count);
        }
        m_left -= size;
        return m_chunks.open(sealed,
                             m_left == 0 ? SealedChunks::Place::Last : SealedChunks::Place::Inner);
    }

    int m_file;
    std::uint64_t m_left;
    std::uint64_t m_size = 0;
    SealedChunks m_chunks;
    std::string m_chunk;
    std::size_t m_begin = 0;
};

Result<std::unique_ptr<core::ByteSource>> openFile(const std::string &path,
                                                   const std::string &fileKey)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (file < 0)
        return neverUploaded();
    std::string salt(SealedChunks::saltSize, '\0');
    struct stat status = {};
    const auto least = static_cast<off_t>(SealedChunks::saltSize + SealedChunks::overhead);
    if (fstat(file, &status) != 0 || status.st_size < least
        || ::read(file, salt.data(), salt.size()) != static_cast<ssize_t>(salt.size())) {
        close(file);
        return Error(ErrorKind::Protocol, "The stored file is damaged.", "its head is cut off");
    }
    const auto stored = static_cast<std::uint64_t>(status.st_size) - salt.size();
    return std::unique_ptr<core::ByteSource>(
        std::make_unique<StoredFile>(file, stored, SealedChunks(fileKey, salt)));
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
    return bytes;
}

Result<Done> UploadSpool::findRoom(const Ticket &ticket, std::uint64_t size) const
{
    if (size > m_limits.fileBytes)
        return Error(ErrorKind::TooLarge,
                     "The file is larger than " + std::to_string(m_limits.fileBytes) + " bytes.");
    std::uint64_t ofMailbox = 0;
    std::uint64_t total = 0;
    for (const auto &[name, entry] : m_entries) {
        if (name == fileNameOf(ticket))
            continue; // it is replaced
        total += entry.size;
        ofMailbox += entry.owner == ticket.owner ? entry.size : 0;
    }
    if (ofMailbox + size > m_limits.mailboxBytes)
        return Error(ErrorKind::TooLarge,
                     "The files that were uploaded for this mailbox and have not expired are more "
                     "than "
                         + std::to_string(m_limits.mailboxBytes)
                         + " bytes with this one. Try again when some have expired.");
    if (total + size > m_limits.totalBytes)
        return Error(ErrorKind::Busy, "There is no room for uploads. Try again in an hour.");
    return Done{};
}

Task<Result<Done>> UploadSpool::store(Ticket ticket, std::string bytes)
{
    co_await sweep();
    const auto room = findRoom(ticket, bytes.size());
    if (!room)
        co_return room.error();
    const auto name = fileNameOf(ticket);
    // Counted before it is written, or many at once would not see each other.
    const auto before = std::exchange(
        m_entries[name],
        Entry{.owner = ticket.owner, .size = bytes.size(), .expiresAt = ticket.expiresAt});
    auto work = [directory = m_directory, name, bytes = std::move(bytes), key = ticket.fileKey,
                 salt = m_random.bytes(SealedChunks::saltSize)] {
        return writeFile(directory, name, bytes, key, salt);
    };
    const auto written = co_await core::runOn(*QThreadPool::globalInstance(), std::move(work));
    if (!written) {
        logger.error("upload_not_stored", {{"detail", written.error().detail}});
        m_entries[name] = before;
        if (before.expiresAt == 0)
            m_entries.erase(name);
        co_return written.error();
    }
    co_return Done{};
}

Task<Result<std::unique_ptr<core::ByteSource>>> UploadSpool::open(Ticket ticket) const
{
    if (ticket.expiresAt <= m_clock.secondsSinceEpoch())
        co_return neverUploaded();
    auto work = [path = pathOf(ticket), key = ticket.fileKey] { return openFile(path, key); };
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
