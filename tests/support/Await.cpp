// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Await.h"

#include <QCoreApplication>
#include <QEventLoop>

namespace support {

bool waitUntil(const std::function<bool()> &isTrue, std::chrono::milliseconds limit)
{
    const auto deadline = std::chrono::steady_clock::now() + limit;
    while (!isTrue()) {
        if (std::chrono::steady_clock::now() > deadline)
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return true;
}

} // namespace support
