// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adminlink/Link.h"
#include "core/Cancellation.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QTimer>
#include <QUrl>

#include <memory>
#include <optional>
#include <string>
#include <vector>

class QNetworkAccessManager;

namespace admin {

/// Watches a running server: asks it every two seconds how it is, through its socket (all of it) or
/// its address (its metrics alone), until it is stopped. It goes on when the server is gone, and
/// sees it come back. Main thread only.
class ServerWatch : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds interval{2}; ///< between two looks
    static constexpr std::chrono::seconds patience{5}; ///< for each answer
    static constexpr std::size_t auditLines = 200;     ///< the last ones

    enum class Change { Revoke, Allow, EndEveryLogin };

    /// `network` outlives it.
    explicit ServerWatch(QNetworkAccessManager &network, QObject *parent = nullptr);
    ~ServerWatch() override;

    void watchSocket(const QString &path);
    void watchAddress(const QUrl &address);
    void stop();
    bool isRunning() const { return m_cancellation.has_value(); }

    /// Asks for a change, and looks what became of it; only while it watches through the socket.
    /// The handle is that of a client, and empty for EndEveryLogin.
    void change(Change change, const std::string &handle);

Q_SIGNALS:
    void statusSeen(const adminlink::ServerStatus &status);
    void metricsSeen(const QByteArray &text);
    void clientsSeen(const std::vector<adminlink::Client> &clients);
    void auditSeen(const std::vector<std::string> &entries);
    /// What the server would not show although it answers, in words for people.
    void clientsHidden(const QString &why);
    void auditHidden(const QString &why);
    /// The server cannot be watched at the moment, in words for people.
    void failed(const QString &why);
    void changed(ServerWatch::Change change, const std::string &handle);
    void changeFailed(const QString &why);

private:
    using LinkPointer = std::shared_ptr<const adminlink::Link>;

    void look();
    core::Task<void> lookThroughSocket(LinkPointer link, core::Cancellation cancellation);
    core::Task<void> lookThroughAddress(QUrl address, core::Cancellation cancellation);
    core::Task<void> makeChange(LinkPointer link, Change change, std::string handle,
                                core::Cancellation cancellation);
    void lookLater(const core::Cancellation &cancellation);

    QNetworkAccessManager &m_network;
    QString m_path;
    QUrl m_address;
    LinkPointer m_link; ///< none when it watches through the address
    QTimer m_timer;
    std::optional<core::CancellationSource> m_cancellation; ///< while it watches
    bool m_wasThere = false;                                ///< the server has answered
    bool m_isChanged = false;                               ///< since the last look began
};

} // namespace admin
