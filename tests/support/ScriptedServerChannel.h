// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/ScriptedServer.h"

#include <optional>
#include <random>
#include <string>
#include <string_view>

using SSL = struct ssl_st;
using SSL_CTX = struct ssl_ctx_st;

namespace support {

/// One accepted connection of a ScriptedServer, plain or TLS. Every call blocks its thread until it
/// is done, the peer is gone or the server is told to stop.
class ScriptedServerChannel
{
public:
    /// Takes the socket over. `stopFd` becomes readable when the server has to stop.
    ScriptedServerChannel(int socket, int stopFd, const ScriptedServerOptions &options);
    ~ScriptedServerChannel();
    ScriptedServerChannel(const ScriptedServerChannel &) = delete;
    ScriptedServerChannel &operator=(const ScriptedServerChannel &) = delete;

    /// False when the handshake failed, whoever broke it off.
    bool startTls();
    /// False when the peer is gone or the limit of resetAfter is reached.
    bool send(std::string_view bytes);
    /// Some bytes; nothing when the peer is gone.
    std::optional<std::string> receive();
    /// Up to and with the next LF; nothing when the peer is gone before.
    std::optional<std::string> receiveLine();
    /// Exactly so many bytes; nothing when the peer is gone before.
    std::optional<std::string> receiveBytes(std::size_t count);
    void close();
    void reset();

    std::string serverName() const;
    bool isResumed() const;
    bool wasReset() const { return m_wasReset; }

private:
    enum class Direction { Read, Write };
    bool wait(Direction direction) const;
    bool waitForTls(int result);
    bool sendPiece(std::string_view bytes);
    std::size_t nextPieceSize(std::size_t left);
    bool pause();

    int m_socket;
    int m_stopFd;
    const ScriptedServerOptions &m_options;
    SSL_CTX *m_context = nullptr;
    SSL *m_tls = nullptr;
    std::string m_buffer;
    std::size_t m_sent = 0;
    bool m_wasReset = false;
    std::minstd_rand m_random; ///< seeded with a constant: a failure can be repeated
};

} // namespace support
