// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/CommandLine.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace admin {

std::variant<CommandLine, CommandLine::Text> parseCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Finds and tests mail servers, and makes the clients of a Mail MCP server."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    const QCommandLineOption profile(QStringLiteral("profile"),
                                     QStringLiteral("Open the profile NAME."),
                                     QStringLiteral("NAME"));
    const QCommandLineOption diagnose(
        QStringLiteral("diagnose"),
        QStringLiteral(
            "Find the mail servers of HOST, a host or an e-mail address, and test them."),
        QStringLiteral("HOST"));
    parser.addOptions({profile, diagnose});
    if (!parser.parse(arguments))
        return CommandLine::Text{.text = parser.errorText() + QLatin1Char('\n'), .exitCode = 2};
    if (!parser.positionalArguments().isEmpty())
        return CommandLine::Text{.text = QStringLiteral("Unknown argument “%1”. See --help.\n")
                                             .arg(parser.positionalArguments().constFirst()),
                                 .exitCode = 2};
    if (parser.isSet(help))
        return CommandLine::Text{.text = parser.helpText()};
    if (parser.isSet(version))
        return CommandLine::Text{
            .text = QStringLiteral("%1 %2\n").arg(QCoreApplication::applicationName(),
                                                  QCoreApplication::applicationVersion())};
    return CommandLine{.profile = parser.value(profile), .host = parser.value(diagnose)};
}

} // namespace admin
