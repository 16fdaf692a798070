// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Console.h"
#include "app/commands/Command.h"
#include "core/Base64.h"
#include "core/Random.h"
#include "crypto/KeyRing.h"

namespace app {

ExitCode runKeygen(const QStringList &arguments)
{
    QCommandLineParser parser;
    if (const auto code = parseArguments(
            parser, arguments, "Prints a new random key for ENCRYPTION_KEY: base64 of 32 bytes."))
        return *code;
    core::SystemRandom random;
    printLine(core::encodeBase64(random.bytes(crypto::KeyRing::keySize)));
    return ExitCode::Success;
}

} // namespace app
