// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/ScriptedServerChannel.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <stdexcept>
#include <utility>

namespace support {

namespace {

void useIdentity(SSL_CTX *context, const TlsIdentity &identity)
{
    BIO *bio = BIO_new_mem_buf(identity.certificateChain.data(),
                               static_cast<int>(identity.certificateChain.size()));
    bool isLeaf = true;
    while (X509 *certificate = PEM_read_bio_X509(bio, nullptr, nullptr, nullptr)) {
        if (isLeaf) {
            SSL_CTX_use_certificate(context, certificate);
            X509_free(certificate);
        } else {
            SSL_CTX_add_extra_chain_cert(context, certificate); // takes it over
        }
        isLeaf = false;
    }
    BIO_free(bio);
    bio = BIO_new_mem_buf(identity.privateKey.data(), static_cast<int>(identity.privateKey.size()));
    EVP_PKEY *key = PEM_read_bio_PrivateKey(bio, nullptr, nullptr, nullptr);
    BIO_free(bio);
    if (!key || SSL_CTX_use_PrivateKey(context, key) != 1)
        throw std::runtime_error("the scripted server has no TLS identity");
    EVP_PKEY_free(key);
    ERR_clear_error();
}

} // namespace

ScriptedServerChannel::ScriptedServerChannel(int socket, int stopFd,
                                             const ScriptedServerOptions &options)
    : m_socket(socket)
    , m_stopFd(stopFd)
    , m_options(options)
{
    const int on = 1;
    setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    fcntl(m_socket, F_SETFL, O_NONBLOCK); // NOLINT(cppcoreguidelines-pro-type-vararg): POSIX
}

ScriptedServerChannel::~ScriptedServerChannel()
{
    SSL_free(m_tls);
    SSL_CTX_free(m_context);
    if (m_socket >= 0)
        ::close(m_socket);
}

bool ScriptedServerChannel::wait(Direction direction) const
{
    std::array<pollfd, 2> fds{
        pollfd{.fd = m_stopFd, .events = POLLIN, .revents = 0},
        pollfd{.fd = m_socket,
               .events = static_cast<short>(direction == Direction::Read ? POLLIN : POLLOUT),
               .revents = 0}};
    while (poll(fds.data(), fds.size(), -1) < 0) {
        if (errno != EINTR)
            return false;
    }
    return fds[0].revents == 0;
}

bool ScriptedServerChannel::waitForTls(int result)
{
    switch (SSL_get_error(m_tls, result)) {
    case SSL_ERROR_WANT_READ:
        return wait(Direction::Read);
    case SSL_ERROR_WANT_WRITE:
        return wait(Direction::Write);
    default:
        ERR_clear_error();
        return false;
    }
}

bool ScriptedServerChannel::startTls()
{
    m_context = SSL_CTX_new(TLS_server_method());
    // Even what nobody should accept has to be offered for the client to refuse it.
    SSL_CTX_set_security_level(m_context, 0);
    SSL_CTX_set_min_proto_version(m_context, m_options.oldestTls);
    SSL_CTX_set_max_proto_version(m_context, m_options.newestTls);
    if (m_options.oldestTls < TLS1_2_VERSION)
        SSL_CTX_set_cipher_list(m_context, "ALL:@SECLEVEL=0");
    if (!m_options.ciphers.empty()) {
        SSL_CTX_set_cipher_list(m_context, (m_options.ciphers + ":@SECLEVEL=0").c_str());
        SSL_CTX_set_dh_auto(m_context, 1);
    }
    useIdentity(m_context, m_options.identity);
    m_tls = SSL_new(m_context);
    SSL_set_fd(m_tls, m_socket);
    while (true) {
        const int result = SSL_accept(m_tls);
        if (result == 1)
            return true;
        if (!waitForTls(result))
            return false;
    }
}

bool ScriptedServerChannel::sendPiece(std::string_view bytes)
{
    while (!bytes.empty()) {
        if (m_tls) {
            const int written = SSL_write(m_tls, bytes.data(), static_cast<int>(bytes.size()));
            if (written > 0)
                bytes.remove_prefix(static_cast<std::size_t>(written));
            else if (!waitForTls(written))
                return false;
            continue;
        }
        const auto written = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (written >= 0)
            bytes.remove_prefix(static_cast<std::size_t>(written));
        else if ((errno != EAGAIN && errno != EINTR) || !wait(Direction::Write))
            return false;
    }
    return true;
}

std::size_t ScriptedServerChannel::nextPieceSize(std::size_t left)
{
    using Segments = ScriptedServerOptions::Segments;
    constexpr std::size_t record = 16384;
    if (m_options.segments == Segments::SingleBytes)
        return 1;
    if (m_options.segments == Segments::Delayed && left <= record)
        return std::uniform_int_distribution<std::size_t>((left + 2) / 3, left)(m_random);
    return record;
}

/// Waits for a random time; false when the server is told to stop.
bool ScriptedServerChannel::pause()
{
    constexpr double longest = 200;
    const double share = std::uniform_real_distribution<double>(0, 1)(m_random);
    pollfd stop{.fd = m_stopFd, .events = POLLIN, .revents = 0};
    return poll(&stop, 1, static_cast<int>(longest * std::pow(share, 6))) == 0;
}

bool ScriptedServerChannel::send(std::string_view bytes)
{
    const auto allowed = m_options.resetAfter.value_or(m_sent + bytes.size()) - m_sent;
    auto rest = bytes.substr(0, allowed);
    m_sent += rest.size();
    while (!rest.empty()) {
        const auto piece = rest.substr(0, nextPieceSize(rest.size()));
        if (m_options.segments == ScriptedServerOptions::Segments::Delayed && !pause())
            return false;
        if (!sendPiece(piece))
            return false;
        rest.remove_prefix(piece.size());
    }
    if (m_options.resetAfter && m_sent >= *m_options.resetAfter) {
        reset();
        return false;
    }
    return true;
}

std::optional<std::string> ScriptedServerChannel::receive()
{
    if (!m_buffer.empty())
        return std::exchange(m_buffer, {});
    std::array<char, 16384> piece{};
    while (m_socket >= 0) {
        if (m_tls) {
            const int count = SSL_read(m_tls, piece.data(), static_cast<int>(piece.size()));
            if (count > 0)
                return std::string(piece.data(), static_cast<std::size_t>(count));
            if (!waitForTls(count))
                return std::nullopt;
            continue;
        }
        const auto count = recv(m_socket, piece.data(), piece.size(), 0);
        if (count > 0)
            return std::string(piece.data(), static_cast<std::size_t>(count));
        if (count == 0 || (errno != EAGAIN && errno != EINTR) || !wait(Direction::Read))
            return std::nullopt;
    }
    return std::nullopt;
}

std::optional<std::string> ScriptedServerChannel::receiveLine()
{
    std::string text;
    while (true) {
        auto piece = receive();
        if (!piece)
            return std::nullopt;
        const auto end = piece->find('\n');
        if (end != std::string::npos) {
            m_buffer = piece->substr(end + 1);
            return text + piece->substr(0, end + 1);
        }
        text += *piece;
    }
}

std::optional<std::string> ScriptedServerChannel::receiveBytes(std::size_t count)
{
    std::string bytes;
    while (bytes.size() < count) {
        auto piece = receive();
        if (!piece)
            return std::nullopt;
        const auto missing = std::min(count - bytes.size(), piece->size());
        m_buffer = piece->substr(missing);
        bytes += piece->substr(0, missing);
    }
    return bytes;
}

void ScriptedServerChannel::close()
{
    if (m_tls)
        SSL_shutdown(m_tls);
    shutdown(m_socket, SHUT_WR);
    // Closing with unread bytes would turn into a reset and take our last words with it.
    while (receive()) {
    }
}

void ScriptedServerChannel::reset()
{
    const linger now{.l_onoff = 1, .l_linger = 0};
    setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    ::close(std::exchange(m_socket, -1));
    m_wasReset = true;
}

std::string ScriptedServerChannel::serverName() const
{
    const char *name = m_tls ? SSL_get_servername(m_tls, TLSEXT_NAMETYPE_host_name) : nullptr;
    return name ? name : "";
}

bool ScriptedServerChannel::isResumed() const
{
    return m_tls && SSL_session_reused(m_tls) == 1;
}

} // namespace support
