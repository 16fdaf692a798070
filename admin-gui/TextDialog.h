// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace admin {

/// A text to be read and copied; always shown as plain text.
class TextDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Font { Proportional, Fixed };

    TextDialog(const QString &title, const QString &text, Font font, QWidget *parent);
};

} // namespace admin
