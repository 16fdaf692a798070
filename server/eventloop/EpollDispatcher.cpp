// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventloop/EpollDispatcher.h"

#include <QCoreApplication>
#include <QEvent>
#include <QSocketNotifier>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <limits>
#include <optional>
#include <utility>

#include <poll.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace eventloop {

namespace {

using std::chrono::milliseconds;

/// What one round takes from the kernel at most; the rest comes with the next.
constexpr std::size_t mostEventsAtOnce = 256;

// poll(2) and epoll(7) call the same things by the same bits.
static_assert(EPOLLIN == POLLIN && EPOLLOUT == POLLOUT && EPOLLPRI == POLLPRI && EPOLLERR == POLLERR
              && EPOLLHUP == POLLHUP);

TimerList::TimePoint now()
{
    return std::chrono::steady_clock::now();
}

int require(int descriptor, const char *what)
{
    if (descriptor < 0)
        qFatal("There is no event loop without %s: %s.", what, qPrintable(qt_error_string(errno)));
    return descriptor;
}

int timeout(std::optional<TimerList::TimePoint> end)
{
    if (!end)
        return -1;
    const auto wait = std::chrono::ceil<milliseconds>(*end - now()).count();
    return static_cast<int>(
        std::clamp<milliseconds::rep>(wait, 0, std::numeric_limits<int>::max()));
}

} // namespace

EpollDispatcher::EpollDispatcher()
    : m_epoll(require(::epoll_create1(EPOLL_CLOEXEC), "epoll"))
    , m_wakeUp(require(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK), "eventfd"))
{
    epoll_event event{.events = EPOLLIN, .data = {.fd = m_wakeUp}};
    require(::epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_wakeUp, &event), "epoll");
}

EpollDispatcher::~EpollDispatcher()
{
    ::close(m_wakeUp);
    ::close(m_epoll);
}

// --- The loop

bool EpollDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    m_isInterrupted = false;
    m_isAwake = false; // whoever posts from here on is heard in the next round
    Q_EMIT awake();
    QCoreApplication::sendPostedEvents();
    bool mayWait = flags.testFlag(QEventLoop::WaitForMoreEvents) && !m_isInterrupted && !isAwake();
    if (mayWait) {
        Q_EMIT aboutToBlock();
        mayWait = !isAwake();
    }
    if (m_isInterrupted)
        return false;
    const bool hasTimers = !flags.testFlag(QEventLoop::X11ExcludeTimers);
    const int wait = mayWait ? timeout(hasTimers ? m_timers.next() : std::nullopt) : 0;
    bool hasTold = false;
    if (flags.testFlag(QEventLoop::ExcludeSocketNotifiers)) {
        waitWithoutSockets(wait);
    } else {
        if (m_firstReady == m_ready.size()) // else this is a loop in the loop: first what is left
            collect(wait);
        hasTold = tellSockets();
    }
    return (hasTimers && m_timers.fire(now())) || hasTold;
}

void EpollDispatcher::waitWithoutSockets(int milliseconds) const
{
    pollfd other{.fd = m_wakeUp, .events = POLLIN, .revents = 0};
    if (::poll(&other, 1, milliseconds) > 0)
        swallowWakeUp();
}

void EpollDispatcher::swallowWakeUp() const
{
    eventfd_t count = 0;
    (void)::eventfd_read(m_wakeUp, &count);
}

void EpollDispatcher::wakeUp()
{
    // The thread of the loop looks before it waits; another one has to end the wait.
    if (!m_isAwake.exchange(true) && std::this_thread::get_id() != m_thread)
        (void)::eventfd_write(m_wakeUp, 1);
}

void EpollDispatcher::interrupt()
{
    m_isInterrupted = true;
    wakeUp();
}

// --- Timers

void EpollDispatcher::registerTimer(int timerId, qint64 interval, Qt::TimerType timerType,
                                    QObject *object)
{
    const auto milliseconds =
        static_cast<int>(std::min<qint64>(interval, std::numeric_limits<int>::max()));
    m_timers.add(TimerInfo(timerId, milliseconds, timerType), object, now());
}

bool EpollDispatcher::unregisterTimer(int timerId)
{
    return m_timers.remove(timerId);
}

bool EpollDispatcher::unregisterTimers(QObject *object)
{
    return m_timers.removeAll(object);
}

QList<QAbstractEventDispatcher::TimerInfo> EpollDispatcher::registeredTimers(QObject *object) const
{
    return m_timers.timersOf(object);
}

int EpollDispatcher::remainingTime(int timerId)
{
    const auto remaining = m_timers.remaining(timerId, now());
    return remaining ? static_cast<int>(remaining->count()) : -1;
}

// --- Sockets

std::uint32_t EpollDispatcher::Watched::wanted() const
{
    return (reader != nullptr ? std::uint32_t{EPOLLIN} : 0)
           | (writer != nullptr ? std::uint32_t{EPOLLOUT} : 0)
           | (exception != nullptr ? std::uint32_t{EPOLLPRI} : 0);
}

QSocketNotifier *&EpollDispatcher::Watched::slotOf(const QSocketNotifier &notifier)
{
    switch (notifier.type()) {
    case QSocketNotifier::Read:
        return reader;
    case QSocketNotifier::Write:
        return writer;
    case QSocketNotifier::Exception:
        break;
    }
    return exception;
}

