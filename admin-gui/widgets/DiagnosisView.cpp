// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/widgets/DiagnosisView.h"

#include "admin-gui/CertificateDialog.h"
#include "admin-gui/Dialogs.h"
#include "admin-gui/Files.h"
#include "admin-gui/LanguageSwitch.h"
#include "admin-gui/Text.h"
#include "admin-gui/TextDialog.h"
#include "admin-gui/style/Icons.h"
#include "admin-gui/widgets/Announcement.h"
#include "admin-gui/widgets/Banner.h"
#include "admin-gui/widgets/FlowLayout.h"
#include "admin-gui/widgets/PlainText.h"
#include "mailconnect/DiagnosisDocument.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace admin {

namespace {

using mailconnect::Service;
using mailconnect::StepReport;
using mailconnect::StepState;
using mailconnect::Verdict;

enum Column { Step, Finding, Time, ColumnCount };

struct Sign
{
    QString icon;
    Tone tone;
    QString word;
};

Sign signOf(StepState state)
{
    switch (state) {
    case StepState::Running:
        return {QStringLiteral("running"), Tone::Accent, DiagnosisView::tr("in progress")};
    case StepState::Passed:
        return {QStringLiteral("success"), Tone::Success, DiagnosisView::tr("passed")};
    case StepState::Warning:
        return {QStringLiteral("warning"), Tone::Warning, DiagnosisView::tr("warning")};
    case StepState::Failed:
        return {QStringLiteral("failure"), Tone::Failure, DiagnosisView::tr("failed")};
    case StepState::Skipped:
        break;
    }
    return {QStringLiteral("skipped"), Tone::Neutral, DiagnosisView::tr("left out")};
}

Sign signOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Passed:
        return signOf(StepState::Passed);
    case Verdict::Warning:
        return signOf(StepState::Warning);
    case Verdict::Failed:
        return signOf(StepState::Failed);
    case Verdict::Cancelled:
    case Verdict::NotChecked:
        break;
    }
    return signOf(StepState::Skipped);
}

QString timeText(std::chrono::milliseconds elapsed)
{
    return DiagnosisView::tr("%1 ms").arg(QLocale().toString(qlonglong(elapsed.count())));
}

const mailconnect::TlsDetails *tlsOf(const StepReport *step)
{
    return step ? std::get_if<mailconnect::TlsDetails>(&step->details) : nullptr;
}

int severity(StepState state)
{
    return state == StepState::Failed ? 2 : state == StepState::Warning ? 1 : 0;
}

} // namespace

DiagnosisView::DiagnosisView(Services &services, QWidget *parent)
    : Card(parent)
    , m_services(services)
    , m_verdict(new Banner(this))
    , m_tree(new QTreeWidget(this))
    , m_details(new QPlainTextEdit(this))
    , m_certificates(new QPushButton(this))
    , m_transcript(new QPushButton(this))
    , m_copy(new QPushButton(this))
    , m_save(new QPushButton(this))
{
    m_tree->setObjectName(QStringLiteral("steps"));
    m_details->setObjectName(QStringLiteral("details"));
    m_verdict->setObjectName(QStringLiteral("verdict"));
    m_certificates->setObjectName(QStringLiteral("certificates"));
    m_transcript->setObjectName(QStringLiteral("conversation"));
    m_copy->setObjectName(QStringLiteral("copyReport"));
    m_save->setObjectName(QStringLiteral("saveReport"));
    m_tree->setColumnCount(ColumnCount);
    m_tree->setRootIsDecorated(false);
    m_tree->setIndentation(20);
    m_tree->setItemsExpandable(false);
    m_tree->setMinimumHeight(480);
    m_tree->setUniformRowHeights(true);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(Step, QHeaderView::ResizeToContents);
    m_tree->header()->setSectionResizeMode(Finding, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(Time, QHeaderView::ResizeToContents);
    m_details->setReadOnly(true);
    m_details->setTabChangesFocus(true);
    m_details->setMinimumHeight(170);
    m_certificates->setIcon(icon(QStringLiteral("certificate")));
    m_copy->setIcon(icon(QStringLiteral("copy")));
    m_save->setIcon(icon(QStringLiteral("save")));
    auto *buttons = new FlowLayout;
    for (auto *button : {m_certificates, m_transcript, m_copy, m_save})
        buttons->addWidget(button);
    content().addWidget(m_verdict);
    content().addWidget(m_tree);
    content().addWidget(m_details);
    content().addLayout(buttons);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &DiagnosisView::showDetails);
    connect(m_certificates, &QPushButton::clicked, this, &DiagnosisView::showCertificates);
    connect(m_transcript, &QPushButton::clicked, this, &DiagnosisView::showTranscript);
    connect(m_copy, &QPushButton::clicked, this, &DiagnosisView::copyReport);
    connect(m_save, &QPushButton::clicked, this, &DiagnosisView::saveReport);
    retranslate();
    setVisible(false);
}

