// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <variant>

namespace admin {

/// What the program was started with.
struct CommandLine
{
    QString profile; ///< --profile NAME
    QString host;    ///< --diagnose HOST

    /// A text to be printed instead of a window.
    struct Text
    {
        QString text;
        int exitCode = 0; ///< 2: the command line is wrong
    };
};

std::variant<CommandLine, CommandLine::Text> parseCommandLine(const QStringList &arguments);

} // namespace admin
