// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/TlsContext.h"

#include <QByteArray>
#include <QDateTime>
#include <QFileInfo>
#include <QSslCertificate>
#include <QSslConfiguration>

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>

#include <array>
#include <new>

namespace net {

namespace {

/// 112 bits: RSA from 2,048 bits on, no SHA-1. It is what Debian takes; others are laxer.
constexpr int securityLevel = 2;

struct FreeCertificate
{
    void operator()(X509 *certificate) const { X509_free(certificate); }
};

/// Where OpenSSL looks for the system's authorities: a file, and a folder that it reads as needed.
std::array<QString, 2> ownPlaces()
{
    const auto place = [](const char *variable, const char *otherwise) {
        return qEnvironmentVariable(variable, QString::fromLocal8Bit(otherwise));
    };
    return {place(X509_get_default_cert_file_env(), X509_get_default_cert_file()),
            place(X509_get_default_cert_dir_env(), X509_get_default_cert_dir())};
}

void addSystemAuthorities(X509_STORE *store)
{
    X509_STORE_set_default_paths(store);
    for (const auto &place : ownPlaces()) {
        if (QFileInfo::exists(place))
            return;
    }
    // Windows, macOS, or an OpenSSL that was built for another system: Qt knows where they are.
    const auto authorities = QSslConfiguration::systemCaCertificates();
    for (const auto &authority : authorities) {
        const auto der = authority.toDer();
        const auto *bytes = reinterpret_cast<const unsigned char *>(der.constData());
        const std::unique_ptr<X509, FreeCertificate> certificate(
            d2i_X509(nullptr, &bytes, static_cast<long>(der.size())));
        if (certificate)
            X509_STORE_add_cert(store, certificate.get());
    }
}

/// By what it is noticed that a file or a folder has changed.
struct FileState
{
    QString path;
    QDateTime modified;
    qint64 size = -1;

    static FileState of(const QString &path)
    {
        const QFileInfo info(path);
        return {.path = path, .modified = info.lastModified(), .size = info.size()};
    }
    bool operator==(const FileState &) const = default;
};

} // namespace

void TlsContext::Free::operator()(ssl_ctx_st *native) const
{
    SSL_CTX_free(native);
}

TlsContext::TlsContext()
    : m_native(SSL_CTX_new(TLS_client_method()))
{
    if (!m_native)
        throw std::bad_alloc();
    SSL_CTX_set_min_proto_version(native(), TLS1_2_VERSION);
    SSL_CTX_set_security_level(native(), securityLevel);
    SSL_CTX_set_options(native(), SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION);
    // A session that rests holds no buffers: most do, nearly all of the time.
    SSL_CTX_set_mode(native(), SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_read_ahead(native(), 1);
    // Sessions are not resumed: it would save 0.6 ms of 3.3 (TLS 1.3, measured against Dovecot),
    // and the chain of a certificate would not be checked again.
    SSL_CTX_set_session_cache_mode(native(), SSL_SESS_CACHE_OFF);
    addSystemAuthorities(SSL_CTX_get_cert_store(native()));
}

core::Result<std::shared_ptr<const TlsContext>> TlsContext::of(const TlsPolicy &policy)
{
    // Reading the files for each connection took a tenth of a call without a session.
    struct Made
    {
        std::array<FileState, 3> files;
        std::shared_ptr<const TlsContext> context;
    };
    static thread_local Made last;
    const auto extra = QString::fromStdString(policy.extraCaFile);
    const auto own = ownPlaces();
    std::array files{FileState::of(extra), FileState::of(own[0]), FileState::of(own[1])};
    if (last.context && last.files == files)
        return last.context;
    std::shared_ptr<const TlsContext> context(new TlsContext);
    auto *const store = SSL_CTX_get_cert_store(context->native());
    const bool isUsable =
        policy.extraCaFile.empty() || X509_STORE_load_file(store, policy.extraCaFile.c_str()) == 1;
    ERR_clear_error();
    if (!isUsable)
        return core::Error(core::ErrorKind::Internal,
                           "The configured file of certificate authorities cannot be used.",
                           "no PEM certificate in " + policy.extraCaFile);
    last = {.files = std::move(files), .context = context};
    return context;
}

} // namespace net
