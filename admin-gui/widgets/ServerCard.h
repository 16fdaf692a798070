// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "admin-gui/widgets/Card.h"

#include <QString>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace admin {

class Banner;

/// Which server it is about, and how it is watched.
class ServerCard : public Card
{
    Q_OBJECT

public:
    enum class Way { Socket, Address };

    explicit ServerCard(QWidget *parent = nullptr);

    QString address() const;
    void setAddress(const QString &address);
    QString socket() const;
    void setSocket(const QString &path);
    Way way() const;
    void setWay(Way way);

    void showChecking(bool isChecking);
    void showWatching(bool isWatching);
    Banner &checkState() { return *m_checkState; }
    Banner &watchState() { return *m_watchState; }
    QWidget *firstField() const;

Q_SIGNALS:
    void addressEdited();
    void wayEdited(); ///< or the socket
    void checkWanted();
    void watchWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void addAddress();
    void addWays();
    void retranslate();
    void showWay();

    QLabel *m_addressLabel;
    QLineEdit *m_address;
    QPushButton *m_check;
    QLabel *m_wayLabel;
    QComboBox *m_way;
    QLineEdit *m_socket;
    QPushButton *m_watch;
    Banner *m_checkState;
    Banner *m_watchState;
    bool m_isWatching = false;
};

} // namespace admin
