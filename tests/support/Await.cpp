// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Await.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTimer>

namespace support {

bool waitUntil(const std::function<bool()> &isTrue, std::chrono::milliseconds limit)
{
    const auto deadline = std::chrono::steady_clock::now() + limit;
    // What other threads change wakes nobody here, so the condition is looked at now and then.
    // (processEvents() with a time limit would not wait at all, but spin.)
    QTimer ticks;
    ticks.start(std::chrono::milliseconds(5));
    while (!isTrue()) {
        if (std::chrono::steady_clock::now() > deadline)
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return true;
}

} // namespace support
