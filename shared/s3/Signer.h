// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "core/Secret.h"
#include "s3/SignatureV4.h"

#include <chrono>
#include <string>

namespace s3 {

/// Who signs.
struct Credentials
{
    std::string accessKeyId;
    core::Secret secretAccessKey;
    core::Secret sessionToken; ///< of temporary credentials; empty: none
};

/// A request to S3 before it is signed.
struct Request
{
    std::string method;
    std::string host; ///< as the Host field says it
    std::string path; ///< percent-encoded
    NamedValues query;
    NamedValues headers; ///< beside Host; all are signed
};

/// Signs requests to S3 with Signature Version 4, in header fields or in the URL (Amazon S3 API
/// Reference, "Authenticating Requests").
class Signer
{
public:
    static constexpr std::chrono::seconds longestLifetime{std::chrono::hours(24 * 7)};

    explicit Signer(Credentials credentials);

    /// The fields to send beside Host: those of the request and the ones that sign it.
    /// `payloadHash` is the hexadecimal SHA-256 of the body, or unsignedPayload.
    NamedValues sign(const Request &request, std::string_view payloadHash, std::string_view region,
                     std::chrono::system_clock::time_point moment) const;

    /// The query of a URL with which anybody may make this request, without a body that is signed,
    /// until `lifetime` after `moment`. InvalidArgument: a lifetime of less than a second or more
    /// than longestLifetime.
    core::Result<std::string> presign(const Request &request, std::string_view region,
                                      std::chrono::system_clock::time_point moment,
                                      std::chrono::seconds lifetime) const;

private:
    Credentials m_credentials;
};

} // namespace s3
