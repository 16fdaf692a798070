// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/SealedFile.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace documents {

using core::Done;

namespace {

core::Error noFile(int code)
{
    return {core::ErrorKind::Unavailable,
            "The attachment could not be read now. Try again in a minute.",
            std::string("a file in memory: ")
                + std::strerror(code)}; // NOLINT(concurrency-mt-unsafe)
}

} // namespace

core::Result<SealedFile> SealedFile::create()
{
    const int descriptor = memfd_create("document", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    if (descriptor < 0)
        return noFile(errno);
    return SealedFile(descriptor);
}

SealedFile::SealedFile(SealedFile &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{}

SealedFile::~SealedFile()
{
    if (m_descriptor >= 0)
        close(m_descriptor);
}

core::Result<Done> SealedFile::append(std::string_view bytes) const
{
    while (!bytes.empty()) {
        const auto count = write(m_descriptor, bytes.data(), bytes.size());
        if (count < 0 && errno != EINTR)
            return noFile(errno);
        if (count > 0)
            bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return Done{};
}

core::Result<Done> SealedFile::seal() const
{
    constexpr int everything = F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE;
    if (fcntl(m_descriptor, F_ADD_SEALS, everything) != 0)
        return noFile(errno);
    return Done{};
}

std::string SealedFile::path() const
{
    return "/proc/self/fd/" + std::to_string(m_descriptor);
}

} // namespace documents