void EpollDispatcher::registerSocketNotifier(QSocketNotifier *notifier)
{
    const int descriptor = static_cast<int>(notifier->socket());
    auto &sockets = m_sockets[descriptor];
    sockets.slotOf(*notifier) = notifier;
    sockets.hasBeenAsked = false;
    if (!std::exchange(sockets.isListed, true))
        m_changed.push_back(descriptor);
}

void EpollDispatcher::unregisterSocketNotifier(QSocketNotifier *notifier)
{
    const int descriptor = static_cast<int>(notifier->socket());
    const auto found = m_sockets.find(descriptor);
    if (found == m_sockets.end() || found->second.slotOf(*notifier) != notifier)
        return;
    auto &sockets = found->second;
    sockets.slotOf(*notifier) = nullptr;
    // At once: the descriptor may be closed next, and a new one may get its number.
    if ((sockets.watched & ~sockets.wanted()) != 0)
        watch(descriptor, sockets);
    if (sockets.wanted() != 0)
        return;
    for (auto &ready : m_ready) {
        if (ready.descriptor == descriptor)
            ready.events = 0;
    }
    if (sockets.isListed)
        std::erase(m_changed, descriptor);
    m_sockets.erase(found);
}

/// Tells epoll what is wanted; false if this is nothing that epoll can watch, such as a file.
bool EpollDispatcher::watch(int descriptor, Watched &sockets) const
{
    const auto wanted = sockets.wanted();
    epoll_event event{.events = wanted, .data = {.fd = descriptor}};
    const int operation = wanted == 0            ? EPOLL_CTL_DEL
                          : sockets.watched == 0 ? EPOLL_CTL_ADD
                                                 : EPOLL_CTL_MOD;
    sockets.watched = wanted;
    if (::epoll_ctl(m_epoll, operation, descriptor, &event) == 0 || wanted == 0)
        return true;
    sockets.watched = 0;
    return false;
}

/// Waits so long at most for something to tell, unless there is something.
void EpollDispatcher::collect(int milliseconds)
{
    if (!m_changed.empty() && askChanged())
        milliseconds = 0;
    std::array<epoll_event, mostEventsAtOnce> events; // NOLINT(*-member-init): the kernel fills it
    const int count =
        ::epoll_wait(m_epoll, events.data(), static_cast<int>(events.size()), milliseconds);
    for (int index = 0; index < count; ++index) {
        const auto &event = events[static_cast<std::size_t>(index)];
        if (event.data.fd == m_wakeUp)
            swallowWakeUp();
        else
            m_ready.push_back({.descriptor = event.data.fd, .events = event.events});
    }
}

/// Most that is new is a wish to write, which is granted at once and withdrawn again: epoll would
/// have to be told twice. So poll(2) is asked first, and epoll told of what has to wait. Returns
/// whether something is ready.
bool EpollDispatcher::askChanged()
{
    std::vector<pollfd> questions;
    std::erase_if(m_changed, [this, &questions](int descriptor) {
        auto &sockets = m_sockets.at(descriptor);
        const auto unwatched = sockets.wanted() & ~sockets.watched;
        const bool isNewWriter = unwatched == EPOLLOUT && !sockets.hasBeenAsked;
        if (unwatched == 0 || (!isNewWriter && watch(descriptor, sockets))) {
            sockets.isListed = false;
            return true;
        }
        sockets.hasBeenAsked = true;
        questions.push_back(
            {.fd = descriptor, .events = static_cast<short>(unwatched), .revents = 0});
        return false;
    });
    if (questions.empty() || ::poll(questions.data(), questions.size(), 0) < 0)
        return false;
    bool isReady = false;
    for (const auto &question : questions) {
        if (question.revents != 0) {
            isReady = true;
            // Of the end of a connection the others hear from epoll.
            m_ready.push_back(
                {.descriptor = question.fd, .events = static_cast<std::uint32_t>(question.events)});
        } else {
            watch(question.fd, m_sockets.at(question.fd)); // it is unlisted in the next round
        }
    }
    return isReady;
}

bool EpollDispatcher::tellSockets()
{
    constexpr std::uint32_t always = EPOLLHUP | EPOLLERR;
    bool hasTold = false;
    while (m_firstReady < m_ready.size()) {
        const auto index = m_firstReady++;
        hasTold = tell(index, EPOLLIN | always, &Watched::reader) || hasTold;
        hasTold = tell(index, EPOLLOUT | always, &Watched::writer) || hasTold;
        hasTold = tell(index, EPOLLPRI | always, &Watched::exception) || hasTold;
    }
    m_ready.clear();
    m_firstReady = 0;
    return hasTold;
}

/// Whoever is told may close the descriptor, or turn the loop, which then tells all the rest.
bool EpollDispatcher::tell(std::size_t index, std::uint32_t events,
                           QSocketNotifier *Watched::*notifier)
{
    if (index >= m_ready.size() || (m_ready[index].events & events) == 0)
        return false;
    const auto sockets = m_sockets.find(m_ready[index].descriptor);
    if (sockets == m_sockets.end() || sockets->second.*notifier == nullptr)
        return false;
    QEvent event(QEvent::SockAct);
    QCoreApplication::sendEvent(sockets->second.*notifier, &event);
    return true;
}

} // namespace eventloop
