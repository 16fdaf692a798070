// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/CommandLine.h"
#include "admin-gui/Dialogs.h"
#include "admin-gui/Keychain.h"
#include "admin-gui/LanguageSwitch.h"
#include "admin-gui/MainWindow.h"
#include "admin-gui/ProfileStore.h"
#include "admin-gui/SecretClipboard.h"
#include "admin-gui/Services.h"
#include "admin-gui/Settings.h"
#include "admin-gui/style/Style.h"
#include "admin-gui/style/Theme.h"
#include "core/MemoryDumps.h"
#include "fetch/Fetcher.h"
#include "net/Resolver.h"

#include <QApplication>
#include <QDir>
#include <QNetworkAccessManager>
#include <QStandardPaths>

#include <cstdio>

namespace {

/// Before there is a display, which --help does not need.
std::variant<admin::CommandLine, admin::CommandLine::Text> commandLine(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    return admin::parseCommandLine(QCoreApplication::arguments());
}

} // namespace

int main(int argc, char **argv)
{
    core::forbidMemoryDumps();
    QCoreApplication::setApplicationName(QStringLiteral("mail_mcp_admin"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MAIL_MCP_VERSION));
    const auto parsed = commandLine(argc, argv);
    if (const auto *text = std::get_if<admin::CommandLine::Text>(&parsed)) {
        std::fputs(qPrintable(text->text), text->exitCode == 0 ? stdout : stderr);
        return text->exitCode;
    }
    const auto &wanted = std::get<admin::CommandLine>(parsed);

    const QApplication application(argc, argv);
    QGuiApplication::setDesktopFileName(QStringLiteral("org.mail_mcp.admin"));
    QApplication::setWindowIcon(QIcon::fromTheme(QStringLiteral("org.mail_mcp.admin")));
    QApplication::setStyle(new admin::Style);
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation));
    admin::Settings settings(folder.filePath(QStringLiteral("settings.ini")));
    admin::useAppearance(settings.appearance());
    admin::LanguageSwitch language;
    language.use(settings.language());

    fetch::Fetcher fetcher(fetch::Policy(), discovery::Finder::fetchLimits(),
                           std::string("mail_mcp_admin/") + MAIL_MCP_VERSION, net::resolve);
    const net::TlsPolicy tlsPolicy{.extraCaFile =
                                       qEnvironmentVariable("MAIL_CA_FILE").toStdString()};
    const discovery::Means means = discovery::systemMeans(fetcher, tlsPolicy);
    const discovery::Finder finder(means);
    admin::WindowDialogs dialogs;
    admin::SystemKeychain keychain;
    admin::SecretClipboard clipboard(QGuiApplication::clipboard());
    QNetworkAccessManager network;
    const core::SystemClock clock;
    core::SystemRandom random;
    admin::Services services{
        .settings = settings,
        .language = language,
        .dialogs = dialogs,
        .keychain = keychain,
        .clipboard = clipboard,
        .network = network,
        .clock = clock,
        .random = random,
        .find =
            [&finder](discovery::Query query, discovery::FindOptions options,
                      discovery::ProgressListener listener, core::Cancellation cancellation) {
                return finder.find(query, options, std::move(listener), std::move(cancellation));
            },
        .diagnose =
            [&tlsPolicy](mailconnect::DiagnosisRequest request, mailconnect::StepListener listener,
                         core::Cancellation cancellation) {
                request.tlsPolicy = tlsPolicy;
                return mailconnect::diagnose(std::move(request), std::move(listener),
                                             std::move(cancellation));
            }};
    admin::ProfileStore profiles(folder.filePath(QStringLiteral("profiles.json")));

    admin::MainWindow window(services, profiles);
    if (!wanted.profile.isEmpty() && !window.openProfile(wanted.profile)) {
        std::fputs(qPrintable(QStringLiteral("There is no profile “%1”.\n").arg(wanted.profile)),
                   stderr);
        return 2;
    }
    window.show();
    if (!wanted.host.isEmpty())
        window.diagnose(wanted.host);
    return QApplication::exec();
}
