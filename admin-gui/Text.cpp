// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/Text.h"

#include <QGuiApplication>

namespace admin {

namespace {

/// The signs by which a text could pretend to be another one: they end lines, are not seen, or turn
/// the direction of what follows (UAX #9, UTR #36 §3.2).
bool isTrick(QChar character)
{
    switch (character.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

} // namespace

QString strangersLine(std::string_view text)
{
    constexpr qsizetype longest = 80;
    QString line = shown(text);
    for (QChar &character : line) {
        if (isTrick(character))
            character = QLatin1Char(' ');
    }
    line = line.simplified();
    if (line.size() > longest) {
        line.truncate(longest - 1);
        if (line.back().isHighSurrogate())
            line.chop(1);
        line = line.trimmed() + QChar(0x2026);
    }
    // Between words of the other direction its signs would change their places (UAX #9 §2.4).
    const bool isTurned = line.isRightToLeft() != QGuiApplication::isRightToLeft();
    return isTurned && !line.isEmpty() ? QChar(0x2068) + line + QChar(0x2069) : line;
}

QString plainToolTip(const QString &text)
{
    if (text.isEmpty())
        return {};
    QString html = text.toHtmlEscaped();
    html.replace(QLatin1Char('\n'), QLatin1String("<br>"));
    return QStringLiteral("<qt>%1</qt>").arg(html);
}

} // namespace admin
