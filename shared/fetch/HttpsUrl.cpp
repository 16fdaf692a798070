// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/HttpsUrl.h"

#include "core/Ascii.h"
#include "net/Resolver.h"

#include <algorithm>
#include <charconv>

namespace fetch {

namespace {

core::Error refused(std::string_view reason)
{
    return {core::ErrorKind::InvalidArgument, std::string(reason)};
}

bool isUriCharacter(char c)
{
    constexpr std::string_view excluded = "\"<>\\^`{|}";
    return c > 0x20 && c < 0x7f && excluded.find(c) == std::string_view::npos;
}

/// A "." or ".." as a segment, its percent-encoded spellings too (RFC 3986 §5.2.4, §6.2.2.2).
bool hasDotSegment(std::string_view path)
{
    std::string plain = core::toLower(path);
    for (auto dot = plain.find("%2e"); dot != std::string::npos; dot = plain.find("%2e", dot))
        plain.replace(dot, 3, ".");
    plain += '/';
    return plain.find("/./") != std::string::npos || plain.find("/../") != std::string::npos;
}

} // namespace

core::Result<HttpsUrl> HttpsUrl::parse(std::string_view text)
{
    constexpr std::string_view scheme = "https://";
    if (text.size() > maximumLength)
        return refused("is too long");
    if (!text.starts_with(scheme))
        return refused("does not begin with https://");
    if (!std::ranges::all_of(text, isUriCharacter))
        return refused("holds a character that a URL must percent-encode");
    if (text.find('#') != std::string_view::npos)
        return refused("has a fragment");
    auto rest = text.substr(scheme.size());
    const auto slash = std::min(rest.find_first_of("/?"), rest.size());
    std::string_view authority = rest.substr(0, slash);
    rest = rest.substr(slash);
    if (authority.find('@') != std::string_view::npos)
        return refused("holds a user name");
    if (!rest.starts_with('/'))
        return refused("has no path");

    HttpsUrl url;
    url.m_text = text;
    url.m_path = rest.substr(0, rest.find('?'));
    if (hasDotSegment(url.m_path))
        return refused("has a \".\" or \"..\" in its path");
    const auto bracket = authority.find(']');
    const auto colon = authority.find(':', bracket == std::string_view::npos ? 0 : bracket);
    if (colon != std::string_view::npos) {
        const auto digits = authority.substr(colon + 1);
        const auto [end, error] =
            std::from_chars(digits.data(), digits.data() + digits.size(), url.m_port);
        if (error != std::errc() || end != digits.data() + digits.size() || url.m_port == 0)
            return refused("has a port that is not a number from 1 to 65535");
        authority = authority.substr(0, colon);
    }
    const bool isBracketed = authority.starts_with('[') && authority.ends_with(']');
    const auto bare = isBracketed ? authority.substr(1, authority.size() - 2) : authority;
    const auto host = net::canonicalHost(authority);
    // Other spellings of addresses (127.1, 0x7f000001, 2130706433) differ from their canonical one;
    // the zone of a link-local one (RFC 6874) begins with a percent sign.
    if (!host || *host != bare || bare.find('%') != std::string_view::npos
        || core::toLower(*host) != *host || isBracketed != (host->find(':') != std::string::npos))
        return refused("has a host that is not a lower-case DNS name or an address");
    url.m_host = *host;
    return url;
}

} // namespace fetch
