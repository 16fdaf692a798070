// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Cancellation.h"
#include "core/Clock.h"
#include "core/Result.h"
#include "core/Task.h"
#include "transfer/Loop.h"

#include <curl/curl.h>

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace transfer {

/// One complete answer. Redirects are answers like others: nobody follows them.
struct Response
{
    int status = 0;
    std::vector<std::pair<std::string, std::string>> headers; ///< names in lower case
    std::string body;

    /// The value of a field, several of one name joined by ", " (RFC 9110 §5.2); empty if there is
    /// none. `name` is in lower case.
    std::string header(std::string_view name) const;
};

/// How much of an answer is taken, in bytes as they come: nothing is unpacked.
struct Limits
{
    std::size_t headers = 32UL * 1024; ///< all fields
    std::size_t body = 64UL * 1024;
};

/// One HTTP request, as a libcurl easy handle with everything switched off that is not needed: no
/// proxy, no redirect, no cookie, no credentials of the environment; TLS 1.2 or newer with a
/// certificate for the name. It stays where it is, because libcurl keeps pointers to it. Main
/// thread only.
class Transfer
{
public:
    /// Takes a piece of the body and says how much of it was taken: all of it, nothing (which
    /// breaks the transfer off), or CURL_WRITEFUNC_PAUSE. It must not touch the transfer.
    using Sink = std::function<std::size_t(std::string_view)>;

    /// `peer` begins the sentences of errors ("The host of the URL"). The loop outlives it.
    Transfer(Loop &loop, Limits limits, std::string peer);
    ~Transfer();
    Transfer(const Transfer &) = delete;
    Transfer &operator=(const Transfer &) = delete;

    /// What libcurl does not know is reported by run().
    template <typename Value>
    void set(CURLoption option, Value value)
    {
        m_isGood = m_isGood && curl_easy_setopt(m_easy, option, value) == CURLE_OK;
    }
    /// Header fields, "Name: value".
    void setFields(const std::vector<std::string> &fields);
    /// The connection goes to this "host:port:address:port", whatever the name service says.
    void setConnectTo(const std::string &rule);
    /// PEM file of the only authorities that are trusted; empty: those of the system.
    void setAuthorities(const std::string &caFile);
    /// Where the body of a 2xx answer goes instead of Response::body and its limit.
    void setSink(Sink sink) { m_sink = std::move(sink); }
    /// The head is complete: for whoever has a sink and wants to know before the end. Called from
    /// inside libcurl, so it must not touch the transfer.
    void setOnHead(std::function<void(const Response &)> onHead) { m_onHead = std::move(onHead); }
    /// After the sink paused. May call the sink.
    void resume() { curl_easy_pause(m_easy, CURLPAUSE_CONT); }

    /// Once. Unavailable; UntrustedPeer; TooLarge; DeadlineExceeded; Cancelled; Protocol; Internal.
    core::Task<core::Result<Response>> run(core::Deadline deadline,
                                           core::Cancellation cancellation);
    /// What libcurl said in the end.
    CURLcode code() const { return m_code; }

private:
    struct FreeList
    {
        void operator()(curl_slist *list) const { curl_slist_free_all(list); }
    };
    using List = std::unique_ptr<curl_slist, FreeList>;

    static std::size_t takeHeader(char *data, std::size_t size, std::size_t count, void *self);
    static std::size_t takeBody(char *data, std::size_t size, std::size_t count, void *self);
    void setStatus();
    core::Error failure() const;

    Loop &m_loop;
    Limits m_limits;
    std::string m_peer;
    CURL *m_easy;
    List m_connectTo;
    List m_fields;
    Sink m_sink;
    std::function<void(const Response &)> m_onHead;
    Response m_response;
    std::size_t m_headerBytes = 0;
    CURLcode m_code = CURLE_OK;
    bool m_isGood = true;
    bool m_isTooLarge = false;
};

} // namespace transfer
