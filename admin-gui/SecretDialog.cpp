// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/SecretDialog.h"

#include "admin-gui/Text.h"
#include "admin-gui/widgets/CopyField.h"
#include "admin-gui/widgets/PlainText.h"
#include "core/Secret.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace admin {

SecretDialog::SecretDialog(const QString &title, const QString &name, const core::Secret &secret,
                           const QString &steps, SecretClipboard &clipboard, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(title);
    resize(620, 420);
    auto *label = new QLabel(runningAsTheLanguage(name + QLatin1Char(':')), this);
    auto *field = new CopyField(clipboard, CopyField::Content::Secret, this);
    field->field()->setObjectName(QStringLiteral("secret"));
    field->setTitle(name);
    field->setText(shown(secret.reveal()));
    label->setBuddy(field->field());
    auto *text = new QPlainTextEdit(steps, this);
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setAccessibleName(tr("What to do"));
    alignWithLanguage(*text);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(label);
    column->addWidget(field);
    column->addWidget(text, 1);
    column->addWidget(buttons);
}

} // namespace admin
