// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

namespace app {

/// Tells systemd how the service is (sd_notify(3)) and, when it asks for that (WatchdogSec=), that
/// the event loop still turns. Silent when the program was started by somebody else. Main thread
/// only.
class ServiceManager
{
public:
    ServiceManager();

    /// Requests are served, from the start or after a reload.
    void ready();
    void reloading();
    void stopping();

private:
    QTimer m_watchdog;
};

} // namespace app
