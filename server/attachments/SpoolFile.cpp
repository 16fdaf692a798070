// SPDX-License-Identifier: GPL-3.0-or-later
#include "attachments/SpoolFile.h"

#include "core/Async.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace attachments::spool {

using core::Done;
using core::Error;
using core::ErrorKind;
using core::Result;
using core::Task;
using crypto::SealedChunks;

namespace {

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
    ~StoredFile() override { ::close(m_file); }
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

} // namespace

Writer::Writer(std::string directory, std::string_view fileKey, std::string salt)
    : m_directory(std::move(directory))
    , m_salt(std::move(salt))
    , m_chunks(fileKey, m_salt)
{}

Writer::~Writer()
{
    discard();
}

void Writer::discard()
{
    if (m_file >= 0)
        ::close(std::exchange(m_file, -1));
    if (!m_path.empty())
        ::unlink(std::exchange(m_path, {}).c_str());
}

Result<Done> Writer::begin()
{
    constexpr mode_t ownerOnly = 0700;
    std::error_code failure;
    std::filesystem::create_directories(std::filesystem::path(m_directory).parent_path(), failure);
    if (mkdir(m_directory.c_str(), ownerOnly) != 0 && errno != EEXIST)
        return diskFailed(errno);
    std::string path = m_directory + "/new.XXXXXX";
    m_file = mkostemp(path.data(), O_CLOEXEC); // 0600
    if (m_file < 0)
        return diskFailed(errno);
    m_path = std::move(path);
    if (!writeAll(m_file, m_salt))
        return diskFailed(errno);
    return Done{};
}

Result<Done> Writer::add(std::string_view chunk, SealedChunks::Place place)
{
    if (m_file < 0) {
        const auto begun = begin();
        if (!begun)
            return begun.error();
    }
    const auto sealed = m_chunks.seal(chunk, place);
    if (!sealed)
        return sealed.error();
    if (!writeAll(m_file, *sealed))
        return diskFailed(errno);
    return Done{};
}

Result<Done> Writer::finish(const std::string &name)
{
    const std::string place = m_directory + '/' + name;
    if (::close(std::exchange(m_file, -1)) != 0 || rename(m_path.c_str(), place.c_str()) != 0)
        return diskFailed(errno);
    m_path.clear();
    return Done{};
}

Result<std::unique_ptr<core::ByteSource>> open(const std::string &path, std::string_view fileKey)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (file < 0)
        return neverUploaded();
    std::string salt(SealedChunks::saltSize, '\0');
    struct stat status = {};
    const auto least = static_cast<off_t>(SealedChunks::saltSize + SealedChunks::overhead);
    if (fstat(file, &status) != 0 || status.st_size < least
        || ::read(file, salt.data(), salt.size()) != static_cast<ssize_t>(salt.size())) {
        ::close(file);
        return Error(ErrorKind::Protocol, "The stored file is damaged.", "its head is cut off");
    }
    const auto stored = static_cast<std::uint64_t>(status.st_size) - salt.size();
    return std::unique_ptr<core::ByteSource>(
        std::make_unique<StoredFile>(file, stored, SealedChunks(fileKey, salt)));
}

} // namespace attachments::spool
