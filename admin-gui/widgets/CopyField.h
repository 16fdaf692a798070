// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace admin {

class SecretClipboard;

/// A text that is there to be copied. Of a secret the clipboard is cleared again, and the button
/// says when.
class CopyField : public QWidget
{
    Q_OBJECT

public:
    enum class Content { Public, Secret };

    CopyField(SecretClipboard &clipboard, Content content, QWidget *parent = nullptr);

    void setText(const QString &text);
    QString text() const;
    /// What it is, for screen readers and the label that belongs to it.
    void setTitle(const QString &title);
    QLineEdit *field() { return m_field; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void copy();

    SecretClipboard &m_clipboard;
    Content m_content;
    QLineEdit *m_field;
    QPushButton *m_button;
    QString m_title;
    bool m_isOnClipboard = false;
};

} // namespace admin
