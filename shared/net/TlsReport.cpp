// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/TlsReport.h"

#include "net/TlsFailure.h"

#include <QDateTime>
#include <QSslCertificate>
#include <QSslCertificateExtension>
#include <QSslKey>

#include <openssl/x509_vfy.h>

#include <algorithm>
#include <array>
#include <utility>

namespace net {

namespace {

/// Names in one certificate that are shown; there may be thousands.
constexpr std::size_t mostNames = 100;

CertificateProblem problemOf(int error)
{
    switch (error) {
    case X509_V_ERR_CERT_HAS_EXPIRED:
        return CertificateProblem::Expired;
    case X509_V_ERR_CERT_NOT_YET_VALID:
        return CertificateProblem::NotYetValid;
    case X509_V_ERR_HOSTNAME_MISMATCH:
    case X509_V_ERR_IP_ADDRESS_MISMATCH:
        return CertificateProblem::WrongName;
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
        return CertificateProblem::SelfSigned;
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    case X509_V_ERR_CERT_UNTRUSTED:
        return CertificateProblem::UnknownAuthority;
    case X509_V_ERR_INVALID_CA:
    case X509_V_ERR_INVALID_PURPOSE:
    case X509_V_ERR_PATH_LENGTH_EXCEEDED:
        return CertificateProblem::NotAnAuthority;
    case X509_V_ERR_CERT_REVOKED:
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

std::vector<CertificateReport> describeChain(const QList<QSslCertificate> &chain,
                                             const std::vector<CertificateComplaint> &complaints)
{
    std::vector<CertificateReport> reports;
    for (const auto &certificate : chain)
        reports.push_back(describe(certificate));
    for (const auto &complaint : complaints) {
        // What is about no certificate of the chain, as its missing issuer, is about the server's.
        const auto index = std::max<qsizetype>(0, chain.indexOf(complaint.certificate));
        if (reports.empty())
            break;
        auto &problems = reports[static_cast<std::size_t>(index)].problems;
        const auto problem = problemOf(complaint.error);
        if (std::ranges::find(problems, problem) == problems.end())
            problems.push_back(problem);
    }
    return reports;
}

} // namespace net
