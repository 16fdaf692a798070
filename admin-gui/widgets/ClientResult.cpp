// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/widgets/ClientResult.h"

#include "admin-gui/LanguageSwitch.h"
#include "admin-gui/SecretClipboard.h"
#include "admin-gui/Text.h"
#include "admin-gui/style/Icons.h"
#include "admin-gui/widgets/Announcement.h"
#include "admin-gui/widgets/CopyField.h"
#include "admin-gui/widgets/FlowLayout.h"
#include "clients/KnownClients.h"
#include "provisioning/Provisioner.h"
#include "snippets/Snippet.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QFontDatabase>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace admin {

namespace {

/// A snippet as one text: what to do, and what to paste.
QString textOf(const snippets::Snippet &snippet, const LanguageSwitch &language)
{
    QStringList parts;
    for (const auto &block : snippet.blocks) {
        QString part = language.say(block.title);
        if (!block.place.empty())
            part += QLatin1Char('\n') + shown(block.place);
        int number = 0;
        for (const auto &step : block.steps)
            part += QStringLiteral("\n%1. %2").arg(++number).arg(language.say(step));
        if (!block.text.empty())
            part += QStringLiteral("\n\n") + shown(block.text).trimmed();
        parts.append(part);
    }
    for (const auto &note : snippet.notes)
        parts.append(language.say(note));
    return parts.join(QStringLiteral("\n\n"));
}

} // namespace

ClientResult::ClientResult(Services &services, QWidget *parent)
    : Card(parent)
    , m_services(services)
    , m_idLabel(new QLabel(this))
    , m_id(new CopyField(services.clipboard, CopyField::Content::Public, this))
    , m_secretLabel(new QLabel(this))
    , m_secret(new CopyField(services.clipboard, CopyField::Content::Secret, this))
    , m_programLabel(new QLabel(this))
    , m_program(new QComboBox(this))
    , m_withSecret(new QCheckBox(this))
    , m_snippet(new QPlainTextEdit(this))
    , m_copySnippet(new QPushButton(this))
    , m_forget(new QPushButton(this))
{
    m_id->field()->setObjectName(QStringLiteral("clientId"));
    m_secret->field()->setObjectName(QStringLiteral("clientSecret"));
    m_program->setObjectName(QStringLiteral("program"));
    m_snippet->setObjectName(QStringLiteral("snippet"));
    m_withSecret->setObjectName(QStringLiteral("withSecret"));
    m_snippet->setReadOnly(true);
    m_snippet->setTabChangesFocus(true);
    m_snippet->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_snippet->setMinimumHeight(240);
    m_copySnippet->setIcon(icon(QStringLiteral("copy")));
    m_forget->setObjectName(QStringLiteral("forgetSecret"));
    auto *form = new QFormLayout;
    addRow(*form, m_idLabel, m_id);
    m_idLabel->setBuddy(m_id->field());
    addRow(*form, m_secretLabel, m_secret);
    m_secretLabel->setBuddy(m_secret->field());
    addRow(*form, m_programLabel, m_program);
    form->setAlignment(m_program, Qt::AlignLeading);
    content().addLayout(form);
    content().addWidget(m_withSecret);
    content().addWidget(m_snippet);
    auto *buttons = new FlowLayout;
    buttons->addWidget(m_copySnippet);
    buttons->addWidget(m_forget);
    content().addLayout(buttons);
    connect(m_program, &QComboBox::currentIndexChanged, this, &ClientResult::showSnippet);
    connect(m_withSecret, &QCheckBox::toggled, this, &ClientResult::showSnippet);
    connect(m_copySnippet, &QPushButton::clicked, this, &ClientResult::copySnippet);
    connect(m_forget, &QPushButton::clicked, this, [this] {
        clear();
        Q_EMIT dismissed();
    });
    retranslate();
    clear();
}

void ClientResult::show(const provisioning::ProvisionedClient &made, const std::string &baseUrl,
                        const QStringList &wanted)
{
    m_mcpUrl = baseUrl + "/mcp";
    m_clientSecret = made.clientSecret.clone();
    m_id->setText(shown(made.clientId));
    m_secret->setText(shown(made.clientSecret.reveal()));
    m_withSecret->setChecked(false);
    fillPrograms(wanted);
    setVisible(true);
    showSnippet();
}

void ClientResult::clear()
{
    setVisible(false);
    m_clientSecret = core::Secret();
    m_id->setText({});
    m_secret->setText({});
    m_snippet->setPlainText({});
}

void ClientResult::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void ClientResult::retranslate()
{
    setHeading(tr("The new client"));
    m_idLabel->setText(tr("&client_id:"));
    m_id->setTitle(QStringLiteral("client_id"));
    m_secretLabel->setText(tr("client_&secret:"));
    m_secret->setTitle(QStringLiteral("client_secret"));
    m_programLabel->setText(tr("How &to connect:"));
    nameBox(*m_program, tr("Program to be connected"));
    m_withSecret->setText(tr("Put the secret &into the text"));
    m_snippet->setAccessibleName(tr("How to connect the program"));
    m_copySnippet->setText(tr("C&opy this text"));
    m_forget->setText(tr("I have &both: forget the secret"));
    showSnippet();
}

void ClientResult::fillPrograms(const QStringList &wanted)
{
    const QSignalBlocker blocker(m_program);
    m_program->clear();
    for (const bool isWanted : {true, false}) {
        for (const auto &key : snippets::clientKeys()) {
            const auto *client = clients::knownClient(key);
            if (client && wanted.contains(shown(key)) == isWanted)
                m_program->addItem(shown(client->name), shown(key));
        }
    }
}

void ClientResult::showSnippet()
{
    if (m_clientSecret.isEmpty())
        return;
    const bool isIncluded = m_withSecret->isChecked();
    const snippets::Connection connection{.mcpUrl = m_mcpUrl,
                                          .clientId = m_id->text().toStdString(),
                                          .clientSecret = m_clientSecret.clone()};
    const auto snippet = snippets::render(
        m_program->currentData().toString().toStdString(), connection,
        isIncluded ? snippets::SecretPlace::Included : snippets::SecretPlace::Placeholder);
    if (!snippet) {
        m_snippet->setPlainText(shown(snippet.error().message));
        return;
    }
    m_snippetHoldsSecret =
        std::ranges::any_of(snippet->blocks, [](const auto &block) { return block.holdsSecret; });
    m_snippet->setPlainText(textOf(*snippet, m_services.language));
}

void ClientResult::copySnippet()
{
    if (m_snippetHoldsSecret) {
        m_services.clipboard.copy(m_snippet->toPlainText());
        announce(*m_copySnippet, tr("Copied. The clipboard is cleared after a minute."));
        return;
    }
    QGuiApplication::clipboard()->setText(m_snippet->toPlainText());
    announce(*m_copySnippet, tr("Copied"));
}

} // namespace admin
