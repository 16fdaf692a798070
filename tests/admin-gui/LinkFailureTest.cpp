// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/LinkFailure.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using core::Error;
using core::ErrorKind;

/// Every sentence, by the kind of the error alone.
class LinkFailureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aServerThatIsNotThereIsToldFromOneThatWas()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("admin.sock"));
        const Error error(ErrorKind::Unavailable, "text of the link");
        const auto explain = [&](admin::Before before) {
            return admin::explainLinkFailure(error, path, before);
        };
        QVERIFY(explain(admin::Before::WasNotThere).contains(QStringLiteral("ADMIN_SOCKET")));
        QVERIFY(explain(admin::Before::WasNotThere).contains(path));
        QVERIFY(explain(admin::Before::WasThere).contains(QStringLiteral("journalctl")));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(explain(admin::Before::WasNotThere).contains(QStringLiteral("eight programs")));
        QVERIFY(!explain(admin::Before::WasThere).contains(QStringLiteral("text of the link")));
    }

    void otherFailuresOfTheLinkAreExplained()
    {
        const auto explain = [](ErrorKind kind) {
            return admin::explainLinkFailure(Error(kind, "x"), QStringLiteral("/s"),
                                             admin::Before::WasThere);
        };
        QVERIFY(explain(ErrorKind::PermissionDenied)
                    .contains(QStringLiteral("sudo usermod -aG mail-mcp ")));
        QVERIFY(explain(ErrorKind::DeadlineExceeded).contains(QStringLiteral("five seconds")));
        for (const auto kind : {ErrorKind::Protocol, ErrorKind::TooLarge, ErrorKind::Unsupported})
            QVERIFY(explain(kind).contains(QStringLiteral("no Mail MCP server")));
    }

    void whatTheServerDoesNotShowIsExplained()
    {
        const auto clients = [](ErrorKind kind) {
            return admin::explainHiddenClients(Error(kind, "x"));
        };
        QVERIFY(clients(ErrorKind::Unavailable).contains(QStringLiteral("STATE_URL")));
        QVERIFY(clients(ErrorKind::TooLarge).contains(QStringLiteral("mail_mcp clients list")));
        QVERIFY(clients(ErrorKind::DeadlineExceeded).contains(QStringLiteral("five seconds")));
        QVERIFY(clients(ErrorKind::Protocol).contains(QStringLiteral("another version")));
        const auto audit = [](ErrorKind kind) {
            return admin::explainHiddenAuditLog(Error(kind, "x"));
        };
        QVERIFY(audit(ErrorKind::Unsupported).contains(QStringLiteral("is not in a file")));
        QVERIFY(audit(ErrorKind::Unavailable).contains(QStringLiteral("the file is gone")));
        QVERIFY(audit(ErrorKind::TooLarge).contains(QStringLiteral("too long")));
        QVERIFY(audit(ErrorKind::DeadlineExceeded).contains(QStringLiteral("five seconds")));
        QVERIFY(audit(ErrorKind::Protocol).contains(QStringLiteral("another version")));
    }

    void aChangeThatWasNotMadeIsExplained()
    {
        const auto change = [](ErrorKind kind) {
            return admin::explainFailedChange(Error(kind, "x"));
        };
        QVERIFY(change(ErrorKind::NotFound).startsWith(QStringLiteral("Nothing was changed: the")));
        QVERIFY(change(ErrorKind::PermissionDenied).contains(QStringLiteral("may not use")));
        QVERIFY(change(ErrorKind::Unavailable).contains(QStringLiteral("STATE_URL")));
        QVERIFY(change(ErrorKind::Unsupported).contains(QStringLiteral("same version")));
        // It may have been made all the same, and that is not hidden.
        QVERIFY(change(ErrorKind::DeadlineExceeded).startsWith(QStringLiteral("It is not known")));
    }
};

QTEST_GUILESS_MAIN(LinkFailureTest)
#include "LinkFailureTest.moc"
