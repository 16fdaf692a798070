// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <functional>
#include <memory>

namespace app {

/// Brings SIGTERM, SIGINT and SIGHUP into the event loop. One instance per process.
class Signals : public QObject
{
public:
    /// What runs in the event loop, once per signal.
    struct Handlers
    {
        std::function<void()> onTerminate; ///< SIGTERM, SIGINT
        std::function<void()> onReload;    ///< SIGHUP
    };

    explicit Signals(Handlers handlers);
    ~Signals() override;

private:
    Handlers m_handlers;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace app
