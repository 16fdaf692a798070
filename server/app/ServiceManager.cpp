// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ServiceManager.h"

#include <chrono>
#include <string>
#include <systemd/sd-daemon.h>

namespace app {

namespace {

constexpr int keepEnvironment = 0;

void notify(const std::string &state)
{
    // Whoever does not listen does not want to know.
    (void)sd_notify(keepEnvironment, state.c_str());
}

} // namespace

ServiceManager::ServiceManager()
{
    std::uint64_t limit = 0; // microseconds
    if (sd_watchdog_enabled(keepEnvironment, &limit) <= 0)
        return;
    QObject::connect(&m_watchdog, &QTimer::timeout, &m_watchdog, [] { notify("WATCHDOG=1"); });
    // Twice as often as needed, as sd_watchdog_enabled(3) recommends.
    m_watchdog.start(std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::microseconds(limit / 2)));
}

void ServiceManager::ready()
{
    notify("READY=1");
}

void ServiceManager::reloading()
{
    // The time belongs to Type=notify-reload; others ignore it.
    const auto now = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::steady_clock::now().time_since_epoch());
    notify("RELOADING=1\nMONOTONIC_USEC=" + std::to_string(now.count()));
}

void ServiceManager::stopping()
{
    notify("STOPPING=1");
}

} // namespace app
