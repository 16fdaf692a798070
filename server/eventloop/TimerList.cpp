// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventloop/TimerList.h"

#include <QCoreApplication>
#include <QTimerEvent>

#include <algorithm>
#include <vector>

namespace eventloop {

using std::chrono::milliseconds;

void TimerList::add(const TimerInfo &timer, QObject *object, TimePoint now)
{
    const auto due = now + milliseconds(timer.interval);
    m_timers.insert_or_assign(
        timer.timerId,
        Timer{.serial = ++m_lastSerial, .info = timer, .object = object, .due = due});
    m_waiting.emplace(due, timer.timerId);
}

bool TimerList::remove(int id)
{
    const auto timer = m_timers.find(id);
    if (timer == m_timers.end())
        return false;
    m_waiting.erase({timer->second.due, id});
    m_timers.erase(timer);
    return true;
}

bool TimerList::removeAll(const QObject *object)
{
    const auto timers = timersOf(object);
    for (const auto &timer : timers)
        remove(timer.timerId);
    return !timers.isEmpty();
}

QList<TimerList::TimerInfo> TimerList::timersOf(const QObject *object) const
{
    QList<TimerInfo> timers;
    for (const auto &[id, timer] : m_timers) {
        if (timer.object == object)
            timers.append(timer.info);
    }
    return timers;
}

std::optional<milliseconds> TimerList::remaining(int id, TimePoint now) const
{
    const auto timer = m_timers.find(id);
    if (timer == m_timers.end())
        return std::nullopt;
    return std::max(std::chrono::ceil<milliseconds>(timer->second.due - now), milliseconds(0));
}

std::optional<TimerList::TimePoint> TimerList::next() const
{
    if (m_waiting.empty())
        return std::nullopt;
    return m_waiting.begin()->first;
}

bool TimerList::fire(TimePoint now)
{
    std::vector<std::pair<int, std::uint64_t>> due;
    for (const auto &[time, id] : m_waiting) {
        if (time > now)
            break;
        due.emplace_back(id, m_timers.at(id).serial);
    }
    bool hasFired = false;
    for (const auto &[id, serial] : due)
        hasFired = fireOne(id, serial, now) || hasFired;
    return hasFired;
}

bool TimerList::fireOne(int id, std::uint64_t serial, TimePoint now)
{
    auto timer = m_timers.find(id);
    // An earlier one may have ended or replaced it, or told it in a loop of its own.
    if (timer == m_timers.end() || timer->second.serial != serial || timer->second.due > now
        || m_waiting.erase({timer->second.due, id}) == 0)
        return false;
    const milliseconds interval(timer->second.info.interval);
    timer->second.due += interval;
    if (timer->second.due < now)
        timer->second.due = now + interval; // those that were missed do not come all at once
    QTimerEvent event(id);
    QCoreApplication::sendEvent(timer->second.object, &event);
    timer = m_timers.find(id);
    if (timer != m_timers.end() && timer->second.serial == serial)
        m_waiting.emplace(timer->second.due, id);
    return true;
}

} // namespace eventloop
