// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/widgets/PlainText.h"

#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QTextDocument>
#include <QTextOption>

namespace admin {

void alignWithLanguage(QPlainTextEdit &view)
{
    QTextOption option = view.document()->defaultTextOption();
    option.setAlignment(Qt::AlignAbsolute
                        | (QGuiApplication::isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft));
    view.document()->setDefaultTextOption(option);
}

QString isolated(const QString &text)
{
    if (!QGuiApplication::isRightToLeft())
        return text;
    constexpr QChar firstStrongIsolate(0x2068);
    constexpr QChar popDirectionalIsolate(0x2069);
    return firstStrongIsolate + text + popDirectionalIsolate;
}

QString runningAsTheLanguage(QString text)
{
    if (!QGuiApplication::isRightToLeft() || text.isEmpty())
        return text;
    const QChar rightToLeftMark(0x200F);
    text.replace(QLatin1Char('\n'), QLatin1Char('\n') + QString(rightToLeftMark));
    return rightToLeftMark + text;
}

} // namespace admin
