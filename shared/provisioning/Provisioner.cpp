// SPDX-License-Identifier: GPL-3.0-or-later
#include "provisioning/Provisioner.h"

#include "clients/KnownClients.h"
#include "crypto/Hash.h"
#include "net/Resolver.h"
#include "tokens/Claims.h"
#include "tokens/Tokens.h"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <utility>

namespace provisioning {

namespace {

using account::Security;
using account::ServerEndpoint;
using i18n::Text;

constexpr std::size_t secretSize = 32; ///< random bytes
constexpr std::int64_t secondsPerDay = 86400;
constexpr std::array<std::string_view, 3> hostsOfThisComputer = {"127.0.0.1", "::1", "localhost"};

Text number(std::size_t value)
{
    return Text::verbatim(std::to_string(value));
}

core::Result<std::vector<clients::RedirectUri>, Problem> readUris(std::vector<std::string> texts)
{
    if (texts.empty())
        texts = clients::defaultRedirectUris();
    if (texts.size() > tokens::Limits::redirectUris)
        return Problem{Field::RedirectUris,
                       Text(QT_TRANSLATE_NOOP("pages", "A client can have at most %1 redirect "
                                                       "URIs."),
                            {number(tokens::Limits::redirectUris)})};
    std::vector<clients::RedirectUri> uris;
    for (const auto &text : texts) {
        auto uri = clients::RedirectUri::parse(text);
        if (!uri)
            return Problem{Field::RedirectUris, uri.error().text};
        uris.push_back(std::move(*uri));
    }
    return uris;
}

std::optional<Problem> checkPermissions(const Request &request)
{
    if (request.maximalScopes.isEmpty())
        return Problem{Field::Scopes,
                       QT_TRANSLATE_NOOP("pages", "Allow at least one thing: a client without any "
                                                  "permission is of no use.")};
    if (request.confirmsSendAndDelete && !request.maximalScopes.hasRisks())
        return Problem{Field::Confirmation,
                       QT_TRANSLATE_NOOP("pages",
                                         "There is nothing to ask about: the client may neither "
                                         "send nor delete. Allow one of the two, or do not ask.")};
    return std::nullopt;
}

std::optional<Problem> checkTexts(const Request &request)
{
    if (request.name.size() > tokens::Limits::clientName)
        return Problem{Field::Name,
                       Text(QT_TRANSLATE_NOOP("pages", "The name is too long: at most %1 bytes can "
                                                       "be used."),
                            {number(tokens::Limits::clientName)})};
    if (request.lifetime && (*request.lifetime < 1 || *request.lifetime > Request::longestLifetime))
        return Problem{
            Field::Lifetime,
            Text(QT_TRANSLATE_NOOP("pages", "The lifetime must be a number of days from 1 to %1."),
                 {number(Request::longestLifetime)})};
    return std::nullopt;
}

/// Which part of a checked request a failure to seal comes from.
Problem unsealed(core::ErrorKind kind)
{
    switch (kind) {
    case core::ErrorKind::InvalidArgument:
        return {Field::Name, QT_TRANSLATE_NOOP("pages", "The name is not valid UTF-8. Type it "
                                                        "anew.")};
    case core::ErrorKind::TooLarge:
        return {Field::RedirectUris,
                QT_TRANSLATE_NOOP("pages", "The redirect URIs are too long to fit into one client "
                                           "ID. Make a client for each program.")};
    default:
        return {Field::Key, QT_TRANSLATE_NOOP("pages", "The client could not be sealed with this "
                                                       "key. Make or choose another one.")};
    }
}

} // namespace

std::optional<Problem> checkServer(Field field, const ServerEndpoint &endpoint)
{
    if (endpoint.host.empty())
        return Problem{field, QT_TRANSLATE_NOOP("pages", "The name of the server is missing.")};
    if (endpoint.host.size() > tokens::Limits::host || !net::canonicalHost(endpoint.host))
        return Problem{
            field, Text(QT_TRANSLATE_NOOP("pages", "“%1” is not the name of a server. Write one "
                                                   "such as mail.example.com, without a port."),
                        {Text::verbatim(endpoint.host)})};
    if (endpoint.port == 0)
        return Problem{field,
                       QT_TRANSLATE_NOOP("pages", "The port must be a number from 1 to 65535.")};
    if (endpoint.security == Security::PlainText
        && std::ranges::find(hostsOfThisComputer, endpoint.host) == hostsOfThisComputer.end())
        return Problem{field,
                       QT_TRANSLATE_NOOP("pages", "Only servers on this computer (127.0.0.1, ::1, "
                                                  "localhost) can be used without encryption.")};
    return std::nullopt;
}

std::optional<Problem> check(const Request &request)
{
    if (auto problem = checkServer(Field::ImapServer, request.imap))
        return problem;
    if (auto problem = checkServer(Field::SmtpServer, request.smtp))
        return problem;
    if (const auto uris = readUris(request.redirectUris); !uris)
        return uris.error();
    if (auto problem = checkPermissions(request))
        return problem;
    return checkTexts(request);
}

core::Result<ProvisionedClient, Problem> provision(const Request &request,
                                                   const crypto::KeyRing &keys,
                                                   const std::string &baseUrl,
                                                   const core::Clock &clock, core::Random &random)
{
    if (auto problem = check(request))
        return std::move(*problem);
    auto uris = readUris(request.redirectUris);
    if (!uris)
        return uris.error();

    ProvisionedClient made;
    std::string secret = random.identifier(secretSize);
    made.client.imap = request.imap;
    made.client.smtp = request.smtp;
    made.client.secretHash = crypto::sha256(secret);
    made.client.redirectUris = std::move(*uris);
    made.client.name = request.name;
    made.client.maximalScopes = request.maximalScopes;
    made.client.confirmsSendAndDelete = request.confirmsSendAndDelete;
    if (request.lifetime)
        made.client.expiresAt = clock.secondsSinceEpoch() + *request.lifetime * secondsPerDay;
    made.clientSecret = core::Secret(std::move(secret));

    const tokens::Tokens tokens(keys, baseUrl, {}, clock, random);
    auto sealed = tokens.seal(made.client);
    if (!sealed)
        return unsealed(sealed.error().kind);
    made.clientId = std::move(sealed->text);
    made.mcpUrl = tokens.resource();
    return made;
}

} // namespace provisioning
