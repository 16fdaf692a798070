// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/Dialogs.h"

#include <QAbstractButton>
#include <QDialog>
#include <QFileDialog>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>

namespace admin {

namespace {

std::optional<QString> chosen(const QString &text, bool isAccepted)
{
    return isAccepted && !text.isEmpty() ? std::optional(text) : std::nullopt;
}

} // namespace

std::optional<QString> WindowDialogs::openFile(QWidget *parent, const QString &title,
                                               const QString &filter)
{
    return chosen(QFileDialog::getOpenFileName(parent, title, {}, filter), true);
}

std::optional<QString> WindowDialogs::saveFile(QWidget *parent, const QString &title,
                                               const QString &proposal, const QString &filter)
{
    return chosen(QFileDialog::getSaveFileName(parent, title, proposal, filter), true);
}

std::optional<QString> WindowDialogs::text(QWidget *parent, const QString &title,
                                           const QString &label, const QString &proposal)
{
    bool isAccepted = false;
    const QString text =
        QInputDialog::getText(parent, title, label, QLineEdit::Normal, proposal, &isAccepted);
    return chosen(text, isAccepted);
}

std::optional<QString> WindowDialogs::secret(QWidget *parent, const QString &title,
                                             const QString &label)
{
    bool isAccepted = false;
    const QString text =
        QInputDialog::getText(parent, title, label, QLineEdit::Password, {}, &isAccepted);
    return chosen(text, isAccepted);
}

bool WindowDialogs::confirm(QWidget *parent, const QString &title, const QString &question,
                            const QString &action)
{
    QMessageBox box(QMessageBox::Question, title, question, QMessageBox::Cancel, parent);
    box.setTextFormat(Qt::PlainText);
    const QAbstractButton *consent = box.addButton(action, QMessageBox::AcceptRole);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    return box.clickedButton() == consent;
}

int WindowDialogs::run(QDialog &dialog)
{
    return dialog.exec();
}

} // namespace admin
