// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/AppendOnlyFile.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace audit {

namespace {

core::Error unavailable(std::string message)
{
    const auto reason = std::generic_category().message(errno);
    return {core::ErrorKind::Unavailable, std::move(message) + ": " + reason + ".", reason};
}

} // namespace

core::Result<AppendOnlyFile> AppendOnlyFile::open(const std::string &path)
{
    constexpr int ownerOnly = 0600;
    // Non-blocking matters for a pipe that nobody reads: that is an error then, not a wait.
    constexpr int flags =
        O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY;
    const int descriptor = ::open(path.c_str(), flags, ownerOnly);
    if (descriptor < 0)
        return unavailable("The file " + path + " cannot be opened for appending");
    return AppendOnlyFile(descriptor);
}

AppendOnlyFile::AppendOnlyFile(int descriptor)
    : m_descriptor(descriptor)
{}

AppendOnlyFile::AppendOnlyFile(AppendOnlyFile &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_endsInTheMiddle(other.m_endsInTheMiddle)
{}

AppendOnlyFile &AppendOnlyFile::operator=(AppendOnlyFile &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    std::swap(m_endsInTheMiddle, other.m_endsInTheMiddle);
    return *this;
}

AppendOnlyFile::~AppendOnlyFile()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

core::Result<core::Done> AppendOnlyFile::append(std::string_view line)
{
    const std::string whole = (m_endsInTheMiddle ? "\n" : "") + std::string(line);
    ssize_t written = -1;
    do {
        written = ::write(m_descriptor, whole.data(), whole.size());
    } while (written < 0 && errno == EINTR);
    if (written < 0)
        return unavailable("The line could not be written");
    m_endsInTheMiddle = static_cast<std::size_t>(written) < whole.size();
    if (m_endsInTheMiddle) {
        errno = ENOSPC;
        return unavailable("The line could not be written whole");
    }
    return core::Done{};
}

} // namespace audit
