// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/TlsReport.h"

#include <QDateTime>
#include <QSslCertificate>
#include <QSslCertificateExtension>
#include <QSslCipher>
#include <QSslConfiguration>
#include <QSslError>
#include <QSslKey>
#include <QSslSocket>

#include <algorithm>
#include <array>
#include <utility>

namespace net {

namespace {

/// Names in one certificate that are shown; there may be thousands.
constexpr std::size_t mostNames = 100;

CertificateProblem problemOf(QSslError::SslError error)
{
    switch (error) {
    case QSslError::CertificateExpired:
        return CertificateProblem::Expired;
    case QSslError::CertificateNotYetValid:
        return CertificateProblem::NotYetValid;
    case QSslError::HostNameMismatch:
        return CertificateProblem::WrongName;
    case QSslError::SelfSignedCertificate:
        return CertificateProblem::SelfSigned;
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return CertificateProblem::UnknownAuthority;
    case QSslError::InvalidCaCertificate:
    case QSslError::InvalidPurpose:
    case QSslError::PathLengthExceeded:
        return CertificateProblem::NotAnAuthority;
    case QSslError::CertificateRevoked:
    case QSslError::CertificateBlacklisted:
        return CertificateProblem::Revoked;
    default:
        return CertificateProblem::Untrusted;
    }
}

enum class Side { Subject, Issuer };

std::string distinguishedName(const QSslCertificate &certificate, Side side)
{
    constexpr std::array shown{
        std::pair{QSslCertificate::CommonName, "CN"},
        std::pair{QSslCertificate::OrganizationalUnitName, "OU"},
        std::pair{QSslCertificate::Organization, "O"},
        std::pair{QSslCertificate::LocalityName, "L"},
        std::pair{QSslCertificate::StateOrProvinceName, "ST"},
        std::pair{QSslCertificate::CountryName, "C"},
    };
    std::string text;
    for (const auto &[attribute, name] : shown) {
        const auto values = side == Side::Subject ? certificate.subjectInfo(attribute)
                                                  : certificate.issuerInfo(attribute);
        for (const auto &value : values)
            text += (text.empty() ? "" : ", ") + std::string(name) + "=" + value.toStdString();
    }
    return text;
}

std::vector<std::string> namesOf(const QSslCertificate &certificate)
{
    std::vector<std::string> names;
    for (const auto &name : certificate.subjectAlternativeNames()) {
        if (names.size() < mostNames)
            names.push_back(name.toStdString());
    }
    std::ranges::sort(names);
    return names;
}

std::string keyOf(const QSslCertificate &certificate)
{
    const auto key = certificate.publicKey();
    const auto length = " " + std::to_string(key.length());
    switch (key.algorithm()) {
    case QSsl::Rsa:
        return "RSA" + length;
    case QSsl::Dsa:
        return "DSA" + length;
    case QSsl::Ec:
        return "EC" + length;
    default:
        return {};
    }
}

CertificateReport describe(const QSslCertificate &certificate)
{
    CertificateReport report;
    report.subject = distinguishedName(certificate, Side::Subject);
    report.issuer = distinguishedName(certificate, Side::Issuer);
    report.notBefore = std::chrono::sys_seconds(
        std::chrono::seconds(certificate.effectiveDate().toSecsSinceEpoch()));
    report.notAfter =
        std::chrono::sys_seconds(std::chrono::seconds(certificate.expiryDate().toSecsSinceEpoch()));
    report.names = namesOf(certificate);
    report.sha256 =
        certificate.digest(QCryptographicHash::Sha256).toHex(':').toUpper().toStdString();
    report.key = keyOf(certificate);
    report.pem = certificate.toPem().toStdString();
    return report;
}

std::string versionName(QSsl::SslProtocol protocol)
{
    switch (protocol) {
    case QSsl::TlsV1_2:
        return "TLS 1.2";
    case QSsl::TlsV1_3:
        return "TLS 1.3";
    default:
        return {};
    }
}

} // namespace

std::string_view nameOf(CertificateProblem problem)
{
    switch (problem) {
    case CertificateProblem::Expired:
        return "expired";
    case CertificateProblem::NotYetValid:
        return "not_yet_valid";
    case CertificateProblem::WrongName:
        return "wrong_name";
    case CertificateProblem::SelfSigned:
        return "self_signed";
    case CertificateProblem::UnknownAuthority:
        return "unknown_authority";
    case CertificateProblem::NotAnAuthority:
        return "not_an_authority";
    case CertificateProblem::Revoked:
        return "revoked";
    case CertificateProblem::Untrusted:
        return "untrusted";
    }
    return {};
}

TlsReport tlsReportOf(const QSslSocket &socket, const QList<QSslError> &complaints)
{
    TlsReport report;
    report.version = versionName(socket.sessionProtocol());
    report.cipher = socket.sessionCipher().name().toStdString();
    const auto chain = socket.peerCertificateChain();
    for (const auto &certificate : chain)
        report.chain.push_back(describe(certificate));
    for (const auto &complaint : complaints) {
        // What is about no certificate of the chain, as its missing issuer, is about the server's.
        const auto index = std::max<qsizetype>(0, chain.indexOf(complaint.certificate()));
        if (report.chain.empty())
            break;
        auto &problems = report.chain[static_cast<std::size_t>(index)].problems;
        const auto problem = problemOf(complaint.error());
        if (std::ranges::find(problems, problem) == problems.end())
            problems.push_back(problem);
    }
    return report;
}

} // namespace net
