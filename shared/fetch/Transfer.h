// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fetch/Fetcher.h"

#include <curl/curl.h>

#include <memory>

namespace fetch {

/// One request to one address, as a libcurl easy handle with everything switched off that is not
/// needed. It stays where it is, because libcurl keeps pointers to it.
class Transfer
{
public:
    /// All three outlive it.
    Transfer(TransferLoop &loop, const Policy &policy, const Limits &limits);
    ~Transfer();
    Transfer(const Transfer &) = delete;
    Transfer &operator=(const Transfer &) = delete;

    /// The connection will go to `address`, whatever the name service says by then; name and
    /// certificate stay those of the URL. Internal: libcurl lacks something.
    core::Result<core::Done> prepare(const HttpsUrl &url, const QHostAddress &address,
                                     const std::string &userAgent, const std::string &accept);
    core::Task<core::Result<Response>> run(core::Deadline deadline,
                                           core::Cancellation cancellation);
    /// After a failure: nothing was sent, so another address of the host may do better.
    bool mayTryOtherAddress() const { return m_code == CURLE_COULDNT_CONNECT; }

private:
    struct FreeList
    {
        void operator()(curl_slist *list) const { curl_slist_free_all(list); }
    };
    using List = std::unique_ptr<curl_slist, FreeList>;

    static curl_socket_t openSocket(void *self, curlsocktype purpose, curl_sockaddr *address);
    static std::size_t takeHeader(char *data, std::size_t size, std::size_t count, void *self);
    static std::size_t takeBody(char *data, std::size_t size, std::size_t count, void *self);
    core::Error failure() const;

    TransferLoop &m_loop;
    const Policy &m_policy;
    const Limits &m_limits;
    CURL *m_easy;
    List m_connectTo;
    List m_fields;
    Response m_response;
    std::size_t m_headerBytes = 0;
    CURLcode m_code = CURLE_OK;
    bool m_wasRefused = false;
    bool m_isTooLarge = false;
};

} // namespace fetch
