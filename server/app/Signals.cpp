// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Signals.h"

#include <array>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace app {

namespace {

// A signal handler may do next to nothing; writing a byte into a pipe is allowed
// (signal-safety(7)).
std::array<int, 2> pipeEnds = {-1, -1};

constexpr std::array caughtSignals = {SIGTERM, SIGINT, SIGHUP};

void handle(int signal)
{
    const auto byte = static_cast<char>(signal);
    const auto ignored = write(pipeEnds[1], &byte, 1);
    (void)ignored;
}

} // namespace

Signals::Signals(Handlers handlers)
    : m_handlers(std::move(handlers))
{
    if (pipe2(pipeEnds.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        qFatal("cannot make a pipe");
    m_notifier = std::make_unique<QSocketNotifier>(pipeEnds[0], QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        while (read(pipeEnds[0], &byte, 1) == 1) {
            if (byte == SIGHUP)
                m_handlers.onReload();
            else
                m_handlers.onTerminate();
        }
    });
    struct sigaction action = {};
    action.sa_handler = handle;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    for (const int signal : caughtSignals)
        sigaction(signal, &action, nullptr);
    // A peer that goes while we write is an error of that connection, not the end of the process.
    std::signal(SIGPIPE, SIG_IGN);
}

Signals::~Signals()
{
    for (const int signal : caughtSignals)
        std::signal(signal, SIG_DFL);
    m_notifier.reset();
    close(pipeEnds[0]);
    close(pipeEnds[1]);
}

} // namespace app
