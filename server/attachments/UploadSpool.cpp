// SPDX-License-Identifier: GPL-3.0-or-later
#include "attachments/UploadSpool.h"

#include "attachments/SealedSource.h"
#include "core/Async.h"
#include "core/Log.h"
#include "crypto/SealedChunks.h"

#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

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

/// A file that is written beside its place and put there at once, so that nobody ever reads half a
/// file. One that is not put in place is removed. Any thread, one at a time.
class NewFile
{
public:
    static Result<std::shared_ptr<NewFile>> make(const std::string &directory)
    {
        constexpr mode_t ownerOnly = 0700;
        std::error_code failure;
        std::filesystem::create_directories(std::filesystem::path(directory).parent_path(),
                                            failure);
        if (mkdir(directory.c_str(), ownerOnly) != 0 && errno != EEXIST)
            return diskFailed(errno);
        std::string name = directory + "/new.XXXXXX";
        const int file = mkostemp(name.data(), O_CLOEXEC); // 0600
        if (file < 0)
            return diskFailed(errno);
        return std::make_shared<NewFile>(file, std::move(name));
    }
    NewFile(int file, std::string name)
        : m_file(file)
        , m_name(std::move(name))
    {}
    ~NewFile()
    {
        if (m_file >= 0)
            close(m_file);
        if (!m_name.empty())
            unlink(m_name.c_str());
    }
    NewFile(const NewFile &) = delete;
    NewFile &operator=(const NewFile &) = delete;

    Result<Done> append(std::string_view bytes) const
    {
        if (!writeAll(m_file, bytes))
            return diskFailed(errno);
        return Done{};
    }
    Result<Done> putInPlace(const std::string &path)
    {
        const bool isClosed = close(std::exchange(m_file, -1)) == 0;
        if (!isClosed || rename(m_name.c_str(), path.c_str()) != 0)
            return diskFailed(errno);
        m_name.clear();
        return Done{};
    }

private:
    int m_file;
    std::string m_name;
};

/// The work must have a name where this is called: GCC 12 destroys captures of temporaries twice.
template <typename Work>
auto onWorker(Work work)
{
    return core::runOn(*QThreadPool::globalInstance(), std::move(work));
}

/// All of the source, to the place of this path.
Task<Result<Done>> writeFile(const std::string &directory, const std::string &path,
                             core::ByteSource &source)
{
    auto making = [directory] { return NewFile::make(directory); };
    auto made = co_await onWorker(std::move(making));
    if (!made)
        co_return made.error();
    const auto file = std::move(*made);
    while (true) {
        auto piece = co_await source.read(SealingSource::chunkBytes);
        if (!piece)
            co_return piece.error();
        if (piece->empty())
            break;
        auto writing = [file, bytes = std::move(*piece)] { return file->append(bytes); };
        const auto written = co_await onWorker(std::move(writing));
        if (!written)
            co_return written.error();
    }
    auto placing = [file, path] { return file->putInPlace(path); };
    co_return co_await onWorker(std::move(placing));
}

/// A file on the disk, as it is. The descriptor stays valid when the file is swept.
class StoredFile final : public core::ByteSource
{
public:
    static Result<std::unique_ptr<core::ByteSource>> open(const std::string &path)
    {
        const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
        if (file < 0)
            return neverUploaded();
        struct stat status = {};
        const auto size = fstat(file, &status) == 0 ? status.st_size : 0;
        return std::unique_ptr<core::ByteSource>(
            std::make_unique<StoredFile>(file, static_cast<std::uint64_t>(size)));
    }
    StoredFile(int file, std::uint64_t size)
        : m_file(file)
        , m_size(size)
    {}
    ~StoredFile() override { close(m_file); }
    StoredFile(const StoredFile &) = delete;
    StoredFile &operator=(const StoredFile &) = delete;

    std::optional<std::uint64_t> size() const override { return m_size; }

    Task<Result<std::string>> read(std::size_t maximum) override
    {
        co_return co_await onWorker([file = m_file, maximum] { return readSome(file, maximum); });
    }

private:
    static Result<std::string> readSome(int file, std::size_t maximum)
    {
        std::string bytes(maximum, '\0');
        while (true) {
            const auto count = ::read(file, bytes.data(), bytes.size());
            if (count < 0 && errno == EINTR)
                continue;
            if (count < 0)
                return diskFailed(errno);
            bytes.resize(static_cast<std::size_t>(count));
            return bytes;
        }
    }

    int m_file;
    std::uint64_t m_size;
};

} // namespace

UploadSpool::UploadSpool(std::string directory, Limits limits, const core::Clock &clock,
                         core::Random &random)
    : m_directory(std::move(directory))
    , m_limits(limits)
    , m_clock(clock)
    , m_random(random)
    , m_quota(limits)
{
    std::error_code failure;
    for (const auto &file : std::filesystem::directory_iterator(m_directory, failure)) {
        const auto name = file.path().filename().string();
        // What an earlier run did not finish is of no use to anybody.
        m_quota.add(name, file.file_size(failure), expiryOf(name).value_or(0));
    }
    m_sweepTimer.setInterval(m_limits.sweepInterval);
    QObject::connect(&m_sweepTimer, &QTimer::timeout, &m_sweepTimer,
                     [this] { core::start(sweep()); });
    m_sweepTimer.start();
}

UploadSpool::~UploadSpool() = default;

std::string UploadSpool::pathOf(const std::string &name) const
{
    return m_directory + '/' + name;
}

Task<Result<std::uint64_t>> UploadSpool::store(Ticket ticket, core::ByteSource &source)
{
    co_await sweep();
    const auto name = storedName(ticket);
    auto room = m_quota.begin(name, ticket.owner, ticket.expiresAt);
    const auto reserved = room.growTo(source.size().value_or(0));
    if (!reserved)
        co_return reserved.error();
    CountedSource counted(source, room);
    SealingSource sealed(counted, ticket.fileKey, m_random.bytes(SealedChunks::saltSize));
    const auto path = pathOf(name);
    const auto written = co_await writeFile(m_directory, path, sealed);
    if (!written) {
        logger.warn("upload_not_stored",
                    {{"kind", nameOf(written.error().kind)}, {"detail", written.error().detail}});
        co_return written.error();
    }
    room.keep();
    co_return counted.count();
}

Task<Result<std::unique_ptr<core::ByteSource>>>
UploadSpool::open(Ticket ticket, core::Cancellation /*cancellation*/) const
{
    if (ticket.expiresAt <= m_clock.secondsSinceEpoch())
        co_return neverUploaded();
    auto opening = [path = pathOf(storedName(ticket))] { return StoredFile::open(path); };
    auto stored = co_await onWorker(std::move(opening));
    if (!stored)
        co_return stored.error();
    co_return co_await OpeningSource::open(std::move(*stored), std::move(ticket.fileKey));
}

/// Removes what has expired. It touches nothing of the spool once it waits.
Task<void> UploadSpool::sweep()
{
    const auto expired = m_quota.takeExpired(m_clock.secondsSinceEpoch());
    if (expired.empty())
        co_return;
    auto work = [prefix = m_directory + '/', expired] {
        for (const auto &name : expired)
            unlink((prefix + name).c_str());
        return true;
    };
    (void)co_await onWorker(std::move(work));
}

} // namespace attachments
