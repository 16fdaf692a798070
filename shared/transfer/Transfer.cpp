// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/Transfer.h"

#include "core/Ascii.h"
#include "net/TimeLimit.h"

#include <optional>

namespace transfer {

using core::ErrorKind;

std::string Response::header(std::string_view name) const
{
    std::string value;
    for (const auto &[fieldName, fieldValue] : headers) {
        if (fieldName == name)
            value += (value.empty() ? "" : ", ") + fieldValue;
    }
    return value;
}

Transfer::Transfer(Loop &loop, Limits limits, std::string peer)
    : m_loop(loop)
    , m_limits(limits)
    , m_peer(std::move(peer))
    , m_easy(curl_easy_init())
{
    m_isGood = m_easy != nullptr;
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_PROXY, ""); // not even one of the environment
    set(CURLOPT_NOPROXY, "*");
    set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    set(CURLOPT_PATH_AS_IS, 1L);
    set(CURLOPT_NOSIGNAL, 1L);

    set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    // One file and no folder: only so libcurl keeps what it read, which costs 20 ms (7.87).
    set(CURLOPT_CAPATH, static_cast<const char *>(nullptr));

    set(CURLOPT_HEADERFUNCTION, &Transfer::takeHeader);
    set(CURLOPT_HEADERDATA, static_cast<void *>(this));
    set(CURLOPT_WRITEFUNCTION, &Transfer::takeBody);
    set(CURLOPT_WRITEDATA, static_cast<void *>(this));
}

Transfer::~Transfer()
{
    m_loop.abort(m_easy);
    curl_easy_cleanup(m_easy);
}

void Transfer::setFields(const std::vector<std::string> &fields)
{
    m_fields.reset();
    for (const auto &field : fields) {
        auto *const longer = curl_slist_append(m_fields.get(), field.c_str());
        m_isGood = m_isGood && longer != nullptr;
        if (longer != nullptr && !m_fields)
            m_fields.reset(longer);
    }
    set(CURLOPT_HTTPHEADER, m_fields.get());
}

void Transfer::setConnectTo(const std::string &rule)
{
    m_connectTo.reset(curl_slist_append(nullptr, rule.c_str()));
    set(CURLOPT_CONNECT_TO, m_connectTo.get());
}

void Transfer::setAuthorities(const std::string &caFile)
{
    if (!caFile.empty())
        set(CURLOPT_CAINFO, caFile.c_str());
}

core::Task<core::Result<Response>> Transfer::run(core::Deadline deadline,
                                                 core::Cancellation cancellation)
{
    if (!m_isGood)
        co_return core::Error(ErrorKind::Internal, "The request cannot be made.",
                              "libcurl does not know an option");
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
        co_return core::Error(ErrorKind::DeadlineExceeded, m_peer + " took too long.");
    if (m_code != CURLE_OK)
        co_return failure();
    setStatus();
    co_return std::move(m_response);
}

void Transfer::setStatus()
{
    long status = 0;
    curl_easy_getinfo(m_easy, CURLINFO_RESPONSE_CODE, &status);
    m_response.status = static_cast<int>(status);
}

core::Error Transfer::failure() const
{
    const std::string detail = curl_easy_strerror(m_code);
    if (m_isTooLarge)
        return {ErrorKind::TooLarge, m_peer + " sent an answer that is too large.", detail};
    switch (m_code) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
        return {ErrorKind::Unavailable, m_peer + " cannot be reached.", detail};
    case CURLE_OPERATION_TIMEDOUT:
        return {ErrorKind::DeadlineExceeded, m_peer + " took too long.", detail};
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
        return {ErrorKind::UntrustedPeer,
                m_peer + " could not prove its identity with a certificate.", detail};
    default:
        return {ErrorKind::Protocol, m_peer + " did not answer properly.", detail};
    }
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
    if (core::trimmed(line).empty() && transfer->m_onHead) {
        transfer->setStatus();
        if (transfer->m_response.status >= 200)
            transfer->m_onHead(transfer->m_response);
    }
    return line.size();
}

std::size_t Transfer::takeBody(char *data, std::size_t size, std::size_t count, void *self)
{
    auto *const transfer = static_cast<Transfer *>(self);
    const std::string_view piece(data, size * count);
    if (transfer->m_sink) {
        transfer->setStatus();
        if (transfer->m_response.status / 100 == 2)
            return transfer->m_sink(piece);
    }
    auto &body = transfer->m_response.body;
    if (piece.size() > transfer->m_limits.body - body.size()) {
        transfer->m_isTooLarge = true;
        return 0;
    }
    body.append(piece);
    return piece.size();
}

} // namespace transfer
