// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "admin-gui/widgets/Card.h"
#include "adminlink/Link.h"

#include <array>
#include <optional>

class QGridLayout;

namespace admin {

class Banner;

/// How a running server is, in a few words. Hidden until that is known.
class ServerFacts : public Card
{
    Q_OBJECT

public:
    explicit ServerFacts(QWidget *parent = nullptr);

    /// `expectedUrl` is the address of the server that the administrator means; empty: any.
    void show(const adminlink::ServerStatus &status, const QString &expectedUrl);
    void clear();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Fact { State, Version, Since, Address, FactCount };

    void retranslate();
    void showProblem();

    std::array<QLabel *, FactCount> m_names{};
    std::array<QLabel *, FactCount> m_values{};
    Banner *m_problem;
    std::optional<adminlink::ServerStatus> m_status;
    QString m_expectedUrl;
};

} // namespace admin
