// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/TextDialog.h"

#include "admin-gui/widgets/PlainText.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace admin {

TextDialog::TextDialog(const QString &title, const QString &text, Font font, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(title);
    resize(font == Font::Fixed ? QSize(760, 520) : QSize(560, 400));
    auto *view = new QPlainTextEdit(text, this);
    view->setReadOnly(true);
    view->setTabChangesFocus(true);
    view->setAccessibleName(title);
    if (font == Font::Fixed) {
        view->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
        view->setLineWrapMode(QPlainTextEdit::NoWrap);
        view->setLayoutDirection(Qt::LeftToRight);
    } else {
        alignWithLanguage(*view);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    copy->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Close)->setDefault(true);
    connect(copy, &QPushButton::clicked, this,
            [text] { QGuiApplication::clipboard()->setText(text); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(view);
    column->addWidget(buttons);
}

} // namespace admin
