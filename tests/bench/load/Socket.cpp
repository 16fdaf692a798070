// SPDX-License-Identifier: GPL-3.0-or-later
#include "Socket.h"

#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <stdexcept>
#include <system_error>

namespace load {

namespace {

constexpr std::size_t chunk = 64UL * 1024;

[[noreturn]] void failed(const char *what)
{
    throw std::runtime_error(std::string(what) + ": " + std::generic_category().message(errno));
}

struct Free
{
    void operator()(SSL_CTX *context) const { SSL_CTX_free(context); }
};

/// The same for all connections: making one takes longer than a handshake may, and would count as
/// the mail server's time. A plan has one authority.
SSL_CTX *contextFor(const std::string &authorityFile)
{
    static const auto shared = [&authorityFile] {
        std::unique_ptr<SSL_CTX, Free> context(SSL_CTX_new(TLS_client_method()));
        SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER, nullptr);
        if (SSL_CTX_load_verify_locations(context.get(), authorityFile.c_str(), nullptr) != 1)
            throw std::runtime_error("cannot read " + authorityFile);
        return context;
    }();
    return shared.get();
}

} // namespace

Socket::Socket(const Endpoint &endpoint)
{
    try {
        connect(endpoint);
        if (!endpoint.authorityFile.empty())
            encrypt(endpoint);
    } catch (...) {
        close();
        throw;
    }
}

Socket::~Socket()
{
    if (m_tls)
        SSL_shutdown(m_tls.get());
    close();
}

void Socket::close()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_descriptor = -1;
}

void Socket::connect(const Endpoint &endpoint)
{
    addrinfo hints{};
    hints.ai_family = AF_INET; // the sandbox listens there
    hints.ai_socktype = SOCK_STREAM;
    addrinfo *found = nullptr;
    if (getaddrinfo(endpoint.host.c_str(), std::to_string(endpoint.port).c_str(), &hints, &found)
        != 0)
        throw std::runtime_error("there is no host " + endpoint.host);
    const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> address(found, &freeaddrinfo);
    m_descriptor = socket(address->ai_family, address->ai_socktype | SOCK_CLOEXEC, 0);
    if (m_descriptor < 0 || ::connect(m_descriptor, address->ai_addr, address->ai_addrlen) != 0)
        failed("connect");
    const int yes = 1;
    if (setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes) != 0)
        failed("TCP_NODELAY");
}

void Socket::encrypt(const Endpoint &endpoint)
{
    m_tls.reset(SSL_new(contextFor(endpoint.authorityFile)));
    SSL_set_fd(m_tls.get(), m_descriptor);
    SSL_set1_host(m_tls.get(), endpoint.host.c_str());
    if (SSL_connect(m_tls.get()) != 1)
        throw std::runtime_error("the TLS handshake failed");
}

void Socket::write(std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto size = std::min(bytes.size(), chunk);
        const auto written = m_tls ? SSL_write(m_tls.get(), bytes.data(), static_cast<int>(size))
                                   : send(m_descriptor, bytes.data(), size, MSG_NOSIGNAL);
        if (written <= 0)
            failed("write");
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void Socket::receive()
{
    std::array<char, chunk> bytes;
    const auto size = m_tls ? SSL_read(m_tls.get(), bytes.data(), static_cast<int>(bytes.size()))
                            : recv(m_descriptor, bytes.data(), bytes.size(), 0);
    if (size <= 0)
        throw std::runtime_error("the server closed the connection");
    m_buffer.erase(0, m_start);
    m_start = 0;
    m_buffer.append(bytes.data(), static_cast<std::size_t>(size));
}

std::string Socket::readLine()
{
    for (std::size_t scanned = 0;;) {
        const auto end = m_buffer.find("\r\n", m_start + scanned);
        if (end != std::string::npos) {
            auto line = m_buffer.substr(m_start, end - m_start);
            m_start = end + 2;
            return line;
        }
        scanned = m_buffer.size() - m_start;
        scanned -= std::min<std::size_t>(scanned, 1); // the CR may be there already
        receive();
    }
}

std::string Socket::readBytes(std::size_t count)
{
    while (m_buffer.size() - m_start < count)
        receive();
    auto bytes = m_buffer.substr(m_start, count);
    m_start += count;
    return bytes;
}

} // namespace load
