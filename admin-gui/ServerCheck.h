// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Cancellation.h"
#include "core/Clock.h"
#include "core/Task.h"

#include <QString>
#include <QUrl>

#include <functional>
#include <optional>

class QNetworkAccessManager;

namespace admin {

/// One thing about a running server that is right or not.
struct CheckResult
{
    enum class Verdict { Right, Doubtful, Wrong };

    QString title;
    Verdict verdict = Verdict::Wrong;
    QString text; ///< what was seen, and what to do
};

using CheckListener = std::function<void(const CheckResult &)>;

/// The address of a server as it was typed; nothing if it is no https URL (or http on this
/// computer) or has more than a path. Without a slash at the end.
std::optional<QUrl> serverUrl(const QString &typed);

/// Looks at a running server from outside, as a client does: health, both metadata documents
/// (RFC 8414, RFC 9728), what it says to somebody without a token (RFC 6750 §3), whether it knows
/// its own address, and its clock. `network` outlives the task.
core::Task<void> checkServer(QUrl server, QNetworkAccessManager &network, const core::Clock &clock,
                             CheckListener listener, core::Cancellation cancellation);

} // namespace admin
