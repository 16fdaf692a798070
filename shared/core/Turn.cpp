// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/Turn.h"

#include <QBasicTimer>
#include <QCoreApplication>
#include <QEvent>
#include <QObject>

#include <chrono>
#include <utility>

namespace core {

namespace {

constexpr std::chrono::milliseconds mostAtOnce{2};

} // namespace

/// Those who wait in one thread.
class Turn::Line : public QObject
{
public:
    static Line &ofThisThread()
    {
        static thread_local Line line;
        return line;
    }

    std::list<Turn *>::iterator join(Turn *turn)
    {
        if (!m_rest.isActive() && !std::exchange(m_isCalled, true))
            QCoreApplication::postEvent(this, new QEvent(QEvent::User));
        return m_waiting.insert(m_waiting.end(), turn);
    }
    void leave(std::list<Turn *>::iterator place) { m_waiting.erase(place); }

protected:
    void customEvent(QEvent *) override
    {
        m_isCalled = false;
        if (!m_rest.isActive())
            serve();
    }
    void timerEvent(QTimerEvent *) override
    {
        m_rest.stop();
        serve();
    }

private:
    void serve()
    {
        const auto end = std::chrono::steady_clock::now() + mostAtOnce;
        while (!m_waiting.empty()) {
            auto *const next = m_waiting.front();
            m_waiting.pop_front();
            next->m_isRequested = false;
            next->m_work(); // may destroy it
            if (std::chrono::steady_clock::now() >= end)
                break;
        }
        // A posted event would come before the sockets again, a timer comes after them.
        if (!m_waiting.empty())
            m_rest.start(0, this);
    }

    std::list<Turn *> m_waiting;
    QBasicTimer m_rest;      ///< active: the others come first
    bool m_isCalled = false; ///< an event is on its way here
};

Turn::Turn(std::function<void()> work)
    : m_work(std::move(work))
{}

Turn::~Turn()
{
    if (m_isRequested)
        Line::ofThisThread().leave(m_place);
}

void Turn::request()
{
    if (!std::exchange(m_isRequested, true))
        m_place = Line::ofThisThread().join(this);
}

} // namespace core
