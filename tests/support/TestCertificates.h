// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>

#include <memory>
#include <string>

namespace support {

/// What is wrong with a certificate that a test server shows.
enum class CertificateKind {
    Good,             ///< for localhost, mail.test, 127.0.0.1, 127.0.0.2 and ::1
    Expired,          ///< ended yesterday
    NotYetValid,      ///< begins tomorrow
    WrongName,        ///< for other.test only
    SelfSigned,       ///< no authority at all
    UnknownAuthority, ///< signed by an authority that nobody trusts
    SignedByLeaf,     ///< signed by a good certificate that is no authority
    WeakSignature,    ///< signed with SHA-1
};

/// A certificate with its chain and its private key, both PEM.
struct TlsIdentity
{
    std::string certificateChain;
    std::string privateKey;
};

/// A throw-away certificate authority and the certificates it signs. Keys are made anew in every
/// test; the authority's certificate lies in a temporary file for TlsPolicy::extraCaFile.
class TestCertificates
{
public:
    TestCertificates();
    ~TestCertificates();
    TestCertificates(const TestCertificates &) = delete;
    TestCertificates &operator=(const TestCertificates &) = delete;

    TlsIdentity make(CertificateKind kind) const;
    /// Path of a PEM file with the certificate of the authority that signs.
    const std::string &authorityFile() const { return m_authorityFile; }

private:
    struct Certificate;

    QTemporaryDir m_folder;
    std::string m_authorityFile;
    std::unique_ptr<Certificate> m_authority;
    std::unique_ptr<Certificate> m_unknownAuthority;
};

} // namespace support
