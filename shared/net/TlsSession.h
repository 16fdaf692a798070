// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/TlsContext.h"
#include "net/TlsFailure.h"
#include "net/TlsReport.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

class QTcpSocket;

struct bio_st;
struct ssl_st;
struct x509_store_ctx_st;

namespace net {

/// The client's side of TLS on a connected socket: OpenSSL reads from it and writes to it. Nothing
/// here waits. OpenSSL is used itself, and not through QSslSocket, because a session that rests
/// keeps no buffers then, 36 kB and not 117, and because a connection does not build a context of
/// its own.
///
/// Whatever is wrong with the certificate is collected, and the handshake goes on, so that all of
/// it can be told. Who uses the session must look at complaints() before anything is sent.
class TlsSession
{
public:
    enum class Step {
        Done,
        NeedsBytes, ///< from the socket
        Ended,      ///< failure() says why, unless the peer or the socket has ended it
    };
    struct Reading
    {
        Step step = Step::Done;
        std::size_t bytes = 0; ///< > 0 if Done
    };

    /// `host`, in the form of canonicalHost(), is asked for (SNI, RFC 6066 §3) and what the
    /// certificate has to be for (RFC 9525). The socket outlives the session and is unbuffered.
    TlsSession(std::shared_ptr<const TlsContext> context, const std::string &host,
               QTcpSocket &socket);
    ~TlsSession();
    TlsSession(const TlsSession &) = delete;
    TlsSession &operator=(const TlsSession &) = delete;

    /// As much of the handshake as is possible now.
    Step handshake();
    /// What there is to say against the peer's certificate; after the handshake it is complete.
    const std::vector<CertificateComplaint> &complaints() const { return m_complaints; }
    Reading read(std::span<char> target);
    /// Encrypts everything and gives it to the socket, which keeps what cannot leave yet. False: it
    /// has ended.
    bool write(std::string_view bytes);
    /// In OpenSSL's words.
    const std::string &failure() const { return m_failure; }
    TlsReport report() const;

private:
    struct Free
    {
        void operator()(ssl_st *native) const;
    };

    Step stepAfter(int result);
    void checkPeer();
    void complain(int error, const QSslCertificate &certificate);
    static int onVerification(int isGood, x509_store_ctx_st *verification);

    std::shared_ptr<const TlsContext> m_context;
    QTcpSocket &m_socket;
    std::unique_ptr<ssl_st, Free> m_native;
    std::vector<CertificateComplaint> m_complaints;
    std::string m_failure;
};

} // namespace net
