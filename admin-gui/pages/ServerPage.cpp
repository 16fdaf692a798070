// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/pages/ServerPage.h"

#include "admin-gui/Dialogs.h"
#include "admin-gui/ServerCheck.h"
#include "admin-gui/Settings.h"
#include "admin-gui/Text.h"
#include "admin-gui/Workspace.h"
#include "admin-gui/widgets/AuditView.h"
#include "admin-gui/widgets/Banner.h"
#include "admin-gui/widgets/CheckResults.h"
#include "admin-gui/widgets/ClientList.h"
#include "admin-gui/widgets/MetricCharts.h"
#include "admin-gui/widgets/ServerCard.h"
#include "admin-gui/widgets/ServerFacts.h"
#include "core/Async.h"

#include <QPointer>
#include <QVBoxLayout>

#include <utility>

namespace admin {

ServerPage::ServerPage(Services &services, Workspace &workspace, QWidget *parent)
    : Page(services, workspace, parent)
    , m_watch(services.network)
    , m_card(new ServerCard)
    , m_results(new CheckResults)
    , m_facts(new ServerFacts)
    , m_charts(new MetricCharts)
    , m_clients(new ClientList)
    , m_audit(new AuditView)
{
    for (auto *card :
         std::initializer_list<Card *>{m_card, m_results, m_facts, m_charts, m_clients, m_audit})
        content().addWidget(card);
    content().addStretch();
    m_card->setSocket(services.settings.adminSocket());
    m_card->setWay(services.settings.watchesThroughSocket() ? ServerCard::Way::Socket
                                                            : ServerCard::Way::Address);
    connectCard();
    connectWatch();
    connectClients();
    connect(&workspace, &Workspace::opened, this, &ServerPage::load);
    connect(&workspace, &Workspace::edited, this, [this] {
        if (m_card->address() != this->workspace().profile().baseUrl)
            load();
    });
    retranslate();
    load();
}

bool ServerPage::cancel()
{
    const bool wasRunning = m_cancellation || isWatching();
    if (m_cancellation)
        m_cancellation->cancel();
    stopWatching();
    return wasRunning;
}

QString ServerPage::help() const
{
    return tr("“Check my server” looks at a running Mail MCP server from outside, as a client "
              "does: whether it runs, knows its own address, asks strangers to log in, and has the "
              "right time.\n\n"
              "“Watch” asks the server every two seconds how it is. Through its socket "
              "(ADMIN_SOCKET) it shows everything, and clients can be revoked; that works on the "
              "server's own computer, for members of its group. Through its address it shows the "
              "metrics alone, where METRICS_FROM allows it.\n\n"
              "A server on another computer can be watched through its socket, too: “ssh -N -L "
              "/tmp/mail-mcp.sock:/run/mail-mcp/admin.sock root@HOST” brings it here as "
              "/tmp/mail-mcp.sock.\n\n"
              "A client that is revoked gets in no more, and neither do its logins, until it is "
              "allowed again. To end every login cannot be undone: everybody has to log in again.");
}

QWidget *ServerPage::firstField() const
{
    return m_card->firstField();
}

void ServerPage::retranslate()
{
    setTexts(tr("Running server"), tr("See whether a server is set up right, what it is doing and "
                                      "who uses it, and revoke clients."));
}

void ServerPage::connectCard()
{
    connect(m_card, &ServerCard::addressEdited, this, &ServerPage::storeAddress);
    connect(m_card, &ServerCard::wayEdited, this, &ServerPage::storeWay);
    connect(m_card, &ServerCard::checkWanted, this, &ServerPage::startChecking);
    connect(m_card, &ServerCard::watchWanted, this, [this] {
        if (isWatching())
            stopWatching();
        else
            startWatching();
    });
}

void ServerPage::connectWatch()
{
    connect(&m_watch, &ServerWatch::statusSeen, this, &ServerPage::showStatus);
    connect(&m_watch, &ServerWatch::metricsSeen, this, [this](const QByteArray &text) {
        if (m_card->way() == ServerCard::Way::Address)
            m_card->watchState().clear();
        m_charts->add(text, std::chrono::steady_clock::now());
    });
    connect(&m_watch, &ServerWatch::clientsSeen, m_clients, &ClientList::show);
    connect(&m_watch, &ServerWatch::clientsHidden, m_clients, &ClientList::clear);
    connect(&m_watch, &ServerWatch::auditSeen, m_audit, &AuditView::show);
    connect(&m_watch, &ServerWatch::auditHidden, m_audit, &AuditView::clear);
    connect(&m_watch, &ServerWatch::failed, this, &ServerPage::showFailure);
    connect(&m_watch, &ServerWatch::changed, this, &ServerPage::showChange);
    connect(&m_watch, &ServerWatch::changeFailed, m_clients, &ClientList::showFailure);
}

void ServerPage::connectClients()
{
    using Change = ServerWatch::Change;
    connect(m_clients, &ClientList::revocationWanted, this,
            [this](const std::string &handle) { m_watch.change(Change::Revoke, handle); });
    connect(m_clients, &ClientList::allowanceWanted, this,
            [this](const std::string &handle) { m_watch.change(Change::Allow, handle); });
    connect(m_clients, &ClientList::endOfEveryLoginWanted, this, &ServerPage::endEveryLogin);
}

void ServerPage::load()
{
    // What is watched through a socket of this computer has nothing to do with the profile.
    if (m_cancellation || m_card->way() == ServerCard::Way::Address)
        cancel();
    m_card->setAddress(workspace().profile().baseUrl);
    m_results->hide();
    m_card->checkState().clear();
}

void ServerPage::storeAddress()
{
    Profile profile = workspace().profile();
    profile.baseUrl = m_card->address();
    if (m_card->way() == ServerCard::Way::Address)
        stopWatching();
    workspace().edit(std::move(profile));
}

void ServerPage::storeWay()
{
    stopWatching();
    services().settings.setAdminSocket(m_card->socket());
    services().settings.setWatchesThroughSocket(m_card->way() == ServerCard::Way::Socket);
}

std::optional<QUrl> ServerPage::url(Banner &banner)
{
    auto url = serverUrl(m_card->address());
    if (!url)
        banner.show(Tone::Failure,
                    tr("That is no address of a server. It begins with https://, and "
                       "nothing but a path may follow the host."));
    return url;
}

void ServerPage::startChecking()
{
    if (m_cancellation)
        return;
    m_card->checkState().clear();
    if (const auto server = url(m_card->checkState()))
        core::start(check(*server));
}

core::Task<void> ServerPage::check(QUrl server)
{
    const QPointer<ServerPage> self(this);
    m_results->begin();
    m_cancellation.emplace();
    m_card->showChecking(true);
    m_card->checkState().show(Tone::Accent, tr("Looking…"));
    const core::Cancellation token = m_cancellation->token();
    CheckListener listener = [self](const CheckResult &result) {
        if (self)
            self->m_results->add(result);
    };
    co_await checkServer(server, services().network, services().clock, std::move(listener), token);
    if (!self)
        co_return;
    m_cancellation.reset();
    m_card->showChecking(false);
    const int wrong = m_results->wrongCount();
    Banner &state = m_card->checkState();
    if (token.isCancelled())
        state.show(Tone::Neutral, tr("Cancelled."));
    else if (wrong == 0)
        state.show(Tone::Success, tr("The server is set up right."));
    else
        state.show(Tone::Failure, tr("%n things are not right. See below.", nullptr, wrong));
}

void ServerPage::startWatching()
{
    m_card->watchState().clear();
    m_charts->clear();
    if (m_card->way() == ServerCard::Way::Socket) {
        m_watch.watchSocket(m_card->socket());
    } else if (const auto server = url(m_card->watchState())) {
        const QString why =
            tr("Through the address of a server only its metrics can be seen. Choose “its socket "
               "on this computer” above.");
        m_clients->clear(why);
        m_audit->clear(why);
        m_watch.watchAddress(*server);
    }
    m_card->showWatching(isWatching());
}

void ServerPage::stopWatching()
{
    if (!isWatching())
        return;
    m_watch.stop();
    m_card->showWatching(false);
    m_card->watchState().clear();
    m_facts->clear();
    m_clients->clear();
    m_audit->clear();
}

void ServerPage::showStatus(const adminlink::ServerStatus &status)
{
    if (m_facts->isHidden())
        m_card->watchState().show(
            Tone::Success, tr("Connected to Mail MCP %1.").arg(strangersLine(status.version)));
    const auto expected = serverUrl(m_card->address()); // without a slash at its end
    m_facts->show(status, expected ? QString::fromUtf8(expected->toEncoded()) : QString());
}

void ServerPage::showFailure(const QString &why)
{
    Banner &state = m_card->watchState();
    if (state.text() != why) // it is not read aloud every two seconds
        state.show(Tone::Failure, why);
    m_facts->clear();
    m_charts->clear();
    m_clients->clear(why);
    m_audit->clear(why);
}

void ServerPage::showChange(ServerWatch::Change change, const std::string &handle)
{
    switch (change) {
    case ServerWatch::Change::Revoke:
        return m_clients->showRevoked(handle);
    case ServerWatch::Change::Allow:
        return m_clients->showAllowed(handle);
    case ServerWatch::Change::EndEveryLogin:
        return m_clients->showEveryLoginEnded();
    }
}

void ServerPage::endEveryLogin()
{
    if (services().dialogs.confirm(
            window(), tr("End every login"),
            tr("Everybody who is logged in through any client has to log in again. This cannot be "
               "undone."),
            tr("&End every login")))
        m_watch.change(ServerWatch::Change::EndEveryLogin, {});
}

} // namespace admin
