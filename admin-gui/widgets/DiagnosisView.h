// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "admin-gui/Services.h"
#include "admin-gui/widgets/Card.h"

#include <map>
#include <optional>
#include <utility>

class QPlainTextEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace admin {

class Banner;

/// The steps of a diagnosis as they go, what each found out, and the report.
class DiagnosisView : public Card
{
    Q_OBJECT

public:
    explicit DiagnosisView(Services &services, QWidget *parent = nullptr);

    /// Forgets the last one; a service without an endpoint is not shown.
    void begin(const mailconnect::DiagnosisRequest &request);
    void update(const mailconnect::StepReport &step);
    void finish(mailconnect::DiagnosisReport report);

protected:
    void changeEvent(QEvent *event) override;

private:
    using Place = std::pair<mailconnect::Service, std::size_t>;

    void retranslate();
    void showStep(const mailconnect::StepReport &step);
    void showDetails();
    void showVerdict();
    void selectWorst();
    const mailconnect::StepReport *selected() const;
    void showCertificates();
    void showTranscript();
    void copyReport();
    void saveReport();

    Services &m_services;
    Banner *m_verdict;
    QTreeWidget *m_tree;
    QPlainTextEdit *m_details;
    QPushButton *m_certificates;
    QPushButton *m_transcript;
    QPushButton *m_copy;
    QPushButton *m_save;
    std::map<mailconnect::Service, QTreeWidgetItem *> m_roots;
    std::map<Place, QTreeWidgetItem *> m_items;
    std::map<Place, mailconnect::StepReport> m_steps;
    std::optional<mailconnect::DiagnosisReport> m_report;
};

} // namespace admin
