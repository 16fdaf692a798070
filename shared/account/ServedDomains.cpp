// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/ServedDomains.h"

#include "core/Ascii.h"

#include <QUrl>

#include <algorithm>
#include <charconv>
#include <vector>

namespace account {

namespace {

constexpr std::string_view howToWrite = " Write DOMAIN=IMAP_SERVER,SMTP_SERVER, for example "
                                        "example.com=imap.example.com:993,smtp.example.com:465.";
constexpr std::size_t longestHost = 253; // RFC 1035 §2.3.4, as text
constexpr std::uint16_t imapsPort = 993;
constexpr std::uint16_t submissionsPort = 465;

core::Error wrong(std::string_view text, std::string_view reason)
{
    return {core::ErrorKind::InvalidArgument,
            "\"" + std::string(text) + "\" " + std::string(reason) + std::string(howToWrite)};
}

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    for (;;) {
        const auto end = std::min(text.find(separator), text.size());
        parts.push_back(core::trimmed(text.substr(0, end)));
        if (end == text.size())
            return parts;
        text.remove_prefix(end + 1);
    }
}

bool isNameCharacter(char c)
{
    return core::isLetter(c) || core::isDigit(c) || c == '-' || c == '.' || c == '_';
}

bool isName(std::string_view name)
{
    return !name.empty() && name.size() <= longestHost && !name.starts_with('.')
           && !name.ends_with('.') && name.find("..") == std::string_view::npos
           && std::ranges::all_of(name, isNameCharacter);
}

bool isAddressLiteral(std::string_view host)
{
    return host.size() > 2 && host.starts_with('[') && host.ends_with(']')
           && std::ranges::all_of(host.substr(1, host.size() - 2),
                                  [](char c) { return core::hexValue(c) || c == ':' || c == '.'; });
}

/// Lower case and ASCII, so that one domain has one spelling; empty if it is no domain.
std::string canonicalDomain(std::string_view text)
{
    std::string domain = core::toLower(text);
    if (!std::ranges::all_of(domain, isNameCharacter))
        domain = QUrl::toAce(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())))
                     .toStdString();
    return isName(domain) ? domain : std::string();
}

core::Result<ServerEndpoint> parseServer(std::string_view text, std::uint16_t tlsPort)
{
    ServerEndpoint server;
    std::string_view rest = text;
    std::string_view mode;
    if (const auto slash = rest.find('/'); slash != std::string_view::npos) {
        mode = rest.substr(slash + 1);
        rest = rest.substr(0, slash);
        if (mode != "tls" && mode != "starttls")
            return wrong(text, "must end in /tls or /starttls, or in neither.");
    }
    server.port = tlsPort;
    const auto bracket = rest.find(']');
    const auto colon = rest.find(':', bracket == std::string_view::npos ? 0 : bracket);
    if (colon != std::string_view::npos) {
        const auto port = rest.substr(colon + 1);
        const auto [end, error] =
            std::from_chars(port.data(), port.data() + port.size(), server.port);
        if (error != std::errc() || end != port.data() + port.size() || server.port == 0)
            return wrong(text, "has a port that is not a number from 1 to 65535.");
        rest = rest.substr(0, colon);
    }
    if (!isName(rest) && !isAddressLiteral(rest))
        return wrong(text, "is not the name of a server.");
    server.host = core::toLower(rest);
    const bool isTls = mode.empty() ? server.port == tlsPort : mode == "tls";
    server.security = isTls ? Security::ImplicitTls : Security::StartTls;
    return server;
}

} // namespace

core::Result<core::Done> ServedDomains::add(std::string_view entry)
{
    const auto equals = entry.find('=');
    if (equals == std::string_view::npos)
        return wrong(entry, "has no \"=\".");
    const auto pattern = core::trimmed(entry.substr(0, equals));
    const auto servers = split(entry.substr(equals + 1), ',');
    if (servers.size() != 2)
        return wrong(entry, "must name two servers, separated by a comma.");
    const auto imap = parseServer(servers[0], imapsPort);
    if (!imap)
        return imap.error();
    const auto smtp = parseServer(servers[1], submissionsPort);
    if (!smtp)
        return smtp.error();
    const MailServers both{.imap = *imap, .smtp = *smtp};

    const core::Error twice = wrong(pattern, "comes twice.");
    if (pattern == "*") {
        if (m_others)
            return twice;
        m_others = both;
        return core::Done{};
    }
    const bool isBelow = pattern.starts_with("*.");
    const auto domain = canonicalDomain(isBelow ? pattern.substr(2) : pattern);
    if (domain.empty())
        return wrong(pattern, R"(is not a domain, "*." and a domain, or "*".)");
    if (!(isBelow ? m_below : m_domains).emplace(domain, both).second)
        return twice;
    return core::Done{};
}

core::Result<ServedDomains> ServedDomains::parse(std::string_view text)
{
    ServedDomains served;
    const auto entries = split(text, ';');
    if (entries.size() > maximumEntries)
        return core::Error(core::ErrorKind::InvalidArgument,
                           "More than " + std::to_string(maximumEntries)
                               + R"( entries are not possible. Use "*." and a domain, or "*".)");
    for (const auto entry : entries) {
        if (entry.empty()) // after the last semicolon
            continue;
        const auto added = served.add(entry);
        if (!added)
            return added.error();
    }
    return served;
}

const MailServers *ServedDomains::serversFor(std::string_view emailAddress) const
{
    const auto at = emailAddress.rfind('@');
    if (at == std::string_view::npos || at == 0)
        return nullptr;
    const std::string domain = canonicalDomain(emailAddress.substr(at + 1));
    if (domain.empty())
        return nullptr;
    if (const auto found = m_domains.find(domain); found != m_domains.end())
        return &found->second;
    for (auto dot = domain.find('.'); dot != std::string::npos; dot = domain.find('.', dot + 1)) {
        const auto found = m_below.find(std::string_view(domain).substr(dot + 1));
        if (found != m_below.end())
            return &found->second;
    }
    return m_others ? &*m_others : nullptr;
}

} // namespace account
