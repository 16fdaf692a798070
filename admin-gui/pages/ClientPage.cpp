// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/pages/ClientPage.h"

#include "admin-gui/Text.h"
#include "admin-gui/Workspace.h"
#include "admin-gui/style/Icons.h"
#include "admin-gui/widgets/Banner.h"
#include "admin-gui/widgets/Card.h"
#include "admin-gui/widgets/ClientResult.h"
#include "clients/KnownClients.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>

namespace admin {

namespace {

constexpr int clientColumns = 3;

} // namespace

ClientPage::ClientPage(Services &services, Workspace &workspace, QWidget *parent)
    : Page(services, workspace, parent)
    , m_clientsCard(new Card)
    , m_redirectsLabel(new QLabel)
    , m_redirects(new QPlainTextEdit)
    , m_permissionsCard(new Card)
    , m_confirms(new QCheckBox)
    , m_moreCard(new Card)
    , m_nameLabel(new QLabel)
    , m_name(new QLineEdit)
    , m_lifetimeLabel(new QLabel)
    , m_lifetime(new QSpinBox)
    , m_baseUrlLabel(new QLabel)
    , m_baseUrl(new QLineEdit)
    , m_keyCard(new Card)
    , m_keyState(new QLabel)
    , m_chooseKey(new QPushButton)
    , m_generate(new QPushButton)
    , m_banner(new Banner)
    , m_result(new ClientResult(services))
{
    addClients();
    addPermissions();
    addMore();
    addKey();
    m_generate->setObjectName(QStringLiteral("generate"));
    m_generate->setDefault(true);
    content().addWidget(m_generate, 0, Qt::AlignLeading);
    content().addWidget(m_banner);
    content().addWidget(m_result);
    content().addStretch();
    retranslate();
    load();
    connect(m_generate, &QPushButton::clicked, this, &ClientPage::generate);
    connect(m_result, &ClientResult::dismissed, this, [this] {
        m_banner->show(Tone::Neutral, tr("The secret is forgotten."));
        m_generate->setFocus();
    });
    connect(&workspace, &Workspace::opened, this, &ClientPage::load);
    connect(&workspace, &Workspace::edited, this, [this] {
        if (!m_isLoading && m_baseUrl->text() != this->workspace().profile().baseUrl)
            load(); // another page changed it
    });
    connect(&workspace, &Workspace::keysChanged, this, &ClientPage::showKey);
}

QString ClientPage::help() const
{
    return tr(
        "A client is the program that reads mail on behalf of people: Claude, ChatGPT, an "
        "editor. Mark those that may use it, and the most that people may allow them.\n\n"
        "“Generate” makes a client_id and a client_secret. Nobody keeps them: the server opens "
        "the client_id with its key. Copy both now; the secret cannot be shown again.\n\n"
        "The mail servers of the first page become part of the client. Whoever logs in through "
        "it reaches these servers and no others.");
}

QWidget *ClientPage::firstField() const
{
    return m_clients.front();
}

void ClientPage::retranslate()
{
    setTexts(tr("New client"),
             tr("Choose who may connect and what for. The result is shown once and kept nowhere."));
    m_clientsCard->setHeading(tr("Programs that may use it"));
    m_redirectsLabel->setText(tr("Other &redirect URIs, one a line:"));
    m_redirects->setPlaceholderText(QStringLiteral("https://example.com/callback"));
    m_permissionsCard->setHeading(tr("The most that people may allow"));
    for (std::size_t i = 0; i < m_scopes.size(); ++i)
        m_scopes[i]->setText(say(i18n::Text(std::string(clients::allScopes[i].sentence))));
    m_confirms->setText(tr("Ask the person before anything is sent or deleted"));
    m_moreCard->setHeading(tr("Name and validity"));
    m_nameLabel->setText(tr("&Name on the login page:"));
    m_name->setPlaceholderText(tr("may be empty"));
    m_lifetimeLabel->setText(tr("&Expires after:"));
    m_lifetime->setSpecialValueText(tr("never"));
    m_lifetime->setSuffix(tr(" days"));
    m_baseUrlLabel->setText(tr("&Address of the server:"));
    m_baseUrl->setPlaceholderText(QStringLiteral("https://mail-mcp.example.com"));
    m_keyCard->setHeading(tr("Key of the server"));
    m_chooseKey->setText(tr("Choose the &key…"));
    m_generate->setText(tr("&Generate"));
    showKey();
}

void ClientPage::addClients()
{
    auto *grid = new QGridLayout;
    int place = 0;
    for (const auto &client : clients::knownClients()) {
        auto *box = new QCheckBox(shown(client.name));
        box->setObjectName(QStringLiteral("client-") + shown(client.key));
        QStringList uris;
        for (const auto &uri : client.redirectUris)
            uris.append(shown(uri));
        box->setToolTip(plainToolTip(uris.join(QLatin1Char('\n'))));
        connect(box, &QCheckBox::toggled, this, &ClientPage::store);
        grid->addWidget(box, place / clientColumns, place % clientColumns);
        m_clients.push_back(box);
        ++place;
    }
    m_clientsCard->content().addLayout(grid);
    m_redirectsLabel->setBuddy(m_redirects);
    m_redirects->setObjectName(QStringLiteral("redirectUris"));
    m_redirects->setTabChangesFocus(true);
    m_redirects->setFixedHeight(m_redirects->fontMetrics().lineSpacing() * 3 + 12);
    m_redirects->setLayoutDirection(Qt::LeftToRight);
    m_clientsCard->content().addWidget(m_redirectsLabel);
    m_clientsCard->content().addWidget(m_redirects);
    content().addWidget(m_clientsCard);
    connect(m_redirects, &QPlainTextEdit::textChanged, this, &ClientPage::store);
}

void ClientPage::addPermissions()
{
    for (const auto &scope : clients::allScopes) {
        auto *box = new QCheckBox;
        box->setObjectName(QStringLiteral("scope-") + shown(scope.keyword));
        if (scope.isRisky)
            box->setIcon(icon(QStringLiteral("warning"), Tone::Warning));
        connect(box, &QCheckBox::toggled, this, &ClientPage::store);
        m_permissionsCard->content().addWidget(box);
        m_scopes.push_back(box);
    }
    m_confirms->setObjectName(QStringLiteral("confirms"));
    connect(m_confirms, &QCheckBox::toggled, this, &ClientPage::store);
    m_permissionsCard->content().addSpacing(4);
    m_permissionsCard->content().addWidget(m_confirms);
    content().addWidget(m_permissionsCard);
}

void ClientPage::addMore()
{
    m_name->setObjectName(QStringLiteral("clientName"));
    m_lifetime->setObjectName(QStringLiteral("lifetime"));
    m_lifetime->setRange(0, provisioning::Request::longestLifetime);
    m_lifetime->setMinimumWidth(150);
    m_baseUrl->setObjectName(QStringLiteral("baseUrl"));
    m_baseUrl->setInputMethodHints(Qt::ImhUrlCharactersOnly);
    auto *form = new QFormLayout;
    addRow(*form, m_nameLabel, m_name);
    addRow(*form, m_lifetimeLabel, m_lifetime);
    addRow(*form, m_baseUrlLabel, m_baseUrl);
    form->setAlignment(m_lifetime, Qt::AlignLeading);
    m_moreCard->content().addLayout(form);
    content().addWidget(m_moreCard);
    connect(m_name, &QLineEdit::textChanged, this, &ClientPage::store);
    connect(m_lifetime, &QSpinBox::valueChanged, this, &ClientPage::store);
    connect(m_baseUrl, &QLineEdit::textChanged, this, &ClientPage::store);
}

void ClientPage::addKey()
{
    m_keyState->setTextFormat(Qt::PlainText);
    m_keyState->setWordWrap(true);
    m_chooseKey->setIcon(icon(QStringLiteral("keys")));
    auto *row = new QHBoxLayout;
    row->addWidget(m_keyState, 1);
    row->addWidget(m_chooseKey);
    m_keyCard->content().addLayout(row);
    content().addWidget(m_keyCard);
    connect(m_chooseKey, &QPushButton::clicked, this, &ClientPage::keysWanted);
}

void ClientPage::load()
{
    m_isLoading = true;
    const Profile &profile = workspace().profile();
    const auto known = clients::knownClients();
    for (std::size_t i = 0; i < m_clients.size(); ++i)
        m_clients[i]->setChecked(profile.clientKeys.contains(shown(known[i].key)));
    for (std::size_t i = 0; i < m_scopes.size(); ++i)
        m_scopes[i]->setChecked(profile.scopes.contains(shown(clients::allScopes[i].name)));
    m_redirects->setPlainText(profile.redirectUris.join(QLatin1Char('\n')));
    m_confirms->setChecked(profile.confirmsSendAndDelete);
    m_name->setText(profile.clientName);
    m_lifetime->setValue(profile.lifetime);
    m_baseUrl->setText(profile.baseUrl);
    m_result->clear();
    m_isLoading = false;
}

void ClientPage::store()
{
    if (m_isLoading)
        return;
    Profile profile = workspace().profile();
    const auto known = clients::knownClients();
    profile.clientKeys.clear();
    for (std::size_t i = 0; i < m_clients.size(); ++i) {
        if (m_clients[i]->isChecked())
            profile.clientKeys.append(shown(known[i].key));
    }
    profile.scopes.clear();
    for (std::size_t i = 0; i < m_scopes.size(); ++i) {
        if (m_scopes[i]->isChecked())
            profile.scopes.append(shown(clients::allScopes[i].name));
    }
    profile.redirectUris.clear();
    for (const auto &line : m_redirects->toPlainText().split(QLatin1Char('\n'))) {
        if (!line.trimmed().isEmpty())
            profile.redirectUris.append(line.trimmed());
    }
    profile.confirmsSendAndDelete = m_confirms->isChecked();
    profile.clientName = m_name->text().trimmed();
    profile.lifetime = m_lifetime->value();
    profile.baseUrl = m_baseUrl->text().trimmed();
    m_isLoading = true;
    workspace().edit(std::move(profile));
    m_isLoading = false;
}

void ClientPage::showKey()
{
    const auto &keys = workspace().keys();
    m_keyState->setText(
        keys ? tr("The key “%1” is in memory until the program ends. It is written nowhere.")
                   .arg(shown(keys->sealingKey().id))
             : tr("No key yet. It is the ENCRYPTION_KEY of the server; without it nothing can be "
                  "made that the server accepts."));
}

void ClientPage::generate()
{
    m_banner->clear();
    m_result->clear();
    const Profile &profile = workspace().profile();
    if (!workspace().keys()) {
        showProblem({.field = provisioning::Field::Key,
                     .text = i18n::Text::verbatim(
                         tr("First choose the key of the server.").toStdString())});
        return;
    }
    provisioning::Request request{.imap = profile.imap,
                                  .smtp = profile.smtp,
                                  .redirectUris = {},
                                  .maximalScopes = {},
                                  .name = profile.clientName.toStdString(),
                                  .confirmsSendAndDelete = profile.confirmsSendAndDelete};
    for (const auto &key : profile.clientKeys) {
        const auto *client = clients::knownClient(key.toStdString());
        for (const auto &uri :
             client ? client->redirectUris : std::span<const std::string_view>()) {
            if (std::ranges::find(request.redirectUris, uri) == request.redirectUris.end())
                request.redirectUris.emplace_back(uri);
        }
    }
    for (const auto &uri : profile.redirectUris)
        request.redirectUris.push_back(uri.toStdString());
    if (request.redirectUris.empty()) { // the room below would take all of them
        showProblem({.field = provisioning::Field::RedirectUris,
                     .text = i18n::Text::verbatim(
                         tr("Mark a program, or type a redirect URI.").toStdString())});
        return;
    }
    for (const auto &scope : profile.scopes)
        request.maximalScopes.insert(scope.toStdString());
    if (profile.lifetime > 0)
        request.lifetime = profile.lifetime;
    const auto made =
        provisioning::provision(request, *workspace().keys(), profile.baseUrl.toStdString(),
                                services().clock, services().random);
    if (!made) {
        showProblem(made.error());
        return;
    }
    m_banner->show(Tone::Success,
                   tr("Done. Copy both values now: the secret cannot be shown again."));
    m_result->show(*made, profile.baseUrl.toStdString(), profile.clientKeys);
    ensureWidgetVisible(m_result);
}

void ClientPage::showProblem(const provisioning::Problem &problem)
{
    m_banner->show(Tone::Failure, say(problem.text));
    widgetOf(problem.field)->setFocus();
}

QWidget *ClientPage::widgetOf(provisioning::Field field) const
{
    using provisioning::Field;
    switch (field) {
    case Field::RedirectUris:
        return m_redirects;
    case Field::Scopes:
        return m_scopes.front();
    case Field::Confirmation:
        return m_confirms;
    case Field::Lifetime:
        return m_lifetime;
    case Field::Name:
        return m_name;
    case Field::Key:
        return m_chooseKey;
    case Field::ImapServer:
    case Field::SmtpServer:
        break;
    }
    return m_generate;
}

} // namespace admin
