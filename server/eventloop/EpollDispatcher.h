// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventloop/TimerList.h"

#include <QAbstractEventDispatcher>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <thread>
#include <unordered_map>
#include <vector>

namespace eventloop {

/// The event loop of the daemon's main thread: to be given to
/// QCoreApplication::setEventDispatcher() before there is an application.
///
/// Qt's own loop for UNIX asks poll(2) about every descriptor each time that anything happens, so
/// that a call costs the more the more connections rest: 10,000 of them delay each answer by
/// milliseconds. Here a round costs what has happened in it (epoll(7)). Besides, an event that the
/// loop's own thread posts needs no system call, and a socket that asks for the moment to write,
/// and finds that it has come, needs one and not two.
///
/// Like Qt's it tells in this order: posted events, sockets, timers. wakeUp() may be called in any
/// thread, everything else in that of the loop only.
class EpollDispatcher final : public QAbstractEventDispatcher
{
public:
    EpollDispatcher();
    ~EpollDispatcher() override;
    EpollDispatcher(const EpollDispatcher &) = delete;
    EpollDispatcher &operator=(const EpollDispatcher &) = delete;

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;

    void registerSocketNotifier(QSocketNotifier *notifier) override;
    void unregisterSocketNotifier(QSocketNotifier *notifier) override;

    void registerTimer(int timerId, qint64 interval, Qt::TimerType timerType,
                       QObject *object) override;
    bool unregisterTimer(int timerId) override;
    bool unregisterTimers(QObject *object) override;
    QList<TimerInfo> registeredTimers(QObject *object) const override;
    int remainingTime(int timerId) override;

    void wakeUp() override;
    void interrupt() override;

private:
    /// Who wants to know what of one descriptor. What is wanted and watched are sets of EPOLLIN,
    /// EPOLLOUT and EPOLLPRI.
    struct Watched
    {
        QSocketNotifier *reader = nullptr;
        QSocketNotifier *writer = nullptr;
        QSocketNotifier *exception = nullptr;
        std::uint32_t watched = 0; ///< what epoll has been told
        bool isListed = false;     ///< among m_changed
        bool hasBeenAsked = false; ///< by poll(2), since it is listed

        std::uint32_t wanted() const;
        QSocketNotifier *&slotOf(const QSocketNotifier &notifier);
    };
    struct Ready
    {
        int descriptor;
        std::uint32_t events;
    };

    bool isAwake() const { return m_isAwake.load(std::memory_order_acquire); }
    void collect(int milliseconds);
    bool askChanged();
    bool watch(int descriptor, Watched &sockets) const;
    bool tellSockets();
    bool tell(std::size_t index, std::uint32_t events, QSocketNotifier *Watched::*notifier);
    void waitWithoutSockets(int milliseconds) const;
    void swallowWakeUp() const;

    const std::thread::id m_thread = std::this_thread::get_id();
    const int m_epoll;
    const int m_wakeUp; ///< an eventfd(2), for other threads
    std::atomic<bool> m_isAwake = true;
    std::atomic<bool> m_isInterrupted = false;
    std::unordered_map<int, Watched> m_sockets;
    std::vector<int> m_changed; ///< descriptors that epoll does not watch for all that is wanted
    std::vector<Ready> m_ready;
    std::size_t m_firstReady = 0; ///< of those in m_ready that have not been told
    TimerList m_timers;
};

} // namespace eventloop
