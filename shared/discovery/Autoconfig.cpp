// SPDX-License-Identifier: GPL-3.0-or-later
#include "discovery/Autoconfig.h"

#include "core/Ascii.h"
#include "discovery/Presets.h"
#include "net/Resolver.h"

#include <QXmlStreamReader>

#include <charconv>
#include <optional>

namespace discovery {

namespace {

using account::Security;
using core::Error;
using core::ErrorKind;

/// <incomingServer> or <outgoingServer> as it is written.
struct ServerElement
{
    std::string type;
    std::string host;
    std::string port;
    std::string socketType;
    std::string userName;
    bool takesPassword = false;
    bool takesOAuth = false;
};

/// Reads the file once, from front to back; nothing is kept but what is asked for.
class Reader
{
public:
    Reader(std::string_view xml, const Query &query, const Origin &origin)
        : m_reader(QByteArray(xml.data(), static_cast<qsizetype>(xml.size())))
        , m_query(query)
        , m_origin(origin)
    {}

    core::Result<FoundSettings> read();

private:
    bool next();
    std::string readText();
    void readServer(std::vector<ServerCandidate> &servers, std::string_view protocol);
    void readMember(ServerElement &server, const QString &name);
    void add(std::vector<ServerCandidate> &servers, const ServerElement &server);
    std::optional<std::string> filledIn(std::string text) const;
    UserName userNameOf(const std::string &text) const;

