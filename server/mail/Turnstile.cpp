// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/Turnstile.h"

#include "core/Async.h"

#include <QTimer>

#include <algorithm>
#include <list>
#include <utility>

namespace mail {

using core::Error;
using core::ErrorKind;

namespace {

enum class Turn { Came, TimeIsUp, Cancelled, Closed };

Error busy()
{
    return {ErrorKind::Busy, "Too many requests at the same time. Try again in a moment."};
}

} // namespace

struct Turnstile::State
{
    Limits limits;
    std::size_t inside = 0;
    bool isClosed = false;
    std::list<core::Completion<Turn>> line;
};

Turnstile::Permit::Permit(std::shared_ptr<State> state)
    : m_state(std::move(state))
{}

Turnstile::Permit &Turnstile::Permit::operator=(Permit &&other) noexcept
{
    if (this != &other) {
        release();
        m_state = std::move(other.m_state);
    }
    return *this;
}

Turnstile::Permit::~Permit()
{
    release();
}

void Turnstile::Permit::release()
{
    const auto state = std::exchange(m_state, nullptr);
    if (!state)
        return;
    if (state->line.empty()) {
        --state->inside;
        return;
    }
    // The place passes to the next one: nobody can slip in between.
    const auto next = state->line.front();
    state->line.pop_front();
    next.complete(Turn::Came);
}

Turnstile::Turnstile(Limits limits)
    : m_state(std::make_shared<State>())
{
    m_state->limits = limits;
}

Turnstile::~Turnstile()
{
    close();
}

core::Task<core::Result<Turnstile::Permit>> Turnstile::enter(core::Deadline deadline,
                                                             core::Cancellation cancellation)
{
    const auto state = m_state; // this object may go while somebody waits
    if (state->isClosed)
        co_return Error(ErrorKind::Unavailable, "The server is shutting down.");
    if (cancellation.isCancelled())
        co_return Error(ErrorKind::Cancelled, "The request was cancelled.");
    if (state->inside < state->limits.inside) {
        ++state->inside;
        co_return Permit(state);
    }
    if (state->line.size() >= state->limits.waiting)
        co_return busy();
    co_return co_await waitInLine(state, deadline, std::move(cancellation));
}

core::Task<core::Result<Turnstile::Permit>> Turnstile::waitInLine(std::shared_ptr<State> state,
                                                                  core::Deadline deadline,
                                                                  core::Cancellation cancellation)
{
    const core::Completion<Turn> turn;
    const auto place = state->line.insert(state->line.end(), turn);
    const auto registration = cancellation.onCancel([turn] { turn.complete(Turn::Cancelled); });
    // It dies by deleteLater because we may be resumed inside its signal.
    auto *timer = new QTimer;
    timer->setSingleShot(true);
    QObject::connect(timer, &QTimer::timeout, timer, [turn] { turn.complete(Turn::TimeIsUp); });
    const auto left =
        std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    timer->start(std::max(left, std::chrono::milliseconds(0)));

    const Turn outcome = co_await turn;
    timer->stop();
    timer->deleteLater();
    switch (outcome) {
    case Turn::Came:
        co_return Permit(state);
    case Turn::TimeIsUp:
        state->line.erase(place);
        co_return busy();
    case Turn::Cancelled:
        state->line.erase(place);
        co_return Error(ErrorKind::Cancelled, "The request was cancelled.");
    case Turn::Closed:
        break;
    }
    co_return Error(ErrorKind::Unavailable, "The server is shutting down.");
}

void Turnstile::close()
{
    const auto state = m_state;
    state->isClosed = true;
    const auto line = std::exchange(state->line, {});
    for (const auto &turn : line)
        turn.complete(Turn::Closed);
}

std::size_t Turnstile::inside() const
{
    return m_state->inside;
}

std::size_t Turnstile::waiting() const
{
    return m_state->line.size();
}

} // namespace mail
