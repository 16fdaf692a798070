// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/TimeLimit.h"

#include <QTimer>

#include <algorithm>

namespace net {

std::chrono::milliseconds timerInterval(core::Deadline deadline)
{
    using namespace std::chrono;
    const auto now = steady_clock::now();
    if (deadline <= now)
        return 0ms;
    // Compared before it is converted: the time until Deadline::max() does not fit.
    if (deadline > now + 1h)
        return 1h;
    return ceil<milliseconds>(deadline - now);
}

TimeLimit::TimeLimit(core::Deadline deadline, const core::Cancellation &cancellation,
                     Callback callback)
    : m_timer(new QTimer)
{
    m_timer->setTimerType(Qt::PreciseTimer);
    m_timer->setSingleShot(true);
    QObject::connect(m_timer, &QTimer::timeout, m_timer, [timer = m_timer, deadline, callback] {
        if (std::chrono::steady_clock::now() < deadline)
            return timer->start(timerInterval(deadline));
        callback(core::ErrorKind::DeadlineExceeded);
    });
    m_timer->start(timerInterval(deadline));
    m_registration = cancellation.onCancel([callback] { callback(core::ErrorKind::Cancelled); });
}

TimeLimit::~TimeLimit()
{
    m_timer->stop();
    m_timer->deleteLater();
}

} // namespace net
