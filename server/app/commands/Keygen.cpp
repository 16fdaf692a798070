// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Console.h"
#include "app/commands/Command.h"
#include "core/Clock.h"
#include "core/Random.h"
#include "i18n/Language.h"
#include "provisioning/KeyRotation.h"

namespace app {

namespace {

ExitCode printRotation(const QCommandLineParser &parser, core::Random &random)
{
    const auto settings = requireSettings(parser);
    if (const auto *code = std::get_if<ExitCode>(&settings))
        return *code;
    const core::SystemClock clock;
    const auto rotation =
        provisioning::rotate(*std::get<config::Settings>(settings).keyRing, clock, random);
    if (!rotation)
        return fail(ExitCode::Configuration, rotation.error().message);
    printLine("ENCRYPTION_KEYS=" + std::string(rotation->encryptionKeys.reveal()));
    int number = 0;
    for (const auto &step : rotation->steps)
        printLine('\n' + std::to_string(++number) + ". " + i18n::Language::english().render(step));
    return ExitCode::Success;
}

} // namespace

ExitCode runKeygen(const QStringList &arguments)
{
    QCommandLineParser parser;
    const QString rotate = QStringLiteral("rotate");
    parser.addOption(
        {rotate, QStringLiteral("Print the ENCRYPTION_KEYS of the settings with a new key in "
                                "front, and what to do with it.")});
    parser.addOption(envFileOption());
    if (const auto code = parseArguments(
            parser, arguments, "Prints a new random key for ENCRYPTION_KEY: base64 of 32 bytes."))
        return *code;
    core::SystemRandom random;
    if (parser.isSet(rotate))
        return printRotation(parser, random);
    printLine(provisioning::newKey(random).reveal());
    return ExitCode::Success;
}

} // namespace app
