// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/pages/ConnectPage.h"

#include "admin-gui/Settings.h"
#include "admin-gui/Text.h"
#include "admin-gui/Workspace.h"
#include "admin-gui/style/Icons.h"
#include "admin-gui/widgets/Banner.h"
#include "admin-gui/widgets/Card.h"
#include "admin-gui/widgets/DiagnosisView.h"
#include "admin-gui/widgets/ServerForm.h"
#include "core/Async.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QResizeEvent>

namespace admin {

ConnectPage::ConnectPage(Services &services, Workspace &workspace, QWidget *parent)
    : Page(services, workspace, parent)
    , m_findCard(new Card)
    , m_addressLabel(new QLabel)
    , m_address(new QLineEdit)
    , m_find(new QPushButton)
    , m_asksThunderbird(new QCheckBox)
    , m_found(new Banner)
    , m_servers(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_imap(new ServerForm(ServerForm::Protocol::Imap))
    , m_smtp(new ServerForm(ServerForm::Protocol::Smtp))
    , m_loginCard(new Card)
    , m_userLabel(new QLabel)
    , m_user(new QLineEdit)
    , m_passwordLabel(new QLabel)
    , m_password(new QLineEdit)
    , m_roundTrip(new QCheckBox)
    , m_transcript(new QCheckBox)
    , m_test(new QPushButton)
    , m_cancel(new QPushButton)
    , m_state(new Banner)
    , m_view(new DiagnosisView(services))
{
    addFinding();
    addServers();
    addLogin();
    content().addWidget(m_state);
    content().addWidget(m_view);
    content().addStretch();
    setBusy(false);
    retranslate();
    load();
    connect(&workspace, &Workspace::opened, this, &ConnectPage::load);
}

bool ConnectPage::cancel()
{
    if (!m_cancellation)
        return false;
    m_cancellation->cancel();
    return true;
}

QString ConnectPage::help() const
{
    return tr(
        "Type an e-mail address, or the host of a mail server, and press “Find”. Below each "
        "server stands who named it; everything can be changed.\n\n"
        "“Test” looks at both servers at the same time, with exactly what stands on this page: "
        "name service, connection, encryption and certificates, what the servers can do, and, "
        "when user name and password are there, the login and the folders. Nothing in the "
        "mailbox is changed unless you ask for a test message.\n\n"
        "Choose a step to see why it failed and what to do. Escape cancels. The password is kept "
        "nowhere.");
}

QWidget *ConnectPage::firstField() const
{
    return m_address;
}

void ConnectPage::findAndTest(const QString &host)
{
    m_address->setText(host);
    store();
    if (!isBusy())
        core::start(findThenTest());
}

void ConnectPage::retranslate()
{
    setTexts(tr("Mail servers"),
             tr("Find the servers of a mailbox and see whether everything works, step by step."));
    m_findCard->setHeading(tr("Find"));
    m_addressLabel->setText(tr("E-&mail address or server:"));
    m_address->setPlaceholderText(QStringLiteral("name@example.com"));
    m_find->setText(tr("Fin&d"));
    m_asksThunderbird->setText(
        tr("Also as&k Thunderbird's database, which then learns the domain"));
    m_loginCard->setHeading(tr("Log in"));
    m_userLabel->setText(tr("&User name:"));
    m_passwordLabel->setText(tr("Pass&word:"));
    m_password->setPlaceholderText(tr("without it, the test ends before the login"));
    m_roundTrip->setText(tr("Send a test messa&ge to this address, find it, and delete it"));
    m_transcript->setText(tr("&Record the conversation with the servers, without secrets"));
    m_test->setText(tr("T&est"));
    m_cancel->setText(tr("Cance&l"));
    if (m_settings)
        showFound();
}

void ConnectPage::resizeEvent(QResizeEvent *event)
{
    const auto margins = content().contentsMargins();
    const int beside = m_imap->minimumSizeHint().width() + m_smtp->minimumSizeHint().width()
                       + m_servers->spacing() + margins.left() + margins.right();
    m_servers->setDirection(beside > event->size().width() ? QBoxLayout::TopToBottom
                                                           : QBoxLayout::LeftToRight);
    Page::resizeEvent(event);
}

void ConnectPage::addFinding()
{
    m_address->setObjectName(QStringLiteral("address"));
    m_find->setObjectName(QStringLiteral("find"));
    m_found->setObjectName(QStringLiteral("found"));
    m_asksThunderbird->setObjectName(QStringLiteral("asksThunderbird"));
    m_address->setInputMethodHints(Qt::ImhEmailCharactersOnly);
    m_addressLabel->setBuddy(m_address);
    m_find->setIcon(icon(QStringLiteral("search")));
    auto *row = new QHBoxLayout;
    row->addWidget(m_address, 1);
    row->addWidget(m_find);
    m_findCard->content().addWidget(m_addressLabel);
    m_findCard->content().addLayout(row);
    m_findCard->content().addWidget(m_asksThunderbird);
    m_findCard->content().addWidget(m_found);
    content().addWidget(m_findCard);
    m_asksThunderbird->setChecked(services().settings.asksThunderbird());
    connect(m_asksThunderbird, &QCheckBox::toggled, this,
            [this](bool on) { services().settings.setAsksThunderbird(on); });
    connect(m_address, &QLineEdit::textEdited, this, &ConnectPage::store);
    connect(m_address, &QLineEdit::returnPressed, this, &ConnectPage::startFinding);
    connect(m_find, &QPushButton::clicked, this, &ConnectPage::startFinding);
}

void ConnectPage::addServers()
{
    m_servers->setSpacing(16);
    for (auto *form : {m_imap, m_smtp}) {
        m_servers->addWidget(form, 1);
        connect(form, &ServerForm::edited, this, &ConnectPage::store);
    }
    content().addLayout(m_servers);
}

void ConnectPage::addLogin()
{
    m_user->setObjectName(QStringLiteral("user"));
    m_password->setObjectName(QStringLiteral("password"));
    m_roundTrip->setObjectName(QStringLiteral("roundTrip"));
    m_transcript->setObjectName(QStringLiteral("transcript"));
    m_test->setObjectName(QStringLiteral("test"));
    m_cancel->setObjectName(QStringLiteral("cancel"));
    m_password->setEchoMode(QLineEdit::Password);
    m_test->setDefault(true);
    auto *form = new QFormLayout;
    addRow(*form, m_userLabel, m_user);
    addRow(*form, m_passwordLabel, m_password);
    m_loginCard->content().addLayout(form);
    m_loginCard->content().addWidget(m_roundTrip);
    m_loginCard->content().addWidget(m_transcript);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_test);
    buttons->addWidget(m_cancel);
    buttons->addStretch();
    m_loginCard->content().addSpacing(4);
    m_loginCard->content().addLayout(buttons);
    content().addWidget(m_loginCard);
    connect(m_user, &QLineEdit::textEdited, this, &ConnectPage::store);
    for (auto *field : {m_user, m_password})
        connect(field, &QLineEdit::returnPressed, this, &ConnectPage::startTesting);
    connect(m_test, &QPushButton::clicked, this, &ConnectPage::startTesting);
    connect(m_cancel, &QPushButton::clicked, this, &ConnectPage::cancel);
}

void ConnectPage::load()
{
    cancel();
    const Profile &profile = workspace().profile();
    m_address->setText(profile.address);
    m_imap->setEndpoint(profile.imap);
    m_smtp->setEndpoint(profile.smtp);
    for (auto *form : {m_imap, m_smtp}) {
        form->setOrigin({});
        form->setCandidates({});
    }
    m_user->setText(profile.userName);
    m_password->clear();
    m_settings.reset();
    m_found->clear();
    m_state->clear();
    m_view->setVisible(false);
}

void ConnectPage::store()
{
    Profile profile = workspace().profile();
    profile.address = m_address->text().trimmed();
    profile.imap = m_imap->endpoint();
    profile.smtp = m_smtp->endpoint();
    profile.userName = m_user->text().trimmed();
    workspace().edit(std::move(profile));
}

void ConnectPage::setBusy(bool isBusy)
{
    if (isBusy)
        m_cancellation.emplace();
    else
        m_cancellation.reset();
    m_find->setEnabled(!isBusy);
    m_test->setEnabled(!isBusy);
    m_cancel->setEnabled(isBusy);
}

void ConnectPage::startFinding()
{
    if (!isBusy())
        core::start(find());
}

void ConnectPage::startTesting()
{
    if (!isBusy())
        core::start(test());
}

core::Task<void> ConnectPage::findThenTest()
{
    const QPointer<ConnectPage> self(this);
    co_await find();
    if (self && !m_imap->endpoint().host.empty())
        co_await test();
}

core::Task<void> ConnectPage::find()
{
    const QPointer<ConnectPage> self(this);
    m_found->clear();
    auto query = discovery::Query::parse(typed(m_address->text()));
    if (!query) {
        m_found->show(Tone::Failure, say(query.error()));
        m_address->setFocus();
        co_return;
    }
    setBusy(true);
    m_found->show(Tone::Accent, tr("Looking…"));
    discovery::FindOptions options;
    options.ispdb = m_asksThunderbird->isChecked() ? discovery::FindOptions::ThirdParty::MayBeAsked
                                                   : discovery::FindOptions::ThirdParty::Never;
    discovery::ProgressListener listener = [self](const discovery::Progress &progress) {
        if (self)
            self->showProgress(progress);
    };
    auto found =
        co_await services().find(*query, options, std::move(listener), m_cancellation->token());
    if (!self)
        co_return;
    setBusy(false);
    if (!found) {
        m_found->show(Tone::Neutral, tr("Cancelled."));
        co_return;
    }
    m_settings = std::move(*found);
    if (!m_settings->imap.empty())
        m_imap->setEndpoint(m_settings->imap.front().endpoint);
    if (!m_settings->smtp.empty())
        m_smtp->setEndpoint(m_settings->smtp.front().endpoint);
    for (const auto *list : {&m_settings->imap, &m_settings->smtp}) {
        if (!list->empty() && !list->front().userName.text.empty()) {
            m_user->setText(shown(list->front().userName.text));
            break;
        }
    }
    store();
    showFound();
    (m_settings->isComplete() ? m_password : m_address)->setFocus();
}

void ConnectPage::showProgress(const discovery::Progress &progress)
{
    if (progress.state == discovery::Progress::State::Asking)
        m_found->show(Tone::Accent,
                      tr("Looking… %1").arg(say(discovery::describe(progress.origin))));
}

QString ConnectPage::warningAbout(const discovery::ServerCandidate &candidate)
{
    return tr("The name service, which anybody may have changed, names %1. Use it only if you know "
              "this host.")
        .arg(shown(candidate.endpoint.host));
}

void ConnectPage::showCandidates(ServerForm &form,
                                 const std::vector<discovery::ServerCandidate> &found)
{
    std::vector<ServerForm::Candidate> candidates;
    for (const auto &candidate : found) {
        QString origin = say(discovery::describe(candidate.origin));
        if (candidate.isVerified)
            origin += QLatin1Char(' ') + tr("It answered just now.");
        // About the first one it stands above.
        if (candidate.needsConfirmation && !candidates.empty())
            origin += QLatin1Char(' ') + warningAbout(candidate);
        if (form.endpoint() == candidate.endpoint)
            form.setOrigin(origin);
        candidates.push_back({.endpoint = candidate.endpoint, .origin = std::move(origin)});
    }
    form.setCandidates(std::move(candidates));
}

void ConnectPage::showFound()
{
    showCandidates(*m_imap, m_settings->imap);
    showCandidates(*m_smtp, m_settings->smtp);
    QStringList sentences;
    Tone tone = Tone::Success;
    if (m_settings->isEmpty()) {
        tone = Tone::Warning;
        sentences.append(tr("Nobody names mail servers for this address. Type them in below; the "
                            "mail provider's help pages have them."));
    } else if (!m_settings->isComplete()) {
        tone = Tone::Warning;
        sentences.append(tr("Only one of the two servers was found. Type in the other one."));
    } else if (m_settings->providerName.empty()) {
        sentences.append(tr("The mail servers were found."));
    } else {
        sentences.append(
            tr("The mail servers of %1 were found.").arg(shown(m_settings->providerName)));
    }
    for (const auto *list : {&m_settings->imap, &m_settings->smtp}) {
        if (list->empty() || !list->front().needsConfirmation)
            continue;
        tone = Tone::Warning;
        sentences.append(warningAbout(list->front()));
    }
    for (const auto &hint : m_settings->hints) {
        tone = Tone::Warning;
        sentences.append(say(discovery::describe(hint)));
    }
    m_found->show(tone, sentences.join(QLatin1Char('\n')));
}

mailconnect::DiagnosisRequest ConnectPage::request() const
{
    mailconnect::DiagnosisRequest request;
    const std::string password = m_password->text().toStdString();
    const auto login = [&]() -> std::optional<account::Credentials> {
        if (typed(m_user->text()).empty() || password.empty())
            return std::nullopt;
        return account::Credentials{.username = typed(m_user->text()),
                                    .password = core::Secret::copyOf(password)};
    };
    if (auto endpoint = m_imap->endpoint(); !endpoint.host.empty()) {
        request.imap = std::move(endpoint);
        request.imapLogin = login();
    }
    if (auto endpoint = m_smtp->endpoint(); !endpoint.host.empty()) {
        request.smtp = std::move(endpoint);
        request.smtpLogin = login();
    }
    const auto query = discovery::Query::parse(typed(m_address->text()));
    if (query)
        request.emailAddress = query->emailAddress();
    request.roundTrip =
        m_roundTrip->isChecked() ? mailconnect::RoundTrip::Wanted : mailconnect::RoundTrip::Omitted;
    request.transcript = m_transcript->isChecked() ? mailconnect::TranscriptUse::Wanted
                                                   : mailconnect::TranscriptUse::Omitted;
    return request;
}

core::Task<void> ConnectPage::test()
{
    const QPointer<ConnectPage> self(this);
    m_state->clear();
    mailconnect::DiagnosisRequest wanted = request();
    if (!wanted.imap && !wanted.smtp) {
        m_state->show(Tone::Failure, tr("First type a host, or press “Find”."));
        m_address->setFocus();
        co_return;
    }
    if (wanted.roundTrip == mailconnect::RoundTrip::Wanted
        && (wanted.emailAddress.empty() || !wanted.imapLogin || !wanted.imap || !wanted.smtp)) {
        m_state->show(Tone::Failure,
                      tr("A test message needs an e-mail address above, both servers, "
                         "user name and password."));
        co_return;
    }
    setBusy(true);
    m_view->begin(wanted);
    ensureWidgetVisible(m_view, 0, 0);
    mailconnect::StepListener listener = [self](const mailconnect::StepReport &step) {
        if (self)
            self->m_view->update(step);
    };
    auto report = co_await services().diagnose(std::move(wanted), std::move(listener),
                                               m_cancellation->token());
    if (!self)
        co_return;
    setBusy(false);
    m_view->finish(std::move(report));
}

} // namespace admin
