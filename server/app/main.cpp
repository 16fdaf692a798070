// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Console.h"
#include "app/commands/Command.h"
#include "eventloop/EpollDispatcher.h"

#include <QCoreApplication>

#include <clocale>
#include <cstring>
#include <langinfo.h>

namespace {

using app::ExitCode;

void printHelp()
{
    app::printLine("Mail MCP gives AI assistants access to any IMAP/SMTP mailbox.\n\nUsage: "
                   "mail_mcp COMMAND [options]\n\nCommands:");
    for (const auto &command : app::commands()) {
        std::string line = "  " + std::string(command.name);
        line.resize(12, ' ');
        app::printLine(line + std::string(command.summary));
    }
    app::printLine("\nEach command explains itself: mail_mcp COMMAND --help");
}

ExitCode run(const QStringList &arguments)
{
    const std::string name = arguments.isEmpty() ? "" : arguments.first().toStdString();
    if (name == "--version" || name == "-v") {
        app::printLine("mail_mcp " MAIL_MCP_VERSION);
        return ExitCode::Success;
    }
    if (name == "--help" || name == "-h" || name == "help") {
        printHelp();
        return ExitCode::Success;
    }
    for (const auto &command : app::commands()) {
        if (command.name == name)
            return command.run(arguments);
    }
    return app::fail(ExitCode::Usage,
                     name.empty() ? "A command is needed. See: mail_mcp --help"
                                  : "There is no command '" + name + "'. See: mail_mcp --help");
}

/// Qt 6 works in UTF-8 in any case, and says so at length on standard error where the locale is
/// another, as under systemd, in containers and in cron it is "C".
void useUtf8()
{
    std::setlocale(LC_CTYPE, "");
    if (std::strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        qputenv(qEnvironmentVariableIsEmpty("LC_ALL") ? "LC_CTYPE" : "LC_ALL", "C.UTF-8");
}

} // namespace

int main(int argc, char *argv[])
{
    // NOLINTNEXTLINE(clang-analyzer-cplusplus.NewDeleteLeaks): the application owns it
    QCoreApplication::setEventDispatcher(new eventloop::EpollDispatcher);
    useUtf8();
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("mail_mcp"));
    return static_cast<int>(run(QCoreApplication::arguments().mid(1)));
}
