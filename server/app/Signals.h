// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <functional>
#include <memory>

namespace app {

/// Brings SIGTERM and SIGINT into the event loop. One instance per process.
class Signals : public QObject
{
public:
    /// `onTerminate` runs in the event loop, once per signal.
    explicit Signals(std::function<void()> onTerminate);
    ~Signals() override;

private:
    std::function<void()> m_onTerminate;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace app
