// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "admin-gui/widgets/Card.h"
#include "adminlink/Link.h"

#include <string>
#include <vector>

class QPushButton;

namespace admin {

class Banner;
class Table;

/// The clients that people have logged in through, and what can be done about them. Their names are
/// strangers' text.
class ClientList : public Card
{
    Q_OBJECT

public:
    explicit ClientList(QWidget *parent = nullptr);

    void show(const std::vector<adminlink::Client> &clients);
    /// Empties it, and says why nothing is shown.
    void clear(const QString &why = {});
    /// What the server did with a wish.
    void showRevoked(const std::string &handle);
    void showAllowed(const std::string &handle);
    void showEveryLoginEnded();
    void showFailure(const QString &why);

Q_SIGNALS:
    void revocationWanted(const std::string &handle);
    void allowanceWanted(const std::string &handle);
    void endOfEveryLoginWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void addButtons();
    void retranslate();
    void fill();
    void showActions();
    void revoke();
    void allow();
    const adminlink::Client *selected() const;
    QString nameOf(const std::string &handle) const;

    Table *m_table;
    QPushButton *m_revoke;
    QPushButton *m_allow;
    QPushButton *m_endEveryLogin;
    Banner *m_banner;
    std::vector<adminlink::Client> m_clients;
    QString m_why;
    std::string m_lastRevoked; ///< what undo allows again
    bool m_isConnected = false;
};

} // namespace admin
