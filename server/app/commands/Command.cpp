// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/Command.h"

#include "app/Console.h"
#include "config/Credentials.h"

#include <array>

namespace app {

namespace {

constexpr std::array table = {
    Command{.name = "server", .summary = "run the server", .run = runServer},
    Command{.name = "generate",
            .summary = "make a client ID and secret for one mail server",
            .run = runGenerate},
    Command{.name = "keygen", .summary = "print a new encryption key", .run = runKeygen},
    Command{.name = "check",
            .summary = "find out what is wrong with mail servers or a login",
            .run = runCheck},
    Command{.name = "clients",
            .summary = "list the clients that are in use, revoke them",
            .run = runClients},
    Command{.name = "config",
            .summary = "print the settings in effect and what is wrong with them",
            .run = runConfig},
};

} // namespace

std::span<const Command> commands()
{
    return table;
}

std::optional<ExitCode> parseArguments(QCommandLineParser &parser, const QStringList &arguments,
                                       std::string_view description, std::string_view epilogue,
                                       const QStringList &operands)
{
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")},
                                  QStringLiteral("Print this help."));
    parser.addOption(help);
    const std::string command = arguments.first().toStdString();
    const bool isParsed = parser.parse(arguments);
    if (parser.isSet(help)) {
        // Qt's usage line knows no sub-commands; ours replaces it.
        const std::string text = parser.helpText().toStdString();
        const std::string usage =
            (QStringList(QStringLiteral("[options]")) + operands).join(u' ').toStdString();
        printLine("Usage: mail_mcp " + command + ' ' + usage + '\n' + std::string(description)
                  + '\n' + text.substr(text.find('\n') + 1) + std::string(epilogue));
        return ExitCode::Success;
    }
    const std::string advice = " See: mail_mcp " + command + " --help";
    if (!isParsed)
        return fail(ExitCode::Usage, parser.errorText().toStdString() + advice);
    if (const auto unexpected = parser.positionalArguments().mid(operands.size());
        !unexpected.isEmpty())
        return fail(ExitCode::Usage,
                    "'" + unexpected.first().toStdString() + "' is not expected here." + advice);
    return std::nullopt;
}

QCommandLineOption envFileOption()
{
    return {QStringLiteral("env-file"),
            QStringLiteral("Read settings from FILE. Default: .env, if there is one."),
            QStringLiteral("FILE")};
}

config::LoadedSettings loadProcessSettings(const QCommandLineParser &parser)
{
    const QString option = QStringLiteral("env-file");
    const bool isNamed = parser.isSet(option);
    std::vector<std::string> problems;
    const auto variablesOf = [&problems](core::Result<config::Variables> read) {
        if (read)
            return std::move(*read);
        problems.push_back(read.error().message);
        return config::Variables();
    };
    const auto environment = config::processEnvironment();
    const auto file = variablesOf(config::readEnvFile(
        isNamed ? parser.value(option).toStdString() : ".env",
        isNamed ? config::FilePresence::Required : config::FilePresence::Optional));
    std::string directory;
    for (const auto *source : {&file, &environment}) {
        if (const auto found = source->find("CREDENTIALS_DIRECTORY"); found != source->end())
            directory = found->second;
    }
    auto given = variablesOf(config::readCredentials(directory));
    given.insert(file.begin(), file.end()); // what is there stays
    auto loaded = config::loadSettings(environment, given);
    loaded.problems.insert(loaded.problems.begin(), problems.begin(), problems.end());
    return loaded;
}

std::variant<config::Settings, ExitCode> requireSettings(const QCommandLineParser &parser)
{
    auto loaded = loadProcessSettings(parser);
    if (loaded.problems.empty() && !loaded.settings.keyRing)
        loaded.problems.emplace_back(
            "ENCRYPTION_KEY is not set. Make a key with 'mail_mcp keygen' and put it into the "
            "environment or into .env.");
    for (const auto &problem : loaded.problems)
        fail(ExitCode::Configuration, problem);
    if (!loaded.problems.empty())
        return ExitCode::Configuration;
    return std::move(loaded.settings);
}

} // namespace app
