// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Console.h"
#include "app/commands/Command.h"

namespace app {

ExitCode runConfig(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOption(envFileOption());
    if (const auto code = parseArguments(
            parser, arguments,
            "Prints every setting with the value in effect; secrets are not shown. Exit status 78\n"
            "and a sentence for each mistake tell what is wrong."))
        return *code;
    const auto loaded = loadProcessSettings(parser);
    for (const auto &setting : loaded.rendered)
        printLine(setting.name + "=" + setting.value + (setting.isDefault ? "  # default" : ""));
    for (const auto &problem : loaded.problems)
        fail(ExitCode::Configuration, problem);
    return loaded.problems.empty() ? ExitCode::Success : ExitCode::Configuration;
}

} // namespace app