    QXmlStreamReader m_reader;
    const Query &m_query;
    const Origin &m_origin;
    std::size_t m_elements = 0;
    std::size_t m_depth = 0;
    std::optional<Error> m_error;
    FoundSettings m_found;
    bool m_onlyOAuth = false;
};

/// The next token, within the limits; false at the end and after an error.
bool Reader::next()
{
    if (m_error || m_reader.atEnd())
        return false;
    switch (m_reader.readNext()) {
    case QXmlStreamReader::DTD:
    case QXmlStreamReader::EntityReference:
        m_error = Error(ErrorKind::Protocol, "The file has a document type or entities, which no "
                                             "autoconfiguration file needs.");
        break;
    case QXmlStreamReader::StartElement:
        ++m_depth;
        if (++m_elements > AutoconfigLimits::elements || m_depth > AutoconfigLimits::depth)
            m_error = Error(ErrorKind::TooLarge, "The file has too many elements.");
        break;
    case QXmlStreamReader::EndElement:
        --m_depth;
        break;
    case QXmlStreamReader::Invalid:
        m_error = Error(ErrorKind::Protocol, "The file is not well-formed XML.",
                        m_reader.errorString().toStdString());
        break;
    default:
        break;
    }
    return !m_error;
}

/// The text of the element that has just begun, up to its end; elements in it are ignored.
std::string Reader::readText()
{
    QString text;
    const std::size_t outside = m_depth - 1;
    while (m_depth > outside && next()) {
        if (m_reader.isCharacters() && m_depth == outside + 1
            && text.size() <= static_cast<qsizetype>(AutoconfigLimits::text))
            text += m_reader.text().left(static_cast<qsizetype>(AutoconfigLimits::text) + 1);
    }
    std::string value = text.trimmed().toStdString();
    return value.size() <= AutoconfigLimits::text ? value : std::string();
}

void Reader::readMember(ServerElement &server, const QString &name)
{
    if (name == QLatin1String("hostname"))
        server.host = readText();
    else if (name == QLatin1String("port"))
        server.port = readText();
    else if (name == QLatin1String("socketType"))
        server.socketType = readText();
    else if (name == QLatin1String("username"))
        server.userName = readText();
    else if (name == QLatin1String("authentication")) {
        const auto method = readText();
        server.takesOAuth = server.takesOAuth || method == "OAuth2";
        server.takesPassword =
            server.takesPassword || method.starts_with("password-") || method == "plain";
    }
}

void Reader::readServer(std::vector<ServerCandidate> &servers, std::string_view protocol)
{
    ServerElement server;
    server.type = m_reader.attributes().value(QLatin1String("type")).toString().toStdString();
    const std::size_t outside = m_depth - 1;
    while (m_depth > outside && next()) {
        if (m_reader.isStartElement() && m_depth == outside + 2)
            readMember(server, m_reader.name().toString());
    }
    if (!m_error && server.type == protocol)
        add(servers, server);
}

/// With the placeholders put in; nothing for one that nobody can know.
std::optional<std::string> Reader::filledIn(std::string text) const
{
    const auto replace = [&text](std::string_view placeholder, const std::string &value) {
        for (auto at = text.find(placeholder); at != std::string::npos;
             at = text.find(placeholder, at + value.size()))
            text.replace(at, placeholder.size(), value);
    };
    replace("%EMAILDOMAIN%", m_query.domain());
    if (m_query.isAddress()) {
        replace("%EMAILADDRESS%", m_query.emailAddress());
        replace("%EMAILLOCALPART%", m_query.localPart());
    }
    if (text.find("%EMAIL") != std::string::npos || text.find("%REALNAME%") != std::string::npos
        || text.size() > AutoconfigLimits::text)
        return std::nullopt;
    return text;
}

UserName Reader::userNameOf(const std::string &text) const
{
    using Form = UserName::Form;
    if (text.empty())
        return {};
    if (text == "%EMAILADDRESS%" || text == "%EMAILLOCALPART%@%EMAILDOMAIN%")
        return userNameFor(Form::EmailAddress, m_query);
    if (text == "%EMAILLOCALPART%")
        return userNameFor(Form::LocalPart, m_query);
    return {.form = Form::Other, .text = filledIn(text).value_or(std::string())};
}

void Reader::add(std::vector<ServerCandidate> &servers, const ServerElement &server)
{
    ServerCandidate candidate;
    const auto host = filledIn(server.host);
    const auto canonical = host ? net::canonicalHost(*host) : std::nullopt;
    const auto *const end = server.port.data() + server.port.size();
    const auto [rest, code] = std::from_chars(server.port.data(), end, candidate.endpoint.port);
    const bool isTls = server.socketType == "SSL";
    if (!canonical || code != std::errc() || rest != end || candidate.endpoint.port == 0
        || (!isTls && server.socketType != "STARTTLS")
        || servers.size() == AutoconfigLimits::servers)
        return;
    candidate.endpoint.host = core::toLower(*canonical);
    candidate.endpoint.security = isTls ? Security::ImplicitTls : Security::StartTls;
    candidate.userName = userNameOf(server.userName);
    candidate.origin = m_origin;
    m_onlyOAuth = m_onlyOAuth || (server.takesOAuth && !server.takesPassword);
    servers.push_back(std::move(candidate));
}

core::Result<FoundSettings> Reader::read()
{
    bool isOurs = false;
    bool hasProvider = false;
    while (next()) {
        if (!m_reader.isStartElement())
            continue;
        const auto name = m_reader.name().toString();
        if (m_depth == 1)
            isOurs = name == QLatin1String("clientConfig");
        else if (m_depth == 2 && name == QLatin1String("emailProvider"))
            hasProvider = true;
        else if (m_depth != 3 || !isOurs || !hasProvider)
            continue;
        else if (name == QLatin1String("displayName"))
            m_found.providerName = readText();
        else if (name == QLatin1String("incomingServer"))
            readServer(m_found.imap, "imap");
        else if (name == QLatin1String("outgoingServer"))
            readServer(m_found.smtp, "smtp");
    }
    if (m_error)
        return *m_error;
    if (!isOurs)
        return Error(ErrorKind::Protocol, "The file is no autoconfiguration file.");
    if (m_onlyOAuth)
        m_found.hints.push_back(
            {.kind = Hint::Kind::OAuthOnly,
             .provider = m_found.providerName.empty() ? m_query.domain() : m_found.providerName,
             .url = {}});
    return std::move(m_found);
}

} // namespace

core::Result<FoundSettings> readAutoconfig(std::string_view xml, const Query &query,
                                           const Origin &origin)
{
    if (xml.size() > AutoconfigLimits::bytes)
        return Error(ErrorKind::TooLarge, "The file is too large.");
    return Reader(xml, query, origin).read();
}

} // namespace discovery
