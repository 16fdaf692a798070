// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <deque>

namespace admin {

/// The last values of one number as a line, with its name and its newest value in words.
class Sparkline : public QWidget
{
    Q_OBJECT

public:
    static constexpr std::size_t length = 60; ///< values that are kept

    explicit Sparkline(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void add(double value);
    void clear();
    const std::deque<double> &values() const { return m_values; }
    QSize sizeHint() const override { return {220, 96}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString valueText() const;

    QString m_title;
    std::deque<double> m_values;
};

} // namespace admin
