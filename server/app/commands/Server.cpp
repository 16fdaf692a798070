// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Console.h"
#include "app/Process.h"
#include "app/ServerApp.h"
#include "app/ServiceManager.h"
#include "app/Signals.h"
#include "app/commands/Command.h"
#include "core/Async.h"
#include "core/Log.h"

#include <QCoreApplication>

namespace app {

namespace {

const core::Log logger("app");

core::Task<void> reload(ServerApp &server, ServiceManager &manager)
{
    manager.reloading();
    co_await server.reload();
    manager.ready();
}

core::Task<void> shutDown(ServerApp &server)
{
    co_await server.stop();
    QCoreApplication::quit();
}

} // namespace

ExitCode runServer(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOption(envFileOption());
    if (const auto code = parseArguments(
            parser, arguments,
            "Runs the server until SIGTERM or Ctrl-C. Everything is set by environment variables,\n"
            "also read from a .env file; secrets also from files with their names in\n"
            "$CREDENTIALS_DIRECTORY. SIGHUP reads the TLS certificate again, and from those files\n"
            "ENCRYPTION_KEY and ENCRYPTION_KEYS. Sockets that systemd opens for it (socket\n"
            "activation) take the place of HOST and PORT.",
            "\nSettings [default]:\n" + config::renderSettingsHelp()))
        return *code;
    auto settings = requireSettings(parser);
    if (const auto *code = std::get_if<ExitCode>(&settings))
        return *code;
    hardenProcess();
    returnMemorySoon();
    auto &loaded = std::get<config::Settings>(settings);
    core::setLogLevel(loaded.logLevel);
    core::captureQtMessages();

    auto server =
        ServerApp::create(std::move(loaded), [&parser] { return loadProcessSettings(parser); });
    if (!server)
        return fail(ExitCode::Configuration, server.error().message);
    const auto listening = (*server)->listen();
    if (!listening)
        return fail(listening.error().kind == core::ErrorKind::Unavailable
                        ? ExitCode::Unavailable
                        : ExitCode::Configuration,
                    listening.error().message);
    ServiceManager manager;
    bool isStopping = false;
    const auto stop = [&] {
        if (std::exchange(isStopping, true))
            return QCoreApplication::exit(
                static_cast<int>(ExitCode::Failure)); // asked twice: at once
        logger.info("stopping");
        manager.stopping();
        core::start(shutDown(**server));
    };
    const Signals signals(
        {.onTerminate = stop, .onReload = [&] { core::start(reload(**server, manager)); }});
    manager.ready();
    return static_cast<ExitCode>(QCoreApplication::exec());
}

} // namespace app
