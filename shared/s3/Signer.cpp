// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/Signer.h"

namespace s3 {

namespace {

constexpr std::string_view service = "s3";

} // namespace

Signer::Signer(Credentials credentials)
    : m_credentials(std::move(credentials))
{}

NamedValues Signer::sign(const Request &request, std::string_view payloadHash,
                         std::string_view region,
                         std::chrono::system_clock::time_point moment) const
{
    const SignatureV4 signature(region, service, moment);
    NamedValues fields = request.headers;
    fields.emplace_back("x-amz-content-sha256", payloadHash);
    fields.emplace_back("x-amz-date", signature.timestamp());
    if (!m_credentials.sessionToken.isEmpty())
        fields.emplace_back("x-amz-security-token", m_credentials.sessionToken.reveal());
    CanonicalRequest canonical{.method = request.method,
                               .path = request.path,
                               .query = request.query,
                               .headers = fields,
                               .payloadHash = std::string(payloadHash)};
    canonical.headers.emplace_back("host", request.host);
    fields.emplace_back("Authorization",
                        std::string(SignatureV4::algorithm)
                            + " Credential=" + m_credentials.accessKeyId + '/' + signature.scope()
                            + ",SignedHeaders=" + canonical.signedHeaders() + ",Signature="
                            + signature.signature(canonical, m_credentials.secretAccessKey));
    return fields;
}

core::Result<std::string> Signer::presign(const Request &request, std::string_view region,
                                          std::chrono::system_clock::time_point moment,
                                          std::chrono::seconds lifetime) const
{
    if (lifetime < std::chrono::seconds(1) || lifetime > longestLifetime)
        return core::Error(core::ErrorKind::InvalidArgument,
                           "A link into S3 lives between a second and seven days.");
    const SignatureV4 signature(region, service, moment);
    CanonicalRequest canonical{.method = request.method,
                               .path = request.path,
                               .query = request.query,
                               .headers = request.headers,
                               .payloadHash = std::string(unsignedPayload)};
    canonical.headers.emplace_back("host", request.host);
    auto &query = canonical.query;
    query.emplace_back("X-Amz-Algorithm", SignatureV4::algorithm);
    query.emplace_back("X-Amz-Credential", m_credentials.accessKeyId + '/' + signature.scope());
    query.emplace_back("X-Amz-Date", signature.timestamp());
    query.emplace_back("X-Amz-Expires", std::to_string(lifetime.count()));
    query.emplace_back("X-Amz-SignedHeaders", canonical.signedHeaders());
    if (!m_credentials.sessionToken.isEmpty())
        query.emplace_back("X-Amz-Security-Token", m_credentials.sessionToken.reveal());
    return encodedQuery(query)
           + "&X-Amz-Signature=" + signature.signature(canonical, m_credentials.secretAccessKey);
}

} // namespace s3
