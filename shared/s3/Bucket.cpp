// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/Bucket.h"

#include "core/Ascii.h"
#include "net/Resolver.h"
#include "s3/SignatureV4.h"

#include <QHostAddress>

#include <algorithm>
#include <charconv>
#include <optional>

namespace s3 {

namespace {

constexpr std::string_view https = "https";
constexpr std::string_view http = "http";

bool isLowerCaseOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || core::isDigit(c);
}

bool isLoopback(const std::string &host)
{
    return host == "localhost" || QHostAddress(QString::fromStdString(host)).isLoopback();
}

struct Endpoint
{
    std::string scheme;
    std::string host; ///< with its port unless that is the usual one, as libcurl writes Host
};

std::optional<Endpoint> parseEndpoint(std::string_view text)
{
    const auto end = text.find("://");
    if (end == std::string_view::npos)
        return std::nullopt;
    Endpoint endpoint{.scheme = std::string(text.substr(0, end)), .host = {}};
    if (endpoint.scheme != https && endpoint.scheme != http)
        return std::nullopt;
    std::string_view authority = text.substr(end + 3);
    if (authority.ends_with('/'))
        authority.remove_suffix(1);
    const auto bracket = authority.find(']');
    const auto colon = authority.find(':', bracket == std::string_view::npos ? 0 : bracket);
    const auto name = authority.substr(0, colon);
    const auto host = net::canonicalHost(core::toLower(name));
    if (!host || name.find_first_of("@/?#%") != std::string_view::npos)
        return std::nullopt;
    if (endpoint.scheme == http && !isLoopback(*host))
        return std::nullopt;
    endpoint.host = host->find(':') == std::string::npos ? *host : '[' + *host + ']';
    if (colon == std::string_view::npos)
        return endpoint;
    const auto digits = authority.substr(colon + 1);
    std::uint16_t port = 0;
    const auto [last, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    if (error != std::errc() || last != digits.data() + digits.size() || port == 0)
        return std::nullopt;
    if (port != (endpoint.scheme == https ? 443 : 80))
        endpoint.host += ':' + std::to_string(port);
    return endpoint;
}

core::Error refused(std::string_view reason)
{
    return {core::ErrorKind::InvalidArgument, std::string(reason)};
}

} // namespace

bool Bucket::isName(std::string_view text)
{
    return text.size() >= 3 && text.size() <= 63 && isLowerCaseOrDigit(text.front())
           && isLowerCaseOrDigit(text.back()) && text.find("..") == std::string_view::npos
           && std::ranges::all_of(
               text, [](char c) { return isLowerCaseOrDigit(c) || c == '.' || c == '-'; });
}

bool Bucket::isRegion(std::string_view text)
{
    return !text.empty() && text.size() <= 40 && text.front() != '-' && text.back() != '-'
           && std::ranges::all_of(text, [](char c) { return isLowerCaseOrDigit(c) || c == '-'; });
}

bool Bucket::isEndpoint(std::string_view text)
{
    return parseEndpoint(text).has_value();
}

bool Bucket::isKey(std::string_view text)
{
    if (text.size() > longestKey)
        return false;
    while (true) {
        const auto slash = text.find('/');
        const auto segment = text.substr(0, slash);
        if (segment.empty() || segment == "." || segment == "..")
            return false;
        if (slash == std::string_view::npos)
            return true;
        text.remove_prefix(slash + 1);
    }
}

core::Error Bucket::invalidKey()
{
    return refused("The name of the file is not one that S3 can keep.");
}

core::Result<Bucket> Bucket::make(std::string_view name, std::string_view region,
                                  std::string_view endpoint, AddressingStyle style)
{
    if (!isName(name))
        return refused("the name of the bucket is not one that S3 allows");
    if (!isRegion(region))
        return refused("the region is not one like eu-central-1");
    Bucket bucket;
    bucket.m_name = name;
    bucket.m_region = region;
    bucket.m_scheme = https;
    if (!endpoint.empty()) {
        const auto parsed = parseEndpoint(endpoint);
        if (!parsed)
            return refused("the endpoint is not https://host or https://host:port");
        bucket.m_scheme = parsed->scheme;
        bucket.m_endpointHost = parsed->host;
    }
    // The certificate of AWS counts for one label before the host.
    bucket.m_isInPath = style == AddressingStyle::Path
                        || (style == AddressingStyle::Automatic
                            && (!endpoint.empty() || name.find('.') != std::string_view::npos));
    return bucket;
}

Bucket Bucket::inRegion(std::string_view region) const
{
    Bucket bucket = *this;
    bucket.m_region = region;
    return bucket;
}

std::string Bucket::host() const
{
    std::string host = m_endpointHost;
    if (host.empty())
        host = "s3." + m_region
               + (m_region.starts_with("cn-") ? ".amazonaws.com.cn" : ".amazonaws.com");
    return m_isInPath ? host : m_name + '.' + host;
}

std::string Bucket::path(std::string_view key) const
{
    return (m_isInPath ? '/' + m_name + '/' : std::string("/")) + encodedPath(key);
}

} // namespace s3
