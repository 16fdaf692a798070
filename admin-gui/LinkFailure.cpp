// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/LinkFailure.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace admin {

namespace {

using core::ErrorKind;

struct LinkFailure
{
    Q_DECLARE_TR_FUNCTIONS(admin::LinkFailure)

public:
    static QString unanswered(const QString &path, Before before)
    {
        if (before == Before::WasThere)
            return tr("The server is gone: nobody answers at %1 any more. It is looked for every "
                      "two seconds; if it does not come back, read its log (journalctl -u "
                      "mail-mcp).")
                .arg(path);
        if (QFileInfo::exists(path))
            return tr("Nobody answers at %1. The server has ended and left its socket behind, or "
                      "eight programs use it already. Start the server, or close one of them.")
                .arg(path);
        return tr("There is no socket at %1. Is the server running on this computer, and is this "
                  "the path in its setting ADMIN_SOCKET? Without that setting it has none.")
            .arg(path);
    }

    static QString refused(const QString &path)
    {
        return tr("You may not use the socket %1. It is for root, the server's own user and, with "
                  "ADMIN_SOCKET_FOR=group, for its group: join that with “sudo usermod -aG "
                  "mail-mcp %2”, log out of the desktop, and log in again.")
            .arg(path, qEnvironmentVariable("USER", QStringLiteral("$USER")));
    }

    static QString late()
    {
        return tr("The server did not answer within five seconds. It may be overloaded or stuck: "
                  "read its log, and restart it if need be.");
    }

    static QString foreign()
    {
        return tr("What answers there is no Mail MCP server, or one of another version than this "
                  "program. Is this really its ADMIN_SOCKET?");
    }
};

} // namespace

QString explainLinkFailure(const core::Error &error, const QString &path, Before before)
{
    switch (error.kind) {
    case ErrorKind::Unavailable:
        return LinkFailure::unanswered(path, before);
    case ErrorKind::PermissionDenied:
        return LinkFailure::refused(path);
    case ErrorKind::DeadlineExceeded:
        return LinkFailure::late();
    default:
        return LinkFailure::foreign();
    }
}

QString explainHiddenClients(const core::Error &error)
{
    switch (error.kind) {
    case ErrorKind::DeadlineExceeded:
        return LinkFailure::late();
    case ErrorKind::TooLarge:
        return LinkFailure::tr("There are more clients than can be shown here. “mail_mcp clients "
                               "list” shows all of them.");
    case ErrorKind::Unavailable:
        return LinkFailure::tr("The server cannot read its list of clients: something is wrong "
                               "with its state store (STATE_URL). Its state above says what.");
    default:
        return LinkFailure::foreign();
    }
}

QString explainHiddenAuditLog(const core::Error &error)
{
    switch (error.kind) {
    case ErrorKind::DeadlineExceeded:
        return LinkFailure::late();
    case ErrorKind::Unsupported:
        return LinkFailure::tr("The audit log of this server is not in a file. Set its AUDIT_LOG "
                               "to the path of one, and restart it, to see it here.");
    case ErrorKind::TooLarge:
        return LinkFailure::tr("The last entries of the audit log are too long to be shown here. "
                               "Read the file itself.");
    case ErrorKind::Unavailable:
        return LinkFailure::tr("The server cannot read its audit log: the file is gone, or its "
                               "user may not read it. Look at the file in its setting AUDIT_LOG.");
    default:
        return LinkFailure::foreign();
    }
}

QString explainFailedChange(const core::Error &error)
{
    switch (error.kind) {
    case ErrorKind::NotFound:
        return LinkFailure::tr("Nothing was changed: the server does not know this client any "
                               "more. Nobody is logged in through it.");
    case ErrorKind::PermissionDenied:
        return LinkFailure::tr("Nothing was changed: you may not use the socket of the server any "
                               "more. Ask whoever administers this computer.");
    case ErrorKind::DeadlineExceeded:
        return LinkFailure::tr("It is not known whether anything was changed: the server did not "
                               "answer within five seconds. The list shows it when it does.");
    case ErrorKind::Unavailable:
        return LinkFailure::tr("It was not changed: the server is gone, or cannot use its state "
                               "store (STATE_URL). Try again when its state above is good.");
    default:
        return LinkFailure::tr("Nothing was changed: the server does not understand the request. "
                               "Is it of the same version as this program?");
    }
}

} // namespace admin
