// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Console.h"
#include "app/commands/Command.h"

namespace app {

ExitCode runConfig(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOption(envFileOption());
    const QString sampleOption = QStringLiteral("sample");
    parser.addOption(
        {sampleOption,
         QStringLiteral("Print a commented file with every setting, to begin a .env with.")});
    if (const auto code = parseArguments(
            parser, arguments,
            "Prints every setting with the value in effect; secrets are not shown. Exit status 78\n"
            "and a sentence for each mistake tell what is wrong."))
        return *code;
    if (parser.isSet(sampleOption)) {
        std::string sample = config::renderEnvSample();
        sample.pop_back(); // printLine() ends the last line
        printLine(sample);
        return ExitCode::Success;
    }
    const auto loaded = loadProcessSettings(parser);
    for (const auto &setting : loaded.rendered)
        printLine(setting.name + "=" + setting.value + (setting.isDefault ? "  # default" : ""));
    for (const auto &problem : loaded.problems)
        fail(ExitCode::Configuration, problem);
    return loaded.problems.empty() ? ExitCode::Success : ExitCode::Configuration;
}

} // namespace app
