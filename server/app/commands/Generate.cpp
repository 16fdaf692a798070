// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Console.h"
#include "app/commands/Command.h"
#include "clients/KnownClients.h"
#include "core/Clock.h"
#include "core/Random.h"
#include "crypto/Hash.h"
#include "tokens/Claims.h"
#include "tokens/Tokens.h"

#include <nlohmann/json.hpp>

namespace app {

namespace {

using account::Security;
using account::ServerEndpoint;

/// --imap-host, --imap-port, --[no-]imap-ssl and the same for smtp.
struct EndpointOptions
{
    QString prefix;
    quint16 tlsPort; ///< default port, and the one where TLS is on by default

    QString name(const char *suffix) const { return prefix + QLatin1String(suffix); }

    void addTo(QCommandLineParser &parser) const
    {
        const QString port = QString::number(tlsPort);
        const QString upper = prefix.toUpper();
        parser.addOption(
            {name("-host"), upper + QStringLiteral(" server (required)."), QStringLiteral("HOST")});
        parser.addOption(
            {name("-port"), upper + QStringLiteral(" port."), QStringLiteral("PORT"), port});
        parser.addOption(
            {name("-ssl"), QStringLiteral("TLS from the first byte. Default when the port is ")
                               + port + QStringLiteral(".")});
        parser.addOption({QStringLiteral("no-") + name("-ssl"),
                          QStringLiteral("STARTTLS, required of the server.")});
    }

