// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Error.h"

#include <QString>

namespace admin {

/// Whether the server had answered before.
enum class Before { WasNotThere, WasThere };

// What went wrong with a server's socket, in the language of the program: what happened, why, and
// what to do. By the kind of the error; its own text is English.

/// The server does not answer through its socket.
QString explainLinkFailure(const core::Error &error, const QString &path, Before before);
/// It answers, but does not show its clients, or its audit log.
QString explainHiddenClients(const core::Error &error);
QString explainHiddenAuditLog(const core::Error &error);
/// A client was not revoked or allowed, or logins were not ended.
QString explainFailedChange(const core::Error &error);

} // namespace admin
