// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestCertificates.h"

#include <QFile>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <stdexcept>

namespace support {

namespace {

template <auto function>
struct Free
{
    template <typename T>
    void operator()(T *object) const
    {
        function(object);
    }
};

using Key = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>>;
using X509Pointer = std::unique_ptr<X509, Free<X509_free>>;
using Bio = std::unique_ptr<BIO, Free<BIO_free_all>>;

constexpr long day = 24L * 60 * 60;

void check(bool succeeded, const char *what)
{
    if (!succeeded)
        throw std::runtime_error(std::string("OpenSSL: ") + what);
}

std::string contentOf(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return {data, static_cast<std::size_t>(size)};
}

std::string pemOf(X509 *certificate)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    check(PEM_write_bio_X509(bio.get(), certificate) == 1, "write certificate");
    return contentOf(bio.get());
}

std::string pemOf(EVP_PKEY *key)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    check(PEM_write_bio_PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr) == 1,
          "write key");
    return contentOf(bio.get());
}

void addExtension(X509 *certificate, X509 *issuer, int nid, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const std::unique_ptr<X509_EXTENSION, Free<X509_EXTENSION_free>> extension(
        X509V3_EXT_conf_nid(nullptr, &context, nid, value));
    check(extension && X509_add_ext(certificate, extension.get(), -1) == 1, value);
}

} // namespace

struct TestCertificates::Certificate
{
    struct Wish
    {
        const char *commonName;
        const char *alternativeNames = nullptr; ///< none: an authority
        long beginsIn = -day;
        long endsIn = 30 * day;
        bool sha1 = false;
    };

    Key key;
    X509Pointer x509;

    /// Signed by `issuer`, or by itself.
    static Certificate make(const Wish &wish, const Certificate *issuer)
    {
        Certificate result{.key = Key(EVP_EC_gen("P-256")), .x509 = X509Pointer(X509_new())};
        X509 *x509 = result.x509.get();
        check(result.key && x509, "key");
        X509_set_version(x509, 2);
        std::uint32_t serial = 0;
        RAND_bytes(reinterpret_cast<unsigned char *>(&serial), sizeof serial);
        ASN1_INTEGER_set_uint64(X509_get_serialNumber(x509), serial);
        X509_gmtime_adj(X509_getm_notBefore(x509), wish.beginsIn);
        X509_gmtime_adj(X509_getm_notAfter(x509), wish.endsIn);
        X509_set_pubkey(x509, result.key.get());
        X509_NAME_add_entry_by_txt(X509_get_subject_name(x509), "CN", MBSTRING_UTF8,
                                   reinterpret_cast<const unsigned char *>(wish.commonName), -1, -1,
                                   0);
        X509 *issuerX509 = issuer ? issuer->x509.get() : x509;
        X509_set_issuer_name(x509, X509_get_subject_name(issuerX509));
        addExtension(x509, issuerX509, NID_subject_key_identifier, "hash");
        if (wish.alternativeNames) {
            addExtension(x509, issuerX509, NID_basic_constraints, "critical,CA:FALSE");
            addExtension(x509, issuerX509, NID_ext_key_usage, "serverAuth");
            addExtension(x509, issuerX509, NID_subject_alt_name, wish.alternativeNames);
        } else {
            addExtension(x509, issuerX509, NID_basic_constraints, "critical,CA:TRUE");
            addExtension(x509, issuerX509, NID_key_usage, "critical,keyCertSign,cRLSign");
        }
        EVP_PKEY *signer = issuer ? issuer->key.get() : result.key.get();
        check(X509_sign(x509, signer, wish.sha1 ? EVP_sha1() : EVP_sha256()) > 0, "sign");
        return result;
    }

    TlsIdentity identity(const std::string &chain = {}) const
    {
        return {.certificateChain = pemOf(x509.get()) + chain, .privateKey = pemOf(key.get())};
    }
};

TestCertificates::TestCertificates()
    : m_authorityFile(m_folder.filePath(QStringLiteral("authority.pem")).toStdString())
    , m_authority(std::make_unique<Certificate>(
          Certificate::make({.commonName = "Test Authority"}, nullptr)))
    , m_unknownAuthority(std::make_unique<Certificate>(
          Certificate::make({.commonName = "Unknown Authority"}, nullptr)))
{
    QFile file(QString::fromStdString(m_authorityFile));
    check(file.open(QIODevice::WriteOnly), "temporary folder");
    file.write(QByteArray::fromStdString(pemOf(m_authority->x509.get())));
}

TestCertificates::~TestCertificates() = default;

TlsIdentity TestCertificates::make(CertificateKind kind) const
{
    Certificate::Wish wish{.commonName = "localhost",
                           .alternativeNames = "DNS:localhost,DNS:mail.test,IP:127.0.0.1,"
                                               "IP:127.0.0.2,IP:::1"};
    switch (kind) {
    case CertificateKind::Good:
        break;
    case CertificateKind::Expired:
        wish.beginsIn = -10 * day;
        wish.endsIn = -day;
        break;
    case CertificateKind::NotYetValid:
        wish.beginsIn = day;
        break;
    case CertificateKind::WrongName:
        wish.commonName = "other.test";
        wish.alternativeNames = "DNS:other.test";
        break;
    case CertificateKind::SelfSigned:
        return Certificate::make(wish, nullptr).identity();
    case CertificateKind::UnknownAuthority:
        return Certificate::make(wish, m_unknownAuthority.get()).identity();
    case CertificateKind::SignedByLeaf: {
        const auto leaf = Certificate::make(
            {.commonName = "leaf.test", .alternativeNames = "DNS:leaf.test"}, m_authority.get());
        return Certificate::make(wish, &leaf).identity(pemOf(leaf.x509.get()));
    }
    case CertificateKind::WeakSignature:
        wish.sha1 = true;
        break;
    }
    return Certificate::make(wish, m_authority.get()).identity();
}

} // namespace support
