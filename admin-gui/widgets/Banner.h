// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "admin-gui/style/Colours.h"

#include <QFrame>

class QLabel;

namespace admin {

/// A sentence about what happened: an icon, a colour and words. Hidden until there is one.
class Banner : public QFrame
{
    Q_OBJECT

public:
    explicit Banner(QWidget *parent = nullptr);

    /// Plain text, which is also announced.
    void show(Tone tone, const QString &text);
    void clear();
    QString text() const { return m_shown; }
    Tone tone() const { return m_tone; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_icon;
    QLabel *m_text;
    QString m_shown;
    Tone m_tone = Tone::Neutral;
};

} // namespace admin