void DiagnosisView::begin(const mailconnect::DiagnosisRequest &request)
{
    m_steps.clear();
    m_items.clear();
    m_roots.clear();
    m_report.reset();
    m_tree->clear();
    m_verdict->clear();
    const auto add = [this](Service service,
                            const std::optional<account::ServerEndpoint> &endpoint) {
        if (!endpoint)
            return;
        const auto title = mailconnect::titleOf(service);
        auto *root = new QTreeWidgetItem(m_tree, {QStringLiteral("%1  %2:%3")
                                                      .arg(shown(title), shown(endpoint->host))
                                                      .arg(endpoint->port)});
        root->setFirstColumnSpanned(true);
        QFont font = m_tree->font();
        font.setWeight(QFont::DemiBold);
        root->setFont(Step, font);
        root->setIcon(Step, icon(QStringLiteral("running"), Tone::Accent));
        root->setExpanded(true);
        m_roots[service] = root;
    };
    add(Service::Imap, request.imap);
    add(Service::Smtp, request.smtp);
    setVisible(true);
    showDetails();
}

void DiagnosisView::update(const StepReport &step)
{
    m_steps.insert_or_assign(Place(step.service, step.number), step);
    showStep(step);
    if (m_tree->currentItem() == m_items[Place(step.service, step.number)])
        showDetails();
}

void DiagnosisView::finish(mailconnect::DiagnosisReport report)
{
    m_report = std::move(report);
    // The report has the last word, also about steps that never ended.
    for (const auto *service : {&m_report->imap, &m_report->smtp}) {
        if (*service) {
            for (const auto &step : (*service)->steps)
                update(step);
        }
    }
    showVerdict();
    selectWorst();
}

void DiagnosisView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void DiagnosisView::retranslate()
{
    setHeading(tr("Result"));
    m_tree->setHeaderLabels({tr("Step"), tr("What happened"), tr("Time")});
    m_tree->setAccessibleName(tr("Steps of the test"));
    m_details->setAccessibleName(tr("Details of the step"));
    alignWithLanguage(*m_details);
    m_certificates->setText(tr("Cert&ificates…"));
    m_transcript->setText(tr("Conversation…"));
    m_copy->setText(tr("Cop&y the report"));
    m_save->setText(tr("S&ave the report…"));
    for (const auto &[place, step] : m_steps)
        showStep(step);
    if (m_report)
        showVerdict();
    showDetails();
}

void DiagnosisView::showStep(const StepReport &step)
{
    const auto root = m_roots.find(step.service);
    if (root == m_roots.end())
        return;
    auto *&item = m_items[Place(step.service, step.number)];
    if (!item) {
        item = new QTreeWidgetItem(root->second);
        item->setTextAlignment(Time, Qt::AlignRight | Qt::AlignVCenter);
        m_tree->scrollToItem(item);
    }
    const Sign sign = signOf(step.state);
    const QString title = m_services.language.say(mailconnect::titleOf(step.kind));
    const QString summary = m_services.language.say(step.summary);
    item->setIcon(Step, icon(sign.icon, sign.tone));
    item->setText(Step, title);
    item->setText(Finding, step.state == StepState::Running ? sign.word : summary);
    item->setText(Time, step.state == StepState::Running || step.state == StepState::Skipped
                            ? QString()
                            : timeText(step.elapsed));
    item->setToolTip(Finding, plainToolTip(summary));
    // The sign and its colour in words.
    item->setData(Step, Qt::AccessibleTextRole, QStringLiteral("%1: %2").arg(title, sign.word));
}

