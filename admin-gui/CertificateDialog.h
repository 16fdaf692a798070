// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/TlsReport.h"

#include <QDialog>

class QListWidget;
class QPlainTextEdit;

namespace admin {

class Dialogs;

/// The certificates that a server sent, and what exactly is wrong with each.
class CertificateDialog : public QDialog
{
    Q_OBJECT

public:
    /// `chain` is not empty; `dialogs` outlives the dialog.
    CertificateDialog(std::vector<net::CertificateReport> chain, Dialogs &dialogs, QWidget *parent);

private:
    void showCertificate(int row);
    void save();

    std::vector<net::CertificateReport> m_chain;
    Dialogs &m_dialogs;
    QListWidget *m_list;
    QPlainTextEdit *m_text;
};

} // namespace admin
