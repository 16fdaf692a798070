// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace fetch {

/// An https URL that means the same to whoever reads it (RFC 3986): lower-case scheme, a host in
/// lower case and ASCII, a path; neither user name nor fragment, no dot segments, and no character
/// that should be percent-encoded.
class HttpsUrl
{
public:
    static constexpr std::size_t maximumLength = 2048;
    static constexpr std::uint16_t defaultPort = 443;

    /// InvalidArgument, saying what is wrong with it, as the end of a sentence.
    static core::Result<HttpsUrl> parse(std::string_view text);

    const std::string &text() const { return m_text; }
    /// A DNS name or an address literal; IPv6 without brackets.
    const std::string &host() const { return m_host; }
    std::uint16_t port() const { return m_port; }
    /// With the slash that begins it and without the query. Never empty.
    const std::string &path() const { return m_path; }

private:
    HttpsUrl() = default;

    std::string m_text;
    std::string m_host;
    std::uint16_t m_port = defaultPort;
    std::string m_path;
};

} // namespace fetch
