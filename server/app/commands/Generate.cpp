// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Console.h"
#include "app/commands/Command.h"
#include "app/commands/ProvisioningProblem.h"
#include "app/commands/ServerFlags.h"
#include "app/commands/SnippetOutput.h"
#include "core/Clock.h"
#include "core/Random.h"
#include "i18n/Language.h"
#include "provisioning/Provisioner.h"

#include <nlohmann/json.hpp>

namespace app {

namespace {

using account::Security;
using account::ServerEndpoint;

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

core::Result<provisioning::Request> readRequest(const QCommandLineParser &parser)
{
    provisioning::Request request;
    const auto imap = imapFlags().read(parser);
    if (!imap)
        return imap.error();
    const auto smtp = smtpFlags().read(parser);
    if (!smtp)
        return smtp.error();
    const auto scopes =
        clients::ScopeSet::parseKeywords(parser.value(QStringLiteral("allow")).toStdString());
    if (!scopes)
        return core::Error(scopes.error().kind, "--allow: " + scopes.error().message);
    request.imap = *imap;
    request.smtp = *smtp;
    for (const auto &text : parser.values(QStringLiteral("redirect-uri")))
        request.redirectUris.push_back(text.toStdString());
    const auto callbacks = callbacksOfWantedClients(parser);
    if (!callbacks)
        return callbacks.error();
    if (request.redirectUris.empty())
        request.redirectUris = *callbacks;
    request.maximalScopes = *scopes;
    request.name = parser.value(QStringLiteral("name")).toStdString();
    request.confirmsSendAndDelete = parser.isSet(QStringLiteral("confirm"));
    if (parser.isSet(QStringLiteral("expires"))) {
        bool isNumber = false;
        request.lifetime = parser.value(QStringLiteral("expires")).toInt(&isNumber);
        if (!isNumber)
            return core::Error(core::ErrorKind::InvalidArgument,
                               "--expires must be a number of days.");
    }
    if (const auto problem = provisioning::check(request))
        return errorOf(*problem);
    return request;
}

nlohmann::json endpointJson(const ServerEndpoint &endpoint)
{
    return {{"host", endpoint.host},
            {"port", endpoint.port},
            {"security", securityName(endpoint.security)}};
}

void printJson(const provisioning::ProvisionedClient &made,
               const std::vector<snippets::Snippet> &wanted)
{
    const auto &client = made.client;
    nlohmann::json uris = nlohmann::json::array();
    for (const auto &uri : client.redirectUris)
        uris.push_back(uri.text());
    nlohmann::json document = {
        {"client_id", made.clientId},
        {"client_secret", made.clientSecret.reveal()},
        {"imap", endpointJson(client.imap)},
        {"smtp", endpointJson(client.smtp)},
        {"redirect_uris", uris},
        {"scopes", client.maximalScopes.names()},
        {"confirm", client.confirmsSendAndDelete},
        {"name", client.name},
    };
    if (!wanted.empty())
        document["snippets"] = snippetsJson(wanted);
    printLine(document.dump(2, ' ', false, nlohmann::json::error_handler_t::replace));
}

void printText(const provisioning::ProvisionedClient &made,
               const std::vector<snippets::Snippet> &wanted)
{
    const auto &client = made.client;
    const auto server = [](const ServerEndpoint &endpoint) {
        return endpoint.host + ":" + std::to_string(endpoint.port) + " ("
               + std::string(securityName(endpoint.security)) + ")";
    };
    printLine("Client ID: " + made.clientId);
    printLine("Client Secret: " + std::string(made.clientSecret.reveal()));
    printLine("");
    printLine("IMAP: " + server(client.imap));
    printLine("SMTP: " + server(client.smtp));
    printLine("Permissions: " + client.maximalScopes.text());
    if (client.confirmsSendAndDelete)
        printLine("Users are asked before anything is sent or deleted.");
    for (const auto &uri : client.redirectUris)
        printLine("Redirect URI: " + uri.text());
    printSnippets(wanted);
}

} // namespace

ExitCode runGenerate(const QStringList &arguments)
{
    QCommandLineParser parser;
    imapFlags().addTo(parser);
    smtpFlags().addTo(parser);
    parser.addOption(insecurePlaintextOption());
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
    addSnippetOptions(parser);
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
    const auto request = readRequest(parser);
    if (!request)
        return fail(ExitCode::Usage, request.error().message);
    const auto settings = requireSettings(parser);
    if (const auto *code = std::get_if<ExitCode>(&settings))
        return *code;
    const auto &loaded = std::get<config::Settings>(settings);
    const core::SystemClock clock;
    core::SystemRandom random;
    const auto made =
        provisioning::provision(*request, *loaded.keyRing, loaded.baseUrl, clock, random);
    if (!made)
        return fail(ExitCode::Usage, errorOf(made.error()).message);
    const auto wanted = renderWantedSnippets(parser, *made);
    if (parser.isSet(QStringLiteral("json")))
        printJson(*made, wanted);
    else
        printText(*made, wanted);
    return ExitCode::Success;
}

} // namespace app
