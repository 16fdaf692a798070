// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/SignatureV4.h"

#include "core/Ascii.h"
#include "core/PercentEncoding.h"
#include "core/UtcText.h"
#include "crypto/Hash.h"

#include <algorithm>
#include <map>

namespace s3 {

namespace {

/// Without blanks around it, and one blank in place of several.
std::string canonicalValue(std::string_view value)
{
    std::string result;
    for (const char character : core::trimmed(value)) {
        if (character != ' ' || !result.ends_with(' '))
            result += character;
    }
    return result;
}

/// Values of one name are joined in the order in which they stand.
std::map<std::string, std::string> canonicalHeaders(const NamedValues &headers)
{
    std::map<std::string, std::string> canonical;
    for (const auto &[name, value] : headers) {
        const auto [entry, isNew] = canonical.try_emplace(core::toLower(name));
        entry->second += (isNew ? "" : ",") + canonicalValue(value);
    }
    return canonical;
}

} // namespace

std::string encodedPath(std::string_view path)
{
    std::string encoded;
    while (true) {
        const auto slash = path.find('/');
        encoded += core::percentEncoded(path.substr(0, slash));
        if (slash == std::string_view::npos)
            return encoded;
        encoded += '/';
        path.remove_prefix(slash + 1);
    }
}

std::string encodedQuery(const NamedValues &query)
{
    NamedValues encoded;
    encoded.reserve(query.size());
    for (const auto &[name, value] : query)
        encoded.emplace_back(core::percentEncoded(name), core::percentEncoded(value));
    std::ranges::sort(encoded);
    std::string text;
    for (const auto &[name, value] : encoded)
        text.append(text.empty() ? "" : "&").append(name).append("=").append(value);
    return text;
}

std::string CanonicalRequest::signedHeaders() const
{
    std::string names;
    for (const auto &[name, value] : canonicalHeaders(headers))
        names += (names.empty() ? "" : ";") + name;
    return names;
}

std::string CanonicalRequest::text() const
{
    std::string text = method + '\n' + path + '\n' + encodedQuery(query) + '\n';
    for (const auto &[name, value] : canonicalHeaders(headers))
        text.append(name).append(":").append(value).append("\n");
    return text + '\n' + signedHeaders() + '\n' + payloadHash;
}

SignatureV4::SignatureV4(std::string_view region, std::string_view service,
                         std::chrono::system_clock::time_point moment)
    : m_region(region)
    , m_service(service)
    , m_timestamp(core::utcText(moment, "%Y%m%dT%H%M%SZ"))
{}

std::string SignatureV4::scope() const
{
    return date() + '/' + m_region + '/' + m_service + "/aws4_request";
}

std::string SignatureV4::stringToSign(const CanonicalRequest &request) const
{
    return std::string(algorithm) + '\n' + m_timestamp + '\n' + scope() + '\n'
           + crypto::hexadecimal(crypto::sha256(request.text()));
}

std::string SignatureV4::signature(const CanonicalRequest &request,
                                   const core::Secret &secretAccessKey) const
{
    core::Secret key("AWS4" + std::string(secretAccessKey.reveal()));
    for (const std::string &part : {date(), m_region, m_service, std::string("aws4_request")})
        key = core::Secret(crypto::hmacSha256(key.reveal(), part));
    return crypto::hexadecimal(crypto::hmacSha256(key.reveal(), stringToSign(request)));
}

} // namespace s3