void DiagnosisView::showDetails()
{
    const auto *step = selected();
    m_certificates->setEnabled(tlsOf(step) && !tlsOf(step)->tls.chain.empty());
    const auto hasTranscript = [](const auto &service) {
        return service && !service->transcript.lines.empty();
    };
    m_transcript->setEnabled(m_report
                             && (hasTranscript(m_report->imap) || hasTranscript(m_report->smtp)));
    m_copy->setEnabled(m_report.has_value());
    m_save->setEnabled(m_report.has_value());
    if (!step) {
        m_details->setPlainText(tr("Choose a step to see what it found out."));
        return;
    }
    const LanguageSwitch &language = m_services.language;
    QStringList paragraphs = {language.say(step->summary)};
    if (step->cause)
        paragraphs.append(tr("Why: %1").arg(language.say(*step->cause)));
    if (step->remedy)
        paragraphs.append(tr("What to do: %1").arg(language.say(*step->remedy)));
    if (step->providerHint)
        paragraphs.append(language.say(*step->providerHint));
    if (!step->serverText.empty())
        paragraphs.append(tr("The server says: %1").arg(isolated(shown(step->serverText))));
    QStringList lines;
    for (const auto &line : mailconnect::detailLines(*step, mailconnect::Detail::Everything))
        lines.append(QStringLiteral("%1: %2").arg(language.say(line.name),
                                                  isolated(language.say(line.value))));
    if (!lines.isEmpty())
        paragraphs.append(lines.join(QLatin1Char('\n')));
    m_details->setPlainText(paragraphs.join(QStringLiteral("\n\n")));
}

void DiagnosisView::showVerdict()
{
    QStringList sentences;
    const auto add = [&](Service service, const std::optional<mailconnect::ServiceReport> &report) {
        const auto root = m_roots.find(service);
        if (!report || root == m_roots.end())
            return;
        const Sign sign = signOf(report->verdict);
        root->second->setIcon(Step, icon(sign.icon, sign.tone));
        root->second->setData(Step, Qt::AccessibleTextRole,
                              QStringLiteral("%1: %2").arg(root->second->text(Step), sign.word));
        sentences.append(QStringLiteral("%1: %2").arg(shown(mailconnect::titleOf(service)),
                                                      m_services.language.say(report->summary)));
    };
    add(Service::Imap, m_report->imap);
    add(Service::Smtp, m_report->smtp);
    m_verdict->show(signOf(m_report->verdict()).tone, sentences.join(QLatin1Char('\n')));
}

void DiagnosisView::selectWorst()
{
    const Place *worst = nullptr;
    for (const auto &[place, step] : m_steps) {
        if (severity(step.state) > (worst ? severity(m_steps.at(*worst).state) : 0))
            worst = &place;
    }
    if (worst)
        m_tree->setCurrentItem(m_items.at(*worst));
    showDetails();
}

const StepReport *DiagnosisView::selected() const
{
    for (const auto &[place, item] : m_items) {
        if (item && item == m_tree->currentItem())
            return &m_steps.at(place);
    }
    return nullptr;
}

void DiagnosisView::showCertificates()
{
    const auto *tls = tlsOf(selected());
    if (!tls || tls->tls.chain.empty())
        return;
    CertificateDialog dialog(tls->tls.chain, m_services.dialogs, window());
    m_services.dialogs.run(dialog);
}

void DiagnosisView::showTranscript()
{
    QStringList parts;
    const auto add = [&parts](Service service, const auto &report) {
        if (report && !report->transcript.lines.empty())
            parts.append(shown(mailconnect::titleOf(service)) + QStringLiteral("\n\n")
                         + shown(report->transcript.text()));
    };
    add(Service::Imap, m_report->imap);
    add(Service::Smtp, m_report->smtp);
    TextDialog dialog(tr("The conversation with the servers, without secrets"),
                      parts.join(QStringLiteral("\n\n")), TextDialog::Font::Fixed, window());
    m_services.dialogs.run(dialog);
}

void DiagnosisView::copyReport()
{
    QGuiApplication::clipboard()->setText(
        shown(mailconnect::textOf(*m_report, m_services.language.language())));
    announce(*m_copy, tr("The report is on the clipboard."));
}

void DiagnosisView::saveReport()
{
    const auto file = m_services.dialogs.saveFile(
        window(), tr("Save the report"), QStringLiteral("mail-report.html"),
        tr("Web page (*.html);;Text (*.txt);;JSON (*.json)"));
    if (!file)
        return;
    const auto &language = m_services.language.language();
    const std::string document =
        file->endsWith(QLatin1String(".json"))  ? mailconnect::jsonOf(*m_report)
        : file->endsWith(QLatin1String(".txt")) ? mailconnect::textOf(*m_report, language)
                                                : mailconnect::htmlOf(*m_report, language);
    const auto written = writeFile(*file, QByteArray::fromStdString(document));
    if (written)
        m_verdict->show(Tone::Success,
                        tr("The report is in %1. Names of people are shortened in it.").arg(*file));
    else
        m_verdict->show(Tone::Failure, shown(written.error().message));
}

} // namespace admin
