// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Secret.h"

#include <chrono>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace s3 {

using NamedValues = std::vector<std::pair<std::string, std::string>>;

/// In place of the hash of a body that is not signed.
inline constexpr std::string_view unsignedPayload = "UNSIGNED-PAYLOAD";

/// `path` as it goes on the wire: everything but unreserved characters and slashes as %XX, nothing
/// else changed. S3 knows no dot segments.
std::string encodedPath(std::string_view path);

/// Names and values percent-encoded, sorted by what they are then, a `=` in every pair.
std::string encodedQuery(const NamedValues &query);

/// What of a request is signed (AWS, "Create a signed AWS API request", step 1).
struct CanonicalRequest
{
    std::string method;
    std::string path; ///< percent-encoded, as it goes on the wire
    NamedValues query;
    NamedValues headers;     ///< all of them are signed; `host` is among them
    std::string payloadHash; ///< hexadecimal SHA-256, or unsignedPayload

    /// The names of all headers: host;range;x-amz-date
    std::string signedHeaders() const;
    std::string text() const;
};

/// AWS Signature Version 4 for one moment, region and service.
class SignatureV4
{
public:
    static constexpr std::string_view algorithm = "AWS4-HMAC-SHA256";

    SignatureV4(std::string_view region, std::string_view service,
                std::chrono::system_clock::time_point moment);

    /// 20130524T000000Z
    const std::string &timestamp() const { return m_timestamp; }
    /// 20130524/us-east-1/s3/aws4_request
    std::string scope() const;
    std::string stringToSign(const CanonicalRequest &request) const;
    /// Hexadecimal.
    std::string signature(const CanonicalRequest &request,
                          const core::Secret &secretAccessKey) const;

private:
    std::string date() const { return m_timestamp.substr(0, 8); }

    std::string m_region;
    std::string m_service;
    std::string m_timestamp;
};

} // namespace s3
