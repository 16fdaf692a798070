// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/Transfer.h"

#include "core/Ascii.h"
#include "fetch/TransferLoop.h"
#include "net/TimeLimit.h"

#include <sys/socket.h>

namespace fetch {

namespace {

using core::ErrorKind;

/// As libcurl writes addresses in "host:port" texts.
std::string bracketed(const std::string &host)
{
    return host.find(':') == std::string::npos ? host : "[" + host + "]";
}

} // namespace

Transfer::Transfer(TransferLoop &loop, const Policy &policy, const Limits &limits)
    : m_loop(loop)
    , m_policy(policy)
    , m_limits(limits)
    , m_easy(curl_easy_init())
{}

Transfer::~Transfer()
{
    m_loop.abort(m_easy);
    curl_easy_cleanup(m_easy);
}

core::Result<core::Done> Transfer::prepare(const HttpsUrl &url, const QHostAddress &address,
                                           const std::string &userAgent, const std::string &accept)
{
    bool isGood = m_easy != nullptr;
    const auto set = [&](CURLoption option, auto value) {
        isGood = isGood && curl_easy_setopt(m_easy, option, value) == CURLE_OK;
    };
    const std::string port = std::to_string(url.port());
    const std::string pinned = bracketed(url.host()) + ":" + port + ":"
                               + bracketed(address.toString().toStdString()) + ":" + port;
    m_connectTo.reset(curl_slist_append(nullptr, pinned.c_str()));
    m_fields.reset(curl_slist_append(nullptr, ("Accept: " + accept).c_str()));

    set(CURLOPT_URL, url.text().c_str());
    set(CURLOPT_CONNECT_TO, m_connectTo.get());
    set(CURLOPT_PROTOCOLS_STR, "https");
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_PROXY, ""); // not even one of the environment
    set(CURLOPT_NOPROXY, "*");
    set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    set(CURLOPT_PATH_AS_IS, 1L);
    set(CURLOPT_HTTPHEADER, m_fields.get());
    set(CURLOPT_USERAGENT, userAgent.c_str());
    set(CURLOPT_FRESH_CONNECT, 1L);
    set(CURLOPT_FORBID_REUSE, 1L);
    set(CURLOPT_NOSIGNAL, 1L);

    set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    // One file and no folder: only so libcurl keeps what it read, which costs 20 ms (7.87).
    set(CURLOPT_CAPATH, static_cast<const char *>(nullptr));
    if (!m_policy.caFile.empty())
        set(CURLOPT_CAINFO, m_policy.caFile.c_str());

    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(m_limits.connect.count()));
    set(CURLOPT_OPENSOCKETFUNCTION, &Transfer::openSocket);
    set(CURLOPT_OPENSOCKETDATA, static_cast<void *>(this));
    set(CURLOPT_HEADERFUNCTION, &Transfer::takeHeader);
    set(CURLOPT_HEADERDATA, static_cast<void *>(this));
    set(CURLOPT_WRITEFUNCTION, &Transfer::takeBody);
    set(CURLOPT_WRITEDATA, static_cast<void *>(this));
    if (!isGood)
        return core::Error(ErrorKind::Internal, "The document cannot be fetched.",
                           "libcurl does not know an option");
    return core::Done{};
}

core::Task<core::Result<Response>> Transfer::run(core::Deadline deadline,
                                                 core::Cancellation cancellation)
{
    if (cancellation.isCancelled())
        co_return core::Error(ErrorKind::Cancelled, "cancelled");
    const auto finished = m_loop.start(m_easy);
    std::optional<ErrorKind> stopped;
    const net::TimeLimit limit(deadline, cancellation, [&stopped, finished](ErrorKind kind) {
        stopped = kind;
        finished.complete(CURLE_ABORTED_BY_CALLBACK);
    });
    m_code = co_await finished;
    m_loop.abort(m_easy);
    if (stopped == ErrorKind::Cancelled)
        co_return core::Error(ErrorKind::Cancelled, "cancelled");
    if (stopped)
        co_return core::Error(ErrorKind::DeadlineExceeded, "Fetching the document took too long.");
    if (m_code != CURLE_OK)
        co_return failure();
    long status = 0;
    curl_easy_getinfo(m_easy, CURLINFO_RESPONSE_CODE, &status);
    m_response.status = static_cast<int>(status);
    co_return std::move(m_response);
}

core::Error Transfer::failure() const
{
    const std::string detail = curl_easy_strerror(m_code);
    if (m_isTooLarge)
        return {ErrorKind::TooLarge, "The document is too large.", detail};
    if (m_wasRefused)
        return {ErrorKind::PermissionDenied, "The host of the URL is not on the public internet.",
                detail};
    switch (m_code) {
    case CURLE_COULDNT_CONNECT:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
        return {ErrorKind::Unavailable, "The host of the URL cannot be reached.", detail};
    case CURLE_OPERATION_TIMEDOUT:
        return {ErrorKind::DeadlineExceeded, "Fetching the document took too long.", detail};
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
        return {ErrorKind::UntrustedPeer,
                "The host of the URL could not prove its identity with a certificate.", detail};
    default:
        return {ErrorKind::Protocol, "The host of the URL did not answer properly.", detail};
    }
}

/// The second wall: whatever made libcurl choose this address, it must be one that is allowed.
curl_socket_t Transfer::openSocket(void *self, curlsocktype, curl_sockaddr *address)
{
    auto *const transfer = static_cast<Transfer *>(self);
    if (!transfer->m_policy.allows(QHostAddress(&address->addr))) {
        transfer->m_wasRefused = true;
        return CURL_SOCKET_BAD;
    }
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

std::size_t Transfer::takeHeader(char *data, std::size_t size, std::size_t count, void *self)
{
    auto *const transfer = static_cast<Transfer *>(self);
    const std::string_view line(data, size * count);
    transfer->m_headerBytes += line.size();
    if (transfer->m_headerBytes > transfer->m_limits.headers) {
        transfer->m_isTooLarge = true;
        return 0;
    }
    if (line.starts_with("HTTP/")) // of an interim answer, or of the one that counts
        transfer->m_response.headers.clear();
    if (const auto colon = line.find(':'); colon != std::string_view::npos)
        transfer->m_response.headers.emplace_back(core::toLower(line.substr(0, colon)),
                                                  core::trimmed(line.substr(colon + 1)));
    return line.size();
}

std::size_t Transfer::takeBody(char *data, std::size_t size, std::size_t count, void *self)
{
    auto *const transfer = static_cast<Transfer *>(self);
    auto &body = transfer->m_response.body;
    if (size * count > transfer->m_limits.body - body.size()) {
        transfer->m_isTooLarge = true;
        return 0;
    }
    body.append(data, size * count);
    return size * count;
}

} // namespace fetch
