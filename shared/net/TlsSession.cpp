// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/TlsSession.h"

#include <QHostAddress>
#include <QTcpSocket>

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>
#include <climits>
#include <new>
#include <utility>

namespace net {

namespace {

/// A chain has a few certificates, and each a few problems.
constexpr std::size_t mostComplaints = 64;

// --- The socket, as OpenSSL sees it

QTcpSocket &socketOf(BIO *bio)
{
    return *static_cast<QTcpSocket *>(BIO_get_data(bio));
}

int readFromSocket(BIO *bio, char *target, int size)
{
    auto &socket = socketOf(bio);
    BIO_clear_retry_flags(bio);
    if (socket.state() != QAbstractSocket::ConnectedState)
        return 0;
    const auto count = socket.read(target, size);
    if (count == 0) // nothing has come; the end is an error of the socket
        BIO_set_retry_read(bio);
    return count > 0 ? static_cast<int>(count) : count == 0 ? -1 : 0;
}

int writeToSocket(BIO *bio, const char *bytes, int size)
{
    auto &socket = socketOf(bio);
    BIO_clear_retry_flags(bio);
    if (socket.state() != QAbstractSocket::ConnectedState)
        return -1;
    return static_cast<int>(socket.write(bytes, size));
}

long controlSocket(BIO *bio, int command, long, void *)
{
    switch (command) {
    case BIO_CTRL_FLUSH:
        return 1; // the socket keeps nothing that could leave
    case BIO_CTRL_EOF:
        return socketOf(bio).state() != QAbstractSocket::ConnectedState ? 1 : 0;
    default:
        return 0;
    }
}

int beginSocket(BIO *bio)
{
    BIO_set_init(bio, 1);
    return 1;
}

struct FreeMethod
{
    void operator()(BIO_METHOD *method) const { BIO_meth_free(method); }
};

const BIO_METHOD *socketMethod()
{
    static const std::unique_ptr<BIO_METHOD, FreeMethod> method = [] {
        std::unique_ptr<BIO_METHOD, FreeMethod> made(
            BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "QTcpSocket"));
        if (!made)
            throw std::bad_alloc();
        BIO_meth_set_create(made.get(), beginSocket);
        BIO_meth_set_read(made.get(), readFromSocket);
        BIO_meth_set_write(made.get(), writeToSocket);
        BIO_meth_set_ctrl(made.get(), controlSocket);
        return made;
    }();
    return method.get();
}

/// Where a connection keeps whose it is.
int ownerIndex()
{
    static const int index = SSL_get_ex_new_index(0, nullptr, nullptr, nullptr, nullptr);
    return index;
}

// --- Certificates

QSslCertificate certificateFrom(const X509 *native)
{
    const int size = i2d_X509(native, nullptr);
    if (size <= 0)
        return QSslCertificate();
    QByteArray bytes(size, '\0');
    auto *next = reinterpret_cast<unsigned char *>(bytes.data());
    i2d_X509(native, &next);
    return QSslCertificate(bytes, QSsl::Der);
}

QList<QSslCertificate> chainOf(const SSL *native)
{
    QList<QSslCertificate> chain;
    const auto *const certificates = SSL_get_peer_cert_chain(native);
    for (int i = 0; i < sk_X509_num(certificates); ++i)
        chain.append(certificateFrom(sk_X509_value(certificates, i)));
    return chain;
}

/// The name that a certificate has to be for; false if it cannot be checked.
bool expect(SSL *native, const std::string &host)
{
    auto *const parameters = SSL_get0_param(native);
    X509_VERIFY_PARAM_set_hostflags(parameters, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
    if (QHostAddress address; address.setAddress(QString::fromStdString(host))) {
        address.setScopeId({});
        return X509_VERIFY_PARAM_set1_ip_asc(parameters, address.toString().toStdString().c_str())
               == 1;
    }
    // The macro for it has a cast of C.
    auto *const name = const_cast<char *>(host.c_str());
    return SSL_ctrl(native, SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, name) == 1
           && X509_VERIFY_PARAM_set1_host(parameters, host.data(), host.size()) == 1;
}

std::string takeErrors()
{
    std::string text;
    std::array<char, 256> line{};
    while (const auto code = ERR_get_error()) {
        ERR_error_string_n(code, line.data(), line.size());
        text += (text.empty() ? "" : "; ") + std::string(line.data());
    }
    return text;
}

} // namespace

void TlsSession::Free::operator()(ssl_st *native) const
{
    SSL_free(native);
}

TlsSession::TlsSession(std::shared_ptr<const TlsContext> context, const std::string &host,
                       QTcpSocket &socket)
    : m_context(std::move(context))
    , m_socket(socket)
    , m_native(SSL_new(m_context->native()))
{
    auto *const bio = BIO_new(socketMethod());
    if (!m_native || bio == nullptr)
        throw std::bad_alloc();
    BIO_set_data(bio, &m_socket);
    SSL_set_bio(m_native.get(), bio, bio); // which owns it now
    SSL_set_connect_state(m_native.get());
    SSL_set_ex_data(m_native.get(), ownerIndex(), this);
    SSL_set_verify(m_native.get(), SSL_VERIFY_PEER, onVerification);
    if (!expect(m_native.get(), host))
        complain(X509_V_ERR_HOSTNAME_MISMATCH, QSslCertificate());
}

TlsSession::~TlsSession() = default;

// --- Verification

/// OpenSSL calls it for each certificate, good or not. It goes on in any case.
int TlsSession::onVerification(int isGood, x509_store_ctx_st *verification)
{
    if (isGood == 1)
        return 1;
    const auto *const native = static_cast<const SSL *>(
        X509_STORE_CTX_get_ex_data(verification, SSL_get_ex_data_X509_STORE_CTX_idx()));
    auto *const session = static_cast<TlsSession *>(SSL_get_ex_data(native, ownerIndex()));
    const auto *const certificate = X509_STORE_CTX_get_current_cert(verification);
    session->complain(X509_STORE_CTX_get_error(verification),
                      certificate != nullptr ? certificateFrom(certificate) : QSslCertificate());
    return 1;
}

void TlsSession::complain(int error, const QSslCertificate &certificate)
{
    if (m_complaints.size() < mostComplaints)
        m_complaints.push_back({.error = error, .certificate = certificate});
}

/// What no certificate was complained of for.
void TlsSession::checkPeer()
{
    const auto *const peer = SSL_get0_peer_certificate(m_native.get());
    const auto verdict = SSL_get_verify_result(m_native.get());
    if (peer == nullptr)
        complain(CertificateComplaint::noCertificate, QSslCertificate());
    else if (verdict != X509_V_OK && m_complaints.empty())
        complain(static_cast<int>(verdict), certificateFrom(peer));
}

// --- The conversation

TlsSession::Step TlsSession::stepAfter(int result)
{
    const auto error = SSL_get_error(m_native.get(), result);
    if (error == SSL_ERROR_WANT_READ)
        return Step::NeedsBytes;
    // A socket that ends without a word of TLS is one that ends.
    const bool isCut = ERR_GET_REASON(ERR_peek_error()) == SSL_R_UNEXPECTED_EOF_WHILE_READING;
    const auto text = takeErrors();
    m_failure = isCut ? std::string() : text;
    return Step::Ended;
}

TlsSession::Step TlsSession::handshake()
{
    ERR_clear_error();
    const int result = SSL_do_handshake(m_native.get());
    if (result != 1)
        return stepAfter(result);
    checkPeer();
    return Step::Done;
}

TlsSession::Reading TlsSession::read(std::span<char> target)
{
    ERR_clear_error();
    std::size_t count = 0;
    const int result = SSL_read_ex(m_native.get(), target.data(), target.size(), &count);
    if (result == 1)
        return {.step = Step::Done, .bytes = count};
    return {.step = stepAfter(result), .bytes = 0};
}

bool TlsSession::write(std::string_view bytes)
{
    ERR_clear_error();
    std::size_t count = 0;
    const int result = SSL_write_ex(m_native.get(), bytes.data(), bytes.size(), &count);
    if (result == 1)
        return true;
    (void)stepAfter(result);
    return false;
}

TlsReport TlsSession::report() const
{
    TlsReport report;
    const auto *const cipher = SSL_get_current_cipher(m_native.get());
    if (cipher != nullptr) {
        report.version = SSL_version(m_native.get()) == TLS1_3_VERSION ? "TLS 1.3" : "TLS 1.2";
        report.cipher = SSL_CIPHER_get_name(cipher);
    }
    report.chain = describeChain(chainOf(m_native.get()), m_complaints);
    return report;
}

} // namespace net
