// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"

#include <string>
#include <string_view>

namespace s3 {

/// Where the name of the bucket stands in a URL.
enum class AddressingStyle {
    Automatic, ///< with AWS before the host unless it holds a dot, elsewhere in the path
    Path,      ///< https://host/bucket/key
    Virtual,   ///< https://bucket.host/key
};

/// Where objects are: a bucket of AWS or of another service that speaks S3.
class Bucket
{
public:
    static constexpr std::size_t longestKey = 1024; ///< bytes

    /// `endpoint` is empty for AWS, or https://host or https://host:port of another service; http
    /// for this computer only. InvalidArgument, as the end of a sentence that begins with what is
    /// wrong: the bucket, the region or the endpoint.
    static core::Result<Bucket> make(std::string_view name, std::string_view region,
                                     std::string_view endpoint, AddressingStyle style);

    /// 3 to 63 of a-z, 0-9, dot and hyphen, the first and the last no hyphen and no dot.
    static bool isName(std::string_view text);
    /// 1 to 40 of a-z, 0-9 and hyphen.
    static bool isRegion(std::string_view text);
    static bool isEndpoint(std::string_view text);
    /// Up to longestKey bytes, without empty, "." and ".." segments: those do not survive every
    /// client of a URL.
    static bool isKey(std::string_view text);
    /// What to say of a text that is none. The text is not repeated.
    static core::Error invalidKey();

    /// The same bucket after the service said where it really is. With AWS the host changes, with
    /// other services only what is signed.
    Bucket inRegion(std::string_view region) const;

    const std::string &region() const { return m_region; }
    /// As the Host field says it: with the port unless it is the usual one.
    std::string host() const;
    /// The percent-encoded path of an object.
    std::string path(std::string_view key) const;
    /// https://host
    std::string origin() const { return m_scheme + "://" + host(); }

private:
    Bucket() = default;

    std::string m_name;
    std::string m_region;
    std::string m_scheme;
    std::string m_endpointHost; ///< empty: AWS
    bool m_isInPath = false;
};

} // namespace s3
