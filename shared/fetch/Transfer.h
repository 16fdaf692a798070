// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fetch/Fetcher.h"
#include "transfer/Transfer.h"

namespace fetch {

/// One request to one address. It stays where it is, because libcurl keeps pointers to it.
class Transfer
{
public:
    /// Both outlive it.
    Transfer(transfer::Loop &loop, const Policy &policy, const Limits &limits);

    /// The connection will go to `address`, whatever the name service says by then; name and
    /// certificate stay those of the URL.
    void prepare(const HttpsUrl &url, const QHostAddress &address, const std::string &userAgent,
                 const std::string &accept);
    core::Task<core::Result<Response>> run(core::Deadline deadline,
                                           core::Cancellation cancellation);
    /// After a failure: nothing was sent, so another address of the host may do better.
    bool mayTryOtherAddress() const { return m_transfer.code() == CURLE_COULDNT_CONNECT; }

private:
    static curl_socket_t openSocket(void *self, curlsocktype purpose, curl_sockaddr *address);

    const Policy &m_policy;
    const Limits &m_limits;
    transfer::Transfer m_transfer;
    bool m_wasRefused = false;
};

} // namespace fetch
