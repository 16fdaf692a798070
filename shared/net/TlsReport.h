// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

class QSslCertificate;

namespace net {

struct CertificateComplaint;

/// What is wrong with one certificate of a chain.
enum class CertificateProblem {
    Expired,
    NotYetValid,
    WrongName,
    SelfSigned,
    UnknownAuthority, ///< or the server does not send its intermediate certificates
    NotAnAuthority,   ///< it signed another one and must not
    Revoked,
    Untrusted, ///< anything else, as a signature or a key that is too weak
};

/// Stable snake_case name.
std::string_view nameOf(CertificateProblem problem);

/// A certificate in the words that administrators compare.
struct CertificateReport
{
    std::string subject; ///< "CN=mail.example.com, O=Example" (RFC 4514 without escapes)
    std::string issuer;
    std::chrono::sys_seconds notBefore;
    std::chrono::sys_seconds notAfter;
    std::vector<std::string> names; ///< host names and addresses that it is for (RFC 6125)
    std::string sha256;             ///< of the DER form: "AB:CD:…"
    std::string key;                ///< "RSA 2048", "EC 256"
    std::string pem;
    std::vector<CertificateProblem> problems; ///< each once; empty: nothing is wrong with it
};

/// What a TLS handshake told, whether or not it was completed.
struct TlsReport
{
    std::string version;                  ///< "TLS 1.3"; empty if the handshake did not come so far
    std::string cipher;                   ///< as OpenSSL writes it: "TLS_AES_256_GCM_SHA384"
    std::vector<CertificateReport> chain; ///< as the server sent it, its own certificate first
};

/// The certificates were sent by the peer: their texts are only to be shown as plain text.
std::vector<CertificateReport> describeChain(const QList<QSslCertificate> &chain,
                                             const std::vector<CertificateComplaint> &complaints);

} // namespace net
