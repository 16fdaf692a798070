// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/Peer.h"

#include "http/ClientAddress.h"

#include <QHostAddress>

#include <array>
#include <limits>

#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

namespace http {

namespace {

constexpr int networkBits = 64;

int nativeDescriptor(qintptr descriptor)
{
    return static_cast<int>(descriptor);
}

} // namespace

Peer peerOf(qintptr descriptor)
{
    sockaddr_storage storage{};
    socklen_t size = sizeof storage;
    // The socket interface is made of casts between address types.
    auto *address = reinterpret_cast<sockaddr *>(&storage); // NOLINT(*-reinterpret-cast)
    if (::getpeername(nativeDescriptor(descriptor), address, &size) != 0)
        return {};
    if (storage.ss_family == AF_UNIX) {
        const std::string name(ClientAddress::localSocket);
        return {.address = name, .group = name, .port = 0};
    }
    if (storage.ss_family != AF_INET && storage.ss_family != AF_INET6)
        return {};
    const auto host = canonicalAddress(QHostAddress(address));
    Peer peer{.address = host.toString().toStdString(), .group = {}, .port = 0};
    peer.group = peer.address;
    if (host.protocol() == QAbstractSocket::IPv6Protocol) {
        Q_IPV6ADDR network = host.toIPv6Address();
        for (int i = networkBits / 8; i < 16; ++i)
            network[i] = 0;
        peer.group = QHostAddress(network).toString().toStdString();
    }
    // The port is at the same place in sockaddr_in and sockaddr_in6.
    peer.port = ntohs(reinterpret_cast<const sockaddr_in *>(address)->sin_port); // NOLINT(*-cast)
    return peer;
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
