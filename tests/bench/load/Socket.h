// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Plan.h"

#include <openssl/ssl.h>

#include <memory>
#include <string>
#include <string_view>

namespace load {

/// One blocking connection of one thread. Throws std::runtime_error when anything goes wrong.
class Socket
{
public:
    explicit Socket(const Endpoint &endpoint);
    ~Socket();
    Socket(const Socket &) = delete;
    Socket &operator=(const Socket &) = delete;

    void write(std::string_view bytes);
    /// Up to the line end, which is left out.
    std::string readLine();
    std::string readBytes(std::size_t count);

private:
    void connect(const Endpoint &endpoint);
    void encrypt(const Endpoint &endpoint);
    void receive();
    void close();

    struct Free
    {
        void operator()(SSL *tls) const { SSL_free(tls); }
    };

    int m_descriptor = -1;
    std::unique_ptr<SSL, Free> m_tls;
    std::string m_buffer;
    std::size_t m_start = 0;
};

} // namespace load
