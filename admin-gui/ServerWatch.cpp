// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/ServerWatch.h"

#include "admin-gui/HttpAnswer.h"
#include "admin-gui/LinkFailure.h"
#include "core/Async.h"

#include <QPointer>

#include <utility>

namespace admin {

ServerWatch::ServerWatch(QNetworkAccessManager &network, QObject *parent)
    : QObject(parent)
    , m_network(network)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ServerWatch::look);
}

ServerWatch::~ServerWatch()
{
    stop();
}

void ServerWatch::watchSocket(const QString &path)
{
    stop();
    m_path = path;
    m_link = std::make_shared<const adminlink::Link>(path.toStdString());
    m_cancellation.emplace();
    look();
}

void ServerWatch::watchAddress(const QUrl &address)
{
    stop();
    m_address = address;
    m_cancellation.emplace();
    look();
}

void ServerWatch::stop()
{
    m_timer.stop();
    m_link.reset();
    m_wasThere = false;
    m_isChanged = false;
    if (auto source = std::exchange(m_cancellation, std::nullopt))
        source->cancel();
}

void ServerWatch::look()
{
    if (m_link)
        core::start(lookThroughSocket(m_link, m_cancellation->token()));
    else
        core::start(lookThroughAddress(m_address, m_cancellation->token()));
}

void ServerWatch::lookLater(const core::Cancellation &cancellation)
{
    if (!cancellation.isCancelled())
        m_timer.start(std::exchange(m_isChanged, false) ? std::chrono::seconds(0) : interval);
}

// After each wait this object may be gone; its destructor cancels, and then nothing of it is used.

core::Task<void> ServerWatch::lookThroughSocket(LinkPointer link, core::Cancellation cancellation)
{
    const auto status = co_await link->status(core::deadlineIn(patience), cancellation);
    if (cancellation.isCancelled())
        co_return;
    if (!status) {
        const auto before = m_wasThere ? Before::WasThere : Before::WasNotThere;
        Q_EMIT failed(explainLinkFailure(status.error(), m_path, before));
        co_return lookLater(cancellation);
    }
    m_wasThere = true;
    Q_EMIT statusSeen(*status);
    const auto metrics = co_await link->metrics(core::deadlineIn(patience), cancellation);
    if (cancellation.isCancelled())
        co_return;
    if (metrics)
        Q_EMIT metricsSeen(QByteArray::fromStdString(*metrics));
    const auto clients = co_await link->clients(core::deadlineIn(patience), cancellation);
    if (cancellation.isCancelled())
        co_return;
    if (clients)
        Q_EMIT clientsSeen(*clients);
    else
        Q_EMIT clientsHidden(explainHiddenClients(clients.error()));
    const auto audit =
        co_await link->auditLog(auditLines, core::deadlineIn(patience), cancellation);
    if (cancellation.isCancelled())
        co_return;
    if (audit)
        Q_EMIT auditSeen(*audit);
    else
        Q_EMIT auditHidden(explainHiddenAuditLog(audit.error()));
    lookLater(cancellation);
}

core::Task<void> ServerWatch::lookThroughAddress(QUrl address, core::Cancellation cancellation)
{
    address.setPath(address.path() + QStringLiteral("/metrics"));
    const HttpAnswer answer = co_await get(m_network, address, cancellation);
    if (cancellation.isCancelled())
        co_return;
    if (answer.status == 200)
        Q_EMIT metricsSeen(answer.body);
    else if (answer.status == 0)
        Q_EMIT failed(tr("The server does not answer: %1").arg(answer.error));
    else
        Q_EMIT failed(tr("The server does not show its metrics here (status %1). Look at them on "
                         "its own computer, or allow this one in its setting METRICS_FROM.")
                          .arg(answer.status));
    lookLater(cancellation);
}

void ServerWatch::change(Change change, const std::string &handle)
{
    if (m_link)
        core::start(makeChange(m_link, change, handle, m_cancellation->token()));
}

core::Task<void> ServerWatch::makeChange(LinkPointer link, Change change, std::string handle,
                                         core::Cancellation cancellation)
{
    const QPointer<ServerWatch> self(this);
    const auto deadline = core::deadlineIn(patience);
    core::Result<core::Done> made = core::Done{};
    // It is not called off with the watch: whoever asked for it wants it done.
    if (change == Change::Revoke)
        made = co_await link->revoke(handle, deadline, {});
    else if (change == Change::Allow)
        made = co_await link->allow(handle, deadline, {});
    else
        made = co_await link->endEveryLogin(deadline, {});
    if (!self)
        co_return;
    if (!made)
        co_return Q_EMIT changeFailed(explainFailedChange(made.error()));
    Q_EMIT changed(change, handle);
    if (!self || cancellation.isCancelled())
        co_return;
    // A look that is on its way may have seen the time before.
    m_isChanged = true;
    if (m_timer.isActive())
        lookLater(cancellation);
}

} // namespace admin
