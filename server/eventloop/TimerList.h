// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractEventDispatcher>
#include <QList>

#include <chrono>
#include <cstdint>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

class QObject;

namespace eventloop {

/// The timers of one event loop, in the order in which they are due. Starting, stopping and finding
/// the next one cost O(log n). For the thread of the loop only.
class TimerList
{
public:
    using TimePoint = std::chrono::steady_clock::time_point;
    using TimerInfo = QAbstractEventDispatcher::TimerInfo;

    /// `id` is Qt's and free; `object` is told with a QTimerEvent.
    void add(const TimerInfo &timer, QObject *object, TimePoint now);
    bool remove(int id);
    bool removeAll(const QObject *object);

    QList<TimerInfo> timersOf(const QObject *object) const;
    /// Not negative; nothing if there is no such timer.
    std::optional<std::chrono::milliseconds> remaining(int id, TimePoint now) const;
    /// When the loop has to be back; nothing if no timer waits.
    std::optional<TimePoint> next() const;

    /// Tells the objects of all that are due, each once: what becomes due by that is for the next
    /// time. Returns whether there was one. May be entered again by what it calls; a timer whose
    /// object is just being told waits until that has ended.
    bool fire(TimePoint now);

private:
    struct Timer
    {
        std::uint64_t serial; ///< tells timers that have had the same id apart
        TimerInfo info;
        QObject *object;
        TimePoint due;
    };

    bool fireOne(int id, std::uint64_t serial, TimePoint now);

    std::unordered_map<int, Timer> m_timers;
    std::set<std::pair<TimePoint, int>> m_waiting; ///< all but those that are just being told
    std::uint64_t m_lastSerial = 0;
};

} // namespace eventloop
