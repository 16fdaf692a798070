// SPDX-License-Identifier: GPL-3.0-or-later
#include "clients/RedirectUri.h"

#include "core/Ascii.h"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <optional>

namespace clients {

namespace {

using i18n::Text;

// Private-use schemes (RFC 8252 §7.1) should look like a reversed domain name; these clients chose
// a short one.
constexpr std::array<std::string_view, 6> shortSchemes = {"claude",          "cursor",   "vscode",
                                                          "vscode-insiders", "windsurf", "zed"};
constexpr std::array<std::string_view, 3> loopbackHosts = {"127.0.0.1", "[::1]", "localhost"};

bool isLowerAlphanumeric(char c)
{
    return (c >= 'a' && c <= 'z') || core::isDigit(c);
}

bool isUriCharacter(char c)
{
    constexpr std::string_view refused = "\"<>\\^`{|}#";
    return c > 0x20 && c < 0x7f && refused.find(c) == std::string_view::npos;
}

/// The parts of "scheme://host:port/rest".
struct Parts
{
    std::string_view scheme;
    std::string_view host;
    std::string_view port; ///< digits, or empty
    std::string_view rest; ///< path and query
};

std::optional<Parts> split(std::string_view uri)
{
    Parts parts;
    const auto colon = uri.find("://");
    if (colon == std::string_view::npos || colon == 0)
        return std::nullopt;
    parts.scheme = uri.substr(0, colon);
    uri.remove_prefix(colon + 3);
    const auto end = std::min(uri.find_first_of("/?"), uri.size());
    std::string_view authority = uri.substr(0, end);
    parts.rest = uri.substr(end);
    const auto bracket = authority.find(']');
    const auto portColon = authority.find(':', bracket == std::string_view::npos ? 0 : bracket);
    if (portColon != std::string_view::npos) {
        parts.port = authority.substr(portColon + 1);
        authority = authority.substr(0, portColon);
        if (parts.port.empty() || parts.port.size() > 5
            || !std::ranges::all_of(parts.port, core::isDigit))
            return std::nullopt;
    }
    parts.host = authority;
    return parts;
}

bool hasDotSegment(std::string_view path)
{
    path = path.substr(0, path.find('?'));
    for (std::size_t start = 0; start < path.size();) {
        const auto end = std::min(path.find('/', start), path.size());
        const auto segment = path.substr(start, end - start);
        if (segment == "." || segment == "..")
            return true;
        start = end + 1;
    }
    return false;
}

std::string withoutPort(const Parts &parts)
{
    return std::string(parts.scheme) + "://" + std::string(parts.host) + std::string(parts.rest);
}

std::string cspSource(const Parts &parts, bool isLoopback)
{
    if (parts.host.starts_with('['))
        return std::string(parts.scheme) + ":"; // CSP has no form for IPv6 addresses
    std::string source = std::string(parts.scheme) + "://" + std::string(parts.host);
    if (isLoopback)
        source += ":*";
    else if (!parts.port.empty())
        source += ":" + std::string(parts.port);
    return source;
}

bool isHostName(std::string_view host)
{
    if (host.starts_with('['))
        return host == "[::1]";
    return !host.empty() && host.size() <= 253 && std::ranges::all_of(host, [](char c) {
        return isLowerAlphanumeric(c) || c == '.' || c == '-';
    });
}

i18n::Failure refused(std::string_view uri, const char *reason)
{
    return {core::ErrorKind::InvalidArgument,
            Text(QT_TRANSLATE_NOOP("pages", "The redirect URI \"%1\" cannot be used: %2"),
                 {Text::verbatim(std::string(uri.substr(0, RedirectUri::maximumLength))),
                  Text(reason)})};
}

} // namespace

core::Result<RedirectUri, i18n::Failure> RedirectUri::parse(std::string_view text)
{
    if (text.empty() || text.size() > maximumLength)
        return refused(text, QT_TRANSLATE_NOOP("pages", "it must have 1 to 512 characters."));
    if (text.find('#') != std::string_view::npos)
        return refused(text, QT_TRANSLATE_NOOP("pages", "it must not have a fragment (#)."));
    if (!std::ranges::all_of(text, isUriCharacter))
        return refused(text, QT_TRANSLATE_NOOP(
                                 "pages", "it holds a character that a URI must percent-encode."));
    const auto parts = split(text);
    if (!parts)
        return refused(text, QT_TRANSLATE_NOOP("pages", "it must look like https://host/path."));

    RedirectUri uri;
    uri.m_text = text;
    if (parts->scheme == "https" || parts->scheme == "http") {
        if (parts->host.find('@') != std::string_view::npos)
            return refused(text, QT_TRANSLATE_NOOP("pages", "it must not hold a user name."));
        if (!isHostName(parts->host))
            return refused(
                text, QT_TRANSLATE_NOOP(
                          "pages", "its host must be a lower-case DNS name, 127.0.0.1 or [::1]."));
        if (hasDotSegment(parts->rest))
            return refused(text, QT_TRANSLATE_NOOP(
                                     "pages", "its path must not hold \".\" or \"..\" segments."));
        uri.m_isLoopback = std::ranges::find(loopbackHosts, parts->host) != loopbackHosts.end();
        if (parts->scheme == "http" && !uri.m_isLoopback)
            return refused(
                text, QT_TRANSLATE_NOOP(
                          "pages",
                          "http is allowed for 127.0.0.1, [::1] and localhost only; use https."));
        uri.m_displayHost = parts->host;
        uri.m_formActionSource = cspSource(*parts, uri.m_isLoopback);
        if (uri.m_isLoopback)
            uri.m_textWithoutPort = withoutPort(*parts);
        return uri;
    }

    const bool isPrivateUse =
        std::ranges::all_of(
            parts->scheme,
            [](char c) { return isLowerAlphanumeric(c) || c == '.' || c == '-' || c == '+'; })
        && (parts->scheme.find('.') != std::string_view::npos
            || std::ranges::find(shortSchemes, parts->scheme) != shortSchemes.end());
    if (!isPrivateUse)
        return refused(
            text, QT_TRANSLATE_NOOP(
                      "pages", "its scheme is neither https nor that of a known desktop client."));
    uri.m_displayHost = parts->scheme;
    uri.m_formActionSource = std::string(parts->scheme) + ":";
    return uri;
}

bool RedirectUri::matches(std::string_view requested) const
{
    if (requested == m_text)
        return true;
    if (!m_isLoopback || requested.size() > maximumLength
        || !std::ranges::all_of(requested, isUriCharacter))
        return false;
    const auto parts = split(requested);
    return parts && withoutPort(*parts) == m_textWithoutPort;
}

} // namespace clients
