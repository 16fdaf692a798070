// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/AuditLogOpening.h"
#include "app/ClientChanges.h"
#include "app/Console.h"
#include "app/commands/Command.h"
#include "core/Async.h"
#include "core/Clock.h"
#include "core/Random.h"
#include "core/Unicode.h"
#include "state/OpenStateStore.h"

#include <QDateTime>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <memory>

namespace app {

namespace {

constexpr std::string_view whatIsWhat =
    "\nClients are named by a handle, which 'mail_mcp clients list' shows: a client appears there\n"
    "when somebody has logged in through it. The command works on the same STATE_URL and\n"
    "ENCRYPTION_KEY as the server, which may be running: it takes notice within 5 seconds.\n";

const QString jsonOption = QStringLiteral("json");
const QString allOption = QStringLiteral("all");
const QString handleOperand = QStringLiteral("HANDLE");

/// Names may come from anybody who registers a client, and the terminal obeys what it is shown.
std::string printable(const std::string &name)
{
    std::size_t removed = 0;
    std::string text = core::onlySeen(name, removed);
    std::ranges::replace_if(text, [](char c) { return c == '\n' || c == '\t'; }, ' ');
    return text.empty() ? "(no name)" : text;
}

std::string timeText(std::int64_t secondsSinceEpoch)
{
    return QDateTime::fromSecsSinceEpoch(secondsSinceEpoch)
        .toUTC()
        .toString(Qt::ISODate)
        .toStdString();
}

std::string padded(std::string text, std::size_t width)
{
    text.resize(std::max(text.size() + 2, width), ' ');
    return text;
}

nlohmann::json jsonOf(const state::KnownClient &client)
{
    nlohmann::json lastUsed = nullptr;
    if (client.lastUsedAt != 0)
        lastUsed = timeText(client.lastUsedAt);
    return {{"handle", client.handle},
            {"name", client.name},
            {"first_seen", timeText(client.firstSeenAt)},
            {"last_used", lastUsed},
            {"logins", client.activeFamilies},
            {"denied", client.isDenied}};
}

void printJson(const nlohmann::json &document)
{
    printLine(document.dump(2, ' ', false, nlohmann::json::error_handler_t::replace));
}

void printTable(const std::vector<state::KnownClient> &clients)
{
    constexpr std::size_t handleWidth = 18;
    constexpr std::size_t timeWidth = 22;
    constexpr std::size_t countWidth = 8;
    constexpr std::size_t stateWidth = 9;
    if (clients.empty())
        return printLine("Nobody has logged in through any client yet.");
    printLine(padded("HANDLE", handleWidth) + padded("LAST USED", timeWidth)
              + padded("LOGINS", countWidth) + padded("STATE", stateWidth) + "NAME");
    for (const state::KnownClient &client : clients) {
        const std::string lastUsed = client.lastUsedAt == 0 ? "never" : timeText(client.lastUsedAt);
        printLine(padded(client.handle, handleWidth) + padded(lastUsed, timeWidth)
                  + padded(std::to_string(client.activeFamilies), countWidth)
                  + padded(client.isDenied ? "denied" : "allowed", stateWidth)
                  + printable(client.name));
    }
}

ExitCode failWith(const core::Error &error)
{
    switch (error.kind) {
    case core::ErrorKind::NotFound:
        return fail(ExitCode::Failure, error.message);
    case core::ErrorKind::Unavailable:
    case core::ErrorKind::DeadlineExceeded:
        return fail(ExitCode::Unavailable, error.message);
    default:
        return fail(ExitCode::Configuration, error.message);
    }
}

/// The store of the server, opened by another process.
struct OpenStore
{
    core::SystemClock clock;
    core::SystemRandom random;
    std::unique_ptr<state::StateStore> store;
};

core::Result<std::unique_ptr<OpenStore>> openStore(const config::Settings &settings)
{
    if (const auto shared = state::checkSharedState(settings.stateUrl); !shared)
        return shared.error();
    auto open = std::make_unique<OpenStore>();
    auto store = state::openStateStore(settings.stateUrl, *settings.keyRing, open->clock,
                                       open->random, {.extraCaFile = settings.stateCaFile});
    if (!store)
        return store.error();
    open->store = std::move(*store);
    return open;
}

ExitCode list(OpenStore &open, const QCommandLineParser &parser)
{
    const auto clients = core::waitFor(open.store->listClients());
    if (!clients)
        return failWith(clients.error());
    if (!parser.isSet(jsonOption)) {
        printTable(*clients);
        return ExitCode::Success;
    }
    nlohmann::json array = nlohmann::json::array();
    for (const state::KnownClient &client : *clients)
        array.push_back(jsonOf(client));
    printJson({{"clients", array}});
    return ExitCode::Success;
}

ExitCode revokeAll(OpenStore &open, const QCommandLineParser &parser)
{
    const auto notBefore = core::waitFor(endEveryLogin(*open.store, open.clock));
    if (!notBefore)
        return failWith(notBefore.error());
    if (parser.isSet(jsonOption))
        printJson({{"not_before", timeText(*notBefore)}});
    else
        printLine("Every token from before " + timeText(*notBefore)
                  + " is refused: everybody has to log in again. Clients stay as they are.");
    return ExitCode::Success;
}

/// `clients revoke HANDLE` and `clients allow HANDLE`.
ExitCode change(OpenStore &open, const QCommandLineParser &parser, Verdict verdict)
{
    const bool isDenied = verdict == Verdict::Denied;
    const std::string handle = parser.positionalArguments().constFirst().toStdString();
    const auto changed = core::waitFor(judgeClient(*open.store, handle, verdict));
    if (!changed)
        return failWith(changed.error());
    if (parser.isSet(jsonOption))
        printJson({{"handle", handle}, {"denied", isDenied}});
    else if (isDenied)
        printLine("Client " + handle
                  + " is refused from now on, and so are all its tokens. To take it back: mail_mcp "
                    "clients allow "
                  + handle);
    else
        printLine("Client " + handle + " may be used again, with the tokens it has.");
    return ExitCode::Success;
}

ExitCode revoke(OpenStore &open, const QCommandLineParser &parser)
{
    return parser.isSet(allOption) ? revokeAll(open, parser)
                                   : change(open, parser, Verdict::Denied);
}

ExitCode allow(OpenStore &open, const QCommandLineParser &parser)
{
    return change(open, parser, Verdict::Allowed);
}

/// A word after `mail_mcp clients`.
struct Action
{
    std::string_view name;
    std::string_view summary;
    std::string_view description;
    enum class Operand { None, Handle, HandleOrAll } operand = Operand::None;
    ExitCode (*run)(OpenStore &open, const QCommandLineParser &parser) = nullptr;
};

constexpr std::array actions = {
    Action{.name = "list",
           .summary = "show the clients that somebody has logged in through",
           .description = "Shows the clients that somebody has logged in through, the last used\n"
                          "first. LOGINS counts those that are not over.",
           .run = list},
    Action{.name = "revoke",
           .summary = "refuse a client and all its tokens, or every token of everybody",
           .description =
               "Refuses a client from now on, with all tokens that were granted through it: its\n"
               "users need another client ID (mail_mcp generate). With --all no client is\n"
               "refused, but every token that was granted until now: everybody logs in again.",
           .operand = Action::Operand::HandleOrAll,
           .run = revoke},
    Action{.name = "allow",
           .summary = "take the refusal of a client back",
           .description = "Takes the refusal of a client back. Its tokens work again until they\n"
                          "end, unless 'revoke --all' came after them.",
           .operand = Action::Operand::Handle,
           .run = allow},
};

void printHelp()
{
    printLine("Usage: mail_mcp clients ACTION [options]\nLists and revokes clients.\n\nActions:");
    for (const Action &action : actions)
        printLine("  " + padded(std::string(action.name), 10) + std::string(action.summary));
    printLine(std::string(whatIsWhat)
              + "\nEach action explains itself: mail_mcp clients ACTION "
                "--help");
}

ExitCode runAction(const Action &action, QStringList arguments)
{
    QCommandLineParser parser;
    QStringList operands;
    if (action.operand != Action::Operand::None) {
        parser.addPositionalArgument(handleOperand,
                                     QStringLiteral("The client, as 'clients list' names it."));
        operands.push_back(handleOperand);
    }
    if (action.operand == Action::Operand::HandleOrAll)
        parser.addOption({allOption, QStringLiteral("Instead of a client: every token that was "
                                                    "granted until now.")});
    parser.addOption({jsonOption, QStringLiteral("Print JSON, for scripts.")});
    parser.addOption(envFileOption());
    arguments.first() +=
        u' ' + QString::fromUtf8(action.name.data(), static_cast<qsizetype>(action.name.size()));
    if (const auto code =
            parseArguments(parser, arguments, action.description, whatIsWhat, operands))
        return *code;
    const bool isAll = action.operand == Action::Operand::HandleOrAll && parser.isSet(allOption);
    if (!operands.isEmpty() && parser.positionalArguments().isEmpty() != isAll)
        return fail(ExitCode::Usage, std::string(action.operand == Action::Operand::Handle
                                                     ? "The HANDLE of a client is needed."
                                                     : "Either the HANDLE of a client or --all is "
                                                       "needed.")
                                         + " See: mail_mcp clients list");
    const auto settings = requireSettings(parser);
    if (const auto *code = std::get_if<ExitCode>(&settings))
        return *code;
    core::setLogLevel(core::LogLevel::Error); // what goes wrong is said once
    const auto &loaded = std::get<config::Settings>(settings);
    // Beside the server's entries, where they are in a file; whoever types this sees what it does.
    if (action.operand != Action::Operand::None && loaded.auditLog != "stderr") {
        const auto audited = openAuditLog(loaded);
        if (!audited)
            return failWith(audited.error());
    }
    const auto open = openStore(loaded);
    if (!open)
        return failWith(open.error());
    return action.run(**open, parser);
}

} // namespace

ExitCode runClients(const QStringList &arguments)
{
    const std::string name = arguments.value(1).toStdString();
    if (name == "--help" || name == "-h") {
        printHelp();
        return ExitCode::Success;
    }
    for (const Action &action : actions) {
        if (action.name == name)
            return runAction(action, QStringList(arguments.first()) + arguments.mid(2));
    }
    return fail(ExitCode::Usage, (name.empty() ? "An action is needed: list, revoke or allow."
                                               : "There is no action '" + name + "'.")
                                     + " See: mail_mcp clients --help");
}

} // namespace app
