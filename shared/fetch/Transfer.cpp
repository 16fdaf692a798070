// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/Transfer.h"

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

namespace fetch {

namespace {

#ifdef SOCK_CLOEXEC
constexpr int closeOnExec = SOCK_CLOEXEC;
#else
constexpr int closeOnExec = 0; // neither Windows nor macOS has it
#endif

/// As libcurl writes addresses in "host:port" texts.
std::string bracketed(const std::string &host)
{
    return host.find(':') == std::string::npos ? host : "[" + host + "]";
}

} // namespace

Transfer::Transfer(transfer::Loop &loop, const Policy &policy, const Limits &limits)
    : m_policy(policy)
    , m_limits(limits)
    , m_transfer(loop, {.headers = limits.headers, .body = limits.body}, "The host of the URL")
{}

void Transfer::prepare(const HttpsUrl &url, const QHostAddress &address,
                       const std::string &userAgent, const std::string &accept)
{
    const std::string port = std::to_string(url.port());
    m_transfer.setConnectTo(bracketed(url.host()) + ":" + port + ":"
                            + bracketed(address.toString().toStdString()) + ":" + port);
    m_transfer.setFields({"Accept: " + accept});
    m_transfer.setAuthorities(m_policy.caFile);
    m_transfer.set(CURLOPT_URL, url.text().c_str());
    m_transfer.set(CURLOPT_PROTOCOLS_STR, "https");
    m_transfer.set(CURLOPT_USERAGENT, userAgent.c_str());
    m_transfer.set(CURLOPT_FRESH_CONNECT, 1L);
    m_transfer.set(CURLOPT_FORBID_REUSE, 1L);
    m_transfer.set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(m_limits.connect.count()));
    m_transfer.set(CURLOPT_OPENSOCKETFUNCTION, &Transfer::openSocket);
    m_transfer.set(CURLOPT_OPENSOCKETDATA, static_cast<void *>(this));
}

core::Task<core::Result<Response>> Transfer::run(core::Deadline deadline,
                                                 core::Cancellation cancellation)
{
    auto response = co_await m_transfer.run(deadline, cancellation);
    if (!response && m_wasRefused)
        co_return core::Error(core::ErrorKind::PermissionDenied,
                              "The host of the URL is not on the public internet.",
                              response.error().detail);
    co_return response;
}

/// The second wall: whatever made libcurl choose this address, it must be one that is allowed.
curl_socket_t Transfer::openSocket(void *self, curlsocktype, curl_sockaddr *address)
{
    auto *const transfer = static_cast<Transfer *>(self);
    if (!transfer->m_policy.allows(QHostAddress(&address->addr))) {
        transfer->m_wasRefused = true;
        return CURL_SOCKET_BAD;
    }
    return ::socket(address->family, address->socktype | closeOnExec, address->protocol);
}

} // namespace fetch
