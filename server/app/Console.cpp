// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Console.h"

#include <cstdio>

namespace app {

void printLine(std::string_view line)
{
    std::fwrite(line.data(), 1, line.size(), stdout);
    std::fputc('\n', stdout);
}

ExitCode fail(ExitCode code, std::string_view sentence)
{
    std::fprintf(stderr, "mail_mcp: %.*s\n", static_cast<int>(sentence.size()), sentence.data());
    return code;
}

} // namespace app
