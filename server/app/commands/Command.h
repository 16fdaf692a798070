// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ExitCode.h"
#include "config/Settings.h"

#include <QCommandLineParser>
#include <QStringList>

#include <span>
#include <string_view>
#include <variant>

namespace app {

/// One sub-command of mail_mcp: `mail_mcp NAME [options]`.
struct Command
{
    std::string_view name;
    std::string_view summary; ///< for `mail_mcp --help`, one line
    ExitCode (*run)(const QStringList &arguments);
};

/// All of them, in the order of the help.
std::span<const Command> commands();

ExitCode runServer(const QStringList &arguments);
ExitCode runGenerate(const QStringList &arguments);
ExitCode runKeygen(const QStringList &arguments);
ExitCode runClients(const QStringList &arguments);
ExitCode runCheck(const QStringList &arguments);
ExitCode runConfig(const QStringList &arguments);

/// What every command does with its arguments: adds --help, parses, prints the help or the mistake.
/// `arguments` begin with the name of the command. `operands` are what may stand behind the
/// options, as the help calls them. Returns the exit code if there is nothing left to do.
std::optional<ExitCode> parseArguments(QCommandLineParser &parser, const QStringList &arguments,
                                       std::string_view description, std::string_view epilogue = {},
                                       const QStringList &operands = {});

/// The option --env-file of the commands that read settings.
QCommandLineOption envFileOption();

/// The settings of this process, of its credentials and of the file that --env-file names (default:
/// .env in the working directory, if there is one); the first ones win. The variable
/// CREDENTIALS_DIRECTORY says where the credentials are, that of the process before that of the
/// file. A file that cannot be read is among the problems.
config::LoadedSettings loadProcessSettings(const QCommandLineParser &parser);

/// The same for commands that need them to be right and need a key: prints every problem.
std::variant<config::Settings, ExitCode> requireSettings(const QCommandLineParser &parser);

} // namespace app
