// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/Peer.h"

#include "http/ClientAddress.h"

#include <QHostAddress>

#include <array>
#include <cerrno>
#include <limits>
#include <optional>

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

namespace http {

namespace {

/// An address as the socket interface hands it out, which is made of casts between its types.
union SocketAddress {
    sockaddr any;
    sockaddr_in four;
    sockaddr_in6 six;
    sockaddr_storage storage;
};

int nativeDescriptor(qintptr descriptor)
{
    return static_cast<int>(descriptor);
}

std::optional<std::uint16_t> portOf(const SocketAddress &address)
{
    switch (address.any.sa_family) {
    case AF_INET:
        return ntohs(address.four.sin_port);
    case AF_INET6:
        return ntohs(address.six.sin6_port);
    default:
        return std::nullopt;
    }
}

} // namespace

Peer peerOf(qintptr descriptor)
{
    SocketAddress address{};
    socklen_t size = sizeof address;
    if (::getpeername(nativeDescriptor(descriptor), &address.any, &size) != 0)
        return {};
    if (address.any.sa_family == AF_UNIX) {
        const std::string name(ClientAddress::localSocket);
        return {.address = name, .group = name, .port = 0};
    }
    const auto port = portOf(address);
    if (!port)
        return {};
    const auto host = canonicalAddress(QHostAddress(&address.any));
    Peer peer{.address = host.toString().toStdString(), .group = {}, .port = *port};
    peer.group = addressGroup(peer.address);
    return peer;
}

std::uint16_t boundPort(qintptr descriptor)
{
    SocketAddress address{};
    socklen_t size = sizeof address;
    if (::getsockname(nativeDescriptor(descriptor), &address.any, &size) != 0)
        return 0;
    return portOf(address).value_or(0);
}

void turnAway(qintptr descriptor, std::string_view lastWords)
{
    const int socket = nativeDescriptor(descriptor);
    if (!lastWords.empty()) {
        (void)::send(socket, lastWords.data(), lastWords.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        closeForWriting(descriptor);
        // Closing with unread bytes resets the connection and may take our words with it.
        std::array<char, 4096> ignored{};
        (void)::recv(socket, ignored.data(), ignored.size(), MSG_DONTWAIT);
    }
    ::close(socket);
}

Accepted acceptFrom(qintptr listening)
{
    const int socket =
        ::accept4(nativeDescriptor(listening), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
    if (socket >= 0)
        return {.outcome = Accepted::Outcome::Connection, .descriptor = socket, .reason = {}};
    Accepted none;
    switch (errno) {
    case EAGAIN:
        none.outcome = Accepted::Outcome::NobodyWaits;
        break;
    case EMFILE:
    case ENFILE:
        none.reason = "no descriptor is left";
        break;
    case ENOBUFS:
    case ENOMEM:
        none.reason = "no memory is left";
        break;
    case EBADF:
    case EINVAL:
    case ENOTSOCK:
    case EOPNOTSUPP:
        none.reason = "the socket does not listen";
        break;
    default: // errors of the connection, which accept(2) passes on
        none.outcome = Accepted::Outcome::GoneAlready;
    }
    return none;
}

qintptr shareDescriptor(qintptr descriptor)
{
    return ::fcntl(nativeDescriptor(descriptor), F_DUPFD_CLOEXEC, 0);
}

void closeDescriptor(qintptr descriptor)
{
    ::close(nativeDescriptor(descriptor));
}

bool hasBytesWaiting(qintptr descriptor)
{
    char byte = 0;
    return ::recv(nativeDescriptor(descriptor), &byte, 1, MSG_PEEK | MSG_DONTWAIT) > 0;
}

void closeForWriting(qintptr descriptor)
{
    (void)::shutdown(nativeDescriptor(descriptor), SHUT_WR);
}

std::size_t descriptorLimit()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return std::numeric_limits<std::size_t>::max();
    return limit.rlim_cur;
}

} // namespace http
