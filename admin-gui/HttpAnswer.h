// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Cancellation.h"
#include "core/Task.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QUrl>

class QNetworkAccessManager;

namespace admin {

/// What a running server answered, or why it did not.
struct HttpAnswer
{
    static constexpr qint64 largestBody = 1024LL * 1024; ///< bytes; what is longer is an error
    static constexpr int timeLimit = 10000;              ///< ms for all of it

    int status = 0; ///< 0: there was no answer, see error
    QByteArray body;
    QByteArray authenticate; ///< WWW-Authenticate
    QDateTime date;          ///< Date; not valid if there was none
    QString error;           ///< for people
};

/// GET without cookies and redirects. `network` outlives the task.
core::Task<HttpAnswer> get(QNetworkAccessManager &network, QUrl url,
                           core::Cancellation cancellation);

} // namespace admin