    core::Result<ServerEndpoint> read(const QCommandLineParser &parser) const
    {
        const auto problem = [](const QString &text) {
            return core::Error(core::ErrorKind::InvalidArgument, text.toStdString());
        };
        ServerEndpoint endpoint;
        endpoint.host = parser.value(name("-host")).trimmed().toStdString();
        if (endpoint.host.empty())
            return problem(QStringLiteral("--%1 is required.").arg(name("-host")));
        if (endpoint.host.size() > tokens::Limits::host
            || endpoint.host.find_first_of(" /:@\t") != std::string::npos)
            return problem(QStringLiteral("--%1 must be a host name such as mail.example.com.")
                               .arg(name("-host")));
        bool isNumber = false;
        endpoint.port = parser.value(name("-port")).toUShort(&isNumber);
        if (!isNumber || endpoint.port == 0)
            return problem(
                QStringLiteral("--%1 must be a port number from 1 to 65535.").arg(name("-port")));
        const bool tlsOn = parser.isSet(name("-ssl"));
        const bool tlsOff = parser.isSet(QStringLiteral("no-") + name("-ssl"));
        if (tlsOn && tlsOff)
            return problem(
                QStringLiteral("--%1 and --no-%1 contradict each other.").arg(name("-ssl")));
        const bool isImplicit = tlsOn || (!tlsOff && endpoint.port == tlsPort);
        endpoint.security = isImplicit ? Security::ImplicitTls : Security::StartTls;
        if (parser.isSet(QStringLiteral("insecure-plaintext")) && !isImplicit) {
            if (endpoint.host != "127.0.0.1" && endpoint.host != "::1"
                && endpoint.host != "localhost")
                return problem(QStringLiteral("--insecure-plaintext is for servers on this "
                                              "computer only (127.0.0.1, ::1, localhost)."));
            endpoint.security = Security::PlainText;
        }
        return endpoint;
    }
};

const EndpointOptions imapOptions{.prefix = QStringLiteral("imap"), .tlsPort = 993};
const EndpointOptions smtpOptions{.prefix = QStringLiteral("smtp"), .tlsPort = 465};

std::string_view securityName(Security security)
{
    switch (security) {
    case Security::ImplicitTls:
        return "tls";
    case Security::StartTls:
        return "starttls";
    case Security::PlainText:
        return "plaintext";
    }
    return {};
}

core::Result<std::vector<clients::RedirectUri>> readRedirectUris(const QCommandLineParser &parser)
{
    std::vector<std::string> texts;
    for (const auto &text : parser.values(QStringLiteral("redirect-uri")))
        texts.push_back(text.toStdString());
    if (texts.empty())
        texts = clients::defaultRedirectUris();
    if (texts.size() > tokens::Limits::redirectUris)
        return core::Error(core::ErrorKind::InvalidArgument,
                           "A client can have at most "
                               + std::to_string(tokens::Limits::redirectUris) + " redirect URIs.");
    std::vector<clients::RedirectUri> uris;
    for (const auto &text : texts) {
        const auto uri = clients::RedirectUri::parse(text);
        if (!uri)
            return uri.error();
        uris.push_back(*uri);
    }
    return uris;
}

core::Result<tokens::ClientId> readClient(const QCommandLineParser &parser,
                                          const core::Clock &clock)
{
    tokens::ClientId client;
    const auto imap = imapOptions.read(parser);
    if (!imap)
        return imap.error();
    const auto smtp = smtpOptions.read(parser);
    if (!smtp)
        return smtp.error();
    const auto uris = readRedirectUris(parser);
    if (!uris)
        return uris.error();
    const auto scopes =
        clients::ScopeSet::parseKeywords(parser.value(QStringLiteral("allow")).toStdString());
    if (!scopes)
        return core::Error(scopes.error().kind, "--allow: " + scopes.error().message);
    client.imap = *imap;
    client.smtp = *smtp;
    client.redirectUris = *uris;
    client.maximalScopes = *scopes;
    client.name = parser.value(QStringLiteral("name")).toStdString();
    client.confirmsSendAndDelete = parser.isSet(QStringLiteral("confirm"));
    if (client.confirmsSendAndDelete && !scopes->hasRisks())
        return core::Error(core::ErrorKind::InvalidArgument,
                           "--confirm has nothing to ask about: --allow names neither send nor "
                           "delete. Leave --confirm out, or allow one of the two.");
    if (parser.isSet(QStringLiteral("expires"))) {
        bool isNumber = false;
        const int days = parser.value(QStringLiteral("expires")).toInt(&isNumber);
        if (!isNumber || days < 1 || days > 36500)
            return core::Error(core::ErrorKind::InvalidArgument,
                               "--expires must be a number of days from 1 to 36500.");
        client.expiresAt = clock.secondsSinceEpoch() + std::int64_t{days} * 86400;
    }
    return client;
}

nlohmann::json endpointJson(const ServerEndpoint &endpoint)
{
    return {{"host", endpoint.host},
            {"port", endpoint.port},
            {"security", securityName(endpoint.security)}};
}

void printJson(const tokens::ClientId &client, const std::string &clientId,
               const std::string &secret)
{
    nlohmann::json uris = nlohmann::json::array();
    for (const auto &uri : client.redirectUris)
        uris.push_back(uri.text());
    const nlohmann::json document = {
        {"client_id", clientId},
        {"client_secret", secret},
        {"imap", endpointJson(client.imap)},
        {"smtp", endpointJson(client.smtp)},
        {"redirect_uris", uris},
        {"scopes", client.maximalScopes.names()},
        {"confirm", client.confirmsSendAndDelete},
        {"name", client.name},
    };
    printLine(document.dump(2, ' ', false, nlohmann::json::error_handler_t::replace));
}

void printText(const tokens::ClientId &client, const std::string &clientId,
               const std::string &secret)
{
    const auto server = [](const ServerEndpoint &endpoint) {
        return endpoint.host + ":" + std::to_string(endpoint.port) + " ("
               + std::string(securityName(endpoint.security)) + ")";
    };
    printLine("Client ID: " + clientId);
    printLine("Client Secret: " + secret);
    printLine("");
    printLine("IMAP: " + server(client.imap));
    printLine("SMTP: " + server(client.smtp));
    printLine("Permissions: " + client.maximalScopes.text());
    if (client.confirmsSendAndDelete)
        printLine("Users are asked before anything is sent or deleted.");
    for (const auto &uri : client.redirectUris)
        printLine("Redirect URI: " + uri.text());
}

} // namespace

ExitCode runGenerate(const QStringList &arguments)
{
    QCommandLineParser parser;
    imapOptions.addTo(parser);
    smtpOptions.addTo(parser);
    parser.addOption(
        {QStringLiteral("insecure-plaintext"),
         QStringLiteral("With --no-…-ssl: no encryption at all, for a server on this computer.")});
    parser.addOption(
        {QStringLiteral("redirect-uri"),
         QStringLiteral(
             "Where users may be sent back to; repeatable. Default: the callbacks of the known MCP "
             "clients. Loopback URIs match on any port."),
         QStringLiteral("URI")});
    parser.addOption({QStringLiteral("name"), QStringLiteral("Name shown on the login page."),
                      QStringLiteral("TEXT")});
    parser.addOption({QStringLiteral("allow"),
                      QStringLiteral("The most that a user can grant, separated by commas."),
                      QStringLiteral("PERMISSIONS"),
                      QStringLiteral("read,organize,draft,send,delete")});
    parser.addOption(
        {QStringLiteral("confirm"),
         QStringLiteral("Always ask users before anything is sent or deleted. Default: they choose "
                        "on the login page.")});
    parser.addOption({QStringLiteral("expires"),
                      QStringLiteral("Days until the client ID stops working. Default: never."),
                      QStringLiteral("DAYS")});
    parser.addOption({QStringLiteral("json"), QStringLiteral("Print JSON, for scripts.")});
    parser.addOption(envFileOption());
    if (const auto code = parseArguments(
            parser, arguments,
            "Makes an OAuth client for one mail server. Give the printed ID and secret to the "
            "people who\n"
            "connect their assistant; the secret is not stored and cannot be shown again.",
            "\nExample:\n  mail_mcp generate --imap-host=imap.example.com "
            "--smtp-host=smtp.example.com --name=\"Example Mail\"\n"))
        return *code;
    const core::SystemClock clock;
    core::SystemRandom random;
    auto client = readClient(parser, clock);
    if (!client)
        return fail(ExitCode::Usage, client.error().message);
    const auto settings = requireSettings(parser);
    if (const auto *code = std::get_if<ExitCode>(&settings))
        return *code;
    const auto &loaded = std::get<config::Settings>(settings);
    const std::string secret = random.identifier(32);
    client->secretHash = crypto::sha256(secret);
    const tokens::Tokens tokens(*loaded.keyRing, loaded.baseUrl, {}, clock, random);
    const auto sealed = tokens.seal(*client);
    if (!sealed)
        return fail(ExitCode::Usage, sealed.error().message);
    if (parser.isSet(QStringLiteral("json")))
        printJson(*client, sealed->text, secret);
    else
        printText(*client, sealed->text, secret);
    return ExitCode::Success;
}

} // namespace app
