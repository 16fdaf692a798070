// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "admin-gui/style/Colours.h"

#include <QWidget>

#include <deque>

namespace admin {

/// The last values of one number as a line, with its name, and its newest and its highest value in
/// words.
class Sparkline : public QWidget
{
    Q_OBJECT

public:
    static constexpr std::size_t length = 60; ///< values that are kept

    explicit Sparkline(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// Of the line; it is neutral while all values are 0.
    void setTone(Tone tone);
    void add(double value);
    void clear();
    const std::deque<double> &values() const { return m_values; }
    QSize sizeHint() const override { return {220, 96}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString valueText() const;
    void paintLine(QPainter &painter, const QRect &inner) const;

    QString m_title;
    Tone m_tone = Tone::Accent;
    std::deque<double> m_values;
};

} // namespace admin
