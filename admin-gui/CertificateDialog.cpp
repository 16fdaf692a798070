// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/CertificateDialog.h"

#include "admin-gui/Dialogs.h"
#include "admin-gui/Files.h"
#include "admin-gui/Text.h"
#include "admin-gui/style/Icons.h"
#include "admin-gui/widgets/PlainText.h"

#include <QDateTime>
#include <QDialogButtonBox>
#include <QListWidget>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace admin {

namespace {

QString sentenceFor(net::CertificateProblem problem)
{
    using net::CertificateProblem;
    switch (problem) {
    case CertificateProblem::Expired:
        return CertificateDialog::tr("It has expired.");
    case CertificateProblem::NotYetValid:
        return CertificateDialog::tr("It is not valid yet.");
    case CertificateProblem::WrongName:
        return CertificateDialog::tr("It is for other names than the host that was connected to.");
    case CertificateProblem::SelfSigned:
        return CertificateDialog::tr("It is signed by itself, by no authority.");
    case CertificateProblem::UnknownAuthority:
        return CertificateDialog::tr(
            "Its authority is unknown, or the server leaves out certificates "
            "in between.");
    case CertificateProblem::NotAnAuthority:
        return CertificateDialog::tr("It signed another certificate and must not.");
    case CertificateProblem::Revoked:
        return CertificateDialog::tr("It was revoked.");
    case CertificateProblem::Untrusted:
        break;
    }
    return CertificateDialog::tr("It is not to be trusted: its signature or its key is too weak.");
}

QString dateText(std::chrono::sys_seconds time)
{
    const auto date = QDateTime::fromSecsSinceEpoch(time.time_since_epoch().count());
    return QLocale().toString(date, QLocale::LongFormat);
}

QString textOf(const net::CertificateReport &certificate)
{
    QStringList lines;
    for (const auto problem : certificate.problems)
        lines.append(sentenceFor(problem));
    if (certificate.problems.empty())
        lines.append(CertificateDialog::tr("Nothing is wrong with this certificate."));
    QStringList names;
    for (const auto &name : certificate.names)
        names.append(shown(name));
    lines.append(QString());
    lines.append(CertificateDialog::tr("Subject: %1").arg(shown(certificate.subject)));
    if (!names.isEmpty())
        lines.append(CertificateDialog::tr("Names: %1").arg(names.join(QStringLiteral(", "))));
    lines.append(CertificateDialog::tr("Issuer: %1").arg(shown(certificate.issuer)));
    lines.append(CertificateDialog::tr("Valid from: %1").arg(dateText(certificate.notBefore)));
    lines.append(CertificateDialog::tr("Valid until: %1").arg(dateText(certificate.notAfter)));
    lines.append(CertificateDialog::tr("Key: %1").arg(shown(certificate.key)));
    lines.append(QStringLiteral("SHA-256: %1").arg(shown(certificate.sha256)));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

CertificateDialog::CertificateDialog(std::vector<net::CertificateReport> chain, Dialogs &dialogs,
                                     QWidget *parent)
    : QDialog(parent)
    , m_chain(std::move(chain))
    , m_dialogs(dialogs)
    , m_list(new QListWidget(this))
    , m_text(new QPlainTextEdit(this))
{
    setWindowTitle(tr("Certificates of the server"));
    resize(680, 520);
    m_list->setAccessibleName(tr("Certificates, that of the server first"));
    m_list->setMaximumHeight(150);
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(tr("The certificate"));
    alignWithLanguage(*m_text);
    for (const auto &certificate : m_chain) {
        const bool isGood = certificate.problems.empty();
        m_list->addItem(
            new QListWidgetItem(icon(isGood ? QStringLiteral("success") : QStringLiteral("failure"),
                                     isGood ? Tone::Success : Tone::Failure),
                                shown(certificate.subject)));
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *save = buttons->addButton(tr("&Save as PEM…"), QDialogButtonBox::ActionRole);
    save->setAutoDefault(false);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_list);
    column->addWidget(m_text, 1);
    column->addWidget(buttons);
    connect(m_list, &QListWidget::currentRowChanged, this, &CertificateDialog::showCertificate);
    connect(save, &QPushButton::clicked, this, &CertificateDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_list->setCurrentRow(0);
}

void CertificateDialog::showCertificate(int row)
{
    m_text->setPlainText(textOf(m_chain.at(std::size_t(row))));
}

void CertificateDialog::save()
{
    const auto file =
        m_dialogs.saveFile(this, tr("Save the certificates"), QStringLiteral("chain.pem"),
                           QStringLiteral("PEM (*.pem)"));
    if (!file)
        return;
    std::string pem;
    for (const auto &certificate : m_chain)
        pem += certificate.pem;
    const auto written = writeFile(*file, QByteArray::fromStdString(pem));
    if (!written)
        m_text->setPlainText(shown(written.error().message));
}

} // namespace admin
