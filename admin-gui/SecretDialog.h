// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace core {
class Secret;
}

namespace admin {

class SecretClipboard;

/// Shows a secret once, to be copied, and what to do with it as plain text.
class SecretDialog : public QDialog
{
    Q_OBJECT

public:
    /// `name` is what the secret is called: "ENCRYPTION_KEY".
    SecretDialog(const QString &title, const QString &name, const core::Secret &secret,
                 const QString &steps, SecretClipboard &clipboard, QWidget *parent);
};

} // namespace admin
