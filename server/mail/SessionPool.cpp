// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/SessionPool.h"

#include "mail/Turnstile.h"

#include <QTimer>

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace mail {

using core::Error;
using core::ErrorKind;
using Clock = std::chrono::steady_clock;

namespace {

core::Deadline earlier(core::Deadline deadline, std::chrono::milliseconds fromNow)
{
    return std::min(deadline, core::deadlineIn(fromNow));
}

SessionOpener::Limits openerLimits(const SessionPool::Limits &limits)
{
    SessionOpener::Limits result;
    result.loginsPerMailbox = limits.perMailbox;
    result.waitingPerMailbox = limits.perMailbox + 1; // whoever watches it logs in as well
    result.connectingPerHost = limits.connectingPerHost;
    result.waitingPerHost = limits.waitingPerHost;
    result.wait = limits.wait;
    result.connect = limits.connect;
    result.login = limits.login;
    return result;
}

/// Counts what exists: one up while it lives.
class Counted
{
public:
    explicit Counted(std::shared_ptr<std::size_t> counter)
        : m_counter(std::move(counter))
    {
        ++*m_counter;
    }
    Counted(Counted &&) noexcept = default;
    Counted &operator=(Counted &&) = delete;
    Counted(const Counted &) = delete;
    Counted &operator=(const Counted &) = delete;
    ~Counted()
    {
        if (m_counter)
            --*m_counter;
    }

private:
    std::shared_ptr<std::size_t> m_counter;
};

/// A connection and its place in the total.
struct Session
{
    std::unique_ptr<imap::Connection> connection;
    Counted counted;
};

struct IdleSession
{
    std::unique_ptr<Session> session;
    Clock::time_point since;
};

/// What belongs to one mailbox.
struct Shelf
{
    explicit Shelf(const SessionPool::Limits &limits)
        : turnstile({.inside = limits.perMailbox, .waiting = limits.waitingPerMailbox})
    {}

    Turnstile turnstile;
    std::vector<IdleSession> idle; ///< the longest idle first
};

} // namespace

struct SessionPool::Loan
{
    std::shared_ptr<State> state;
    std::string key;
    std::shared_ptr<Shelf> shelf;
    Turnstile::Permit permit;
    std::unique_ptr<Session> session;
    bool isReused = false;
};

struct SessionPool::State : std::enable_shared_from_this<State>
{
    std::shared_ptr<SessionOpener> opener;
    imap::ConnectionOptions options;
    Limits limits;
    std::unordered_map<std::string, std::shared_ptr<Shelf>> shelves;
    std::shared_ptr<std::size_t> existing = std::make_shared<std::size_t>(0);
    std::shared_ptr<std::size_t> connecting = std::make_shared<std::size_t>(0);
    Stats totals; ///< only the sums since the start
    QTimer expiry;
    bool isClosed = false;

    std::shared_ptr<Shelf> shelfOf(const std::string &key);
    void forgetUnused(const std::string &key);
    core::Task<core::Result<std::unique_ptr<Session>>> takeWarm(std::shared_ptr<Shelf> shelf,
                                                                core::Deadline deadline,
                                                                core::Cancellation cancellation);
    core::Task<core::Result<std::unique_ptr<Session>>>
    open(account::MailAccountPtr account, core::Deadline deadline, core::Cancellation cancellation);
    bool makeRoom();
    void takeBack(Loan &loan);
    void expire();
    void armExpiry();
};

std::shared_ptr<Shelf> SessionPool::State::shelfOf(const std::string &key)
{
    auto &shelf = shelves[key];
    if (!shelf)
        shelf = std::make_shared<Shelf>(limits);
    return shelf;
}

void SessionPool::State::forgetUnused(const std::string &key)
{
    const auto found = shelves.find(key);
    if (found == shelves.end())
        return;
    const Shelf &shelf = *found->second;
    if (shelf.idle.empty() && shelf.turnstile.inside() == 0)
        shelves.erase(found);
}

/// A warm connection that is alive, or null.
core::Task<core::Result<std::unique_ptr<Session>>>
SessionPool::State::takeWarm(std::shared_ptr<Shelf> shelf, core::Deadline deadline,
                             core::Cancellation cancellation)
{
    while (!shelf->idle.empty()) {
        IdleSession idle = std::move(shelf->idle.back());
        shelf->idle.pop_back();
        auto &connection = *idle.session->connection;
        if (!connection.isUsable())
            continue;
        connection.setCancellation(cancellation);
        if (Clock::now() - idle.since >= limits.probeAfter) {
            const auto alive = co_await connection.noop(earlier(deadline, limits.probe));
            if (!alive && alive.error().kind == ErrorKind::Cancelled)
                co_return alive.error();
            if (!alive)
                continue;
        }
        ++totals.reused;
        co_return std::move(idle.session);
    }
    co_return std::unique_ptr<Session>();
}

/// Makes place for one more connection at the cost of the one that nobody wanted for longest.
bool SessionPool::State::makeRoom()
{
    if (*existing < limits.total)
        return true;
    auto oldest = shelves.end();
    for (auto shelf = shelves.begin(); shelf != shelves.end(); ++shelf) {
        if (shelf->second->idle.empty())
            continue;
        if (oldest == shelves.end()
            || shelf->second->idle.front().since < oldest->second->idle.front().since)
            oldest = shelf;
    }
    if (oldest == shelves.end())
        return false;
    const std::string key = oldest->first;
    oldest->second->idle.erase(oldest->second->idle.begin());
    forgetUnused(key);
    return true;
}

core::Task<core::Result<std::unique_ptr<Session>>>
SessionPool::State::open(account::MailAccountPtr account, core::Deadline deadline,
                         core::Cancellation cancellation)
{
    const auto turn = co_await opener->waitForTurn(account, SessionOpener::Urgency::Asked, deadline,
                                                   cancellation);
    if (!turn)
        co_return turn.error();
    if (!makeRoom())
        co_return Error(ErrorKind::Busy,
                        "The server holds as many mail connections as it may. Try again in a "
                        "moment.");
    Counted counted(existing);
    const Counted inProgress(connecting);
    auto connection = co_await opener->open(*turn, std::move(account), options, deadline,
                                            std::move(cancellation));
    if (!connection)
        co_return connection.error();
    ++totals.opened;
    co_return std::make_unique<Session>(
        Session{.connection = std::move(*connection), .counted = std::move(counted)});
}

void SessionPool::State::takeBack(Loan &loan)
{
    if (!isClosed && loan.session && loan.session->connection->isUsable()) {
        loan.session->connection->setCancellation({});
        loan.shelf->idle.push_back({.session = std::move(loan.session), .since = Clock::now()});
        armExpiry();
    }
    loan.session.reset();
}

void SessionPool::State::expire()
{
    const auto limit = Clock::now() - limits.idle;
    for (auto shelf = shelves.begin(); shelf != shelves.end();) {
        auto &idle = shelf->second->idle;
        const auto firstToStay = std::ranges::find_if(
            idle, [limit](const IdleSession &session) { return session.since > limit; });
        totals.expired += static_cast<std::uint64_t>(firstToStay - idle.begin());
        idle.erase(idle.begin(), firstToStay);
        if (idle.empty() && shelf->second->turnstile.inside() == 0)
            shelf = shelves.erase(shelf);
        else
            ++shelf;
    }
    armExpiry();
}

void SessionPool::State::armExpiry()
{
    if (expiry.isActive())
        return;
    std::optional<Clock::time_point> next;
    for (const auto &[key, shelf] : shelves) {
        if (!shelf->idle.empty() && (!next || shelf->idle.front().since < *next))
            next = shelf->idle.front().since;
    }
    if (!next)
        return;
    const auto left =
        std::chrono::ceil<std::chrono::milliseconds>(*next + limits.idle - Clock::now());
    // A little late, so that it does not fire once for each of many.
    expiry.start(std::max(left, std::chrono::milliseconds(0)) + limits.idle / 20);
}

SessionPool::Lease::Lease(std::unique_ptr<Loan> loan)
    : m_loan(std::move(loan))
{}

SessionPool::Lease::Lease(Lease &&other) noexcept = default;

SessionPool::Lease::~Lease()
{
    if (!m_loan)
        return;
    const auto state = m_loan->state;
    const std::string key = m_loan->key;
    state->takeBack(*m_loan);
    m_loan.reset(); // lets the next one in
    state->forgetUnused(key);
}

imap::Connection &SessionPool::Lease::connection() const
{
    return *m_loan->session->connection;
}

bool SessionPool::Lease::isReused() const
{
    return m_loan->isReused;
}

SessionPool::SessionPool(net::TlsPolicy policy, imap::ConnectionOptions options, Limits limits,
                         core::Random &random, state::LoginRefusals *refusals)
    : m_state(std::make_shared<State>())
{
    m_state->opener =
        std::make_shared<SessionOpener>(std::move(policy), openerLimits(limits), random, refusals);
    m_state->options = std::move(options);
    m_state->limits = limits;
    m_state->expiry.setSingleShot(true);
    auto *const state = m_state.get();
    QObject::connect(&state->expiry, &QTimer::timeout, &state->expiry,
                     [state] { state->expire(); });
}

SessionPool::~SessionPool()
{
    closeAll();
}

core::Task<core::Result<SessionPool::Lease>> SessionPool::take(account::MailAccountPtr account,
                                                               Freshness freshness,
                                                               core::Deadline deadline,
                                                               core::Cancellation cancellation)
{
    const auto state = m_state; // the pool may go while we wait
    if (state->isClosed)
        co_return Error(ErrorKind::Unavailable, "The server is shutting down.");
    const std::string key = state->opener->keyOf(*account);
    const auto shelf = state->shelfOf(key);
    auto permit =
        co_await shelf->turnstile.enter(earlier(deadline, state->limits.wait), cancellation);
    if (!permit) {
        state->forgetUnused(key);
        co_return permit.error();
    }
    // From here on the lease gives back whatever there is, however this ends.
    Lease lease(std::make_unique<Loan>(Loan{.state = state,
                                            .key = key,
                                            .shelf = shelf,
                                            .permit = std::move(*permit),
                                            .session = nullptr}));
    if (freshness == Freshness::New)
        shelf->idle.clear();
    auto warm = co_await state->takeWarm(shelf, deadline, cancellation);
    if (!warm)
        co_return warm.error();
    if (*warm) {
        lease.m_loan->session = std::move(*warm);
        lease.m_loan->isReused = true;
        co_return std::move(lease);
    }
    auto session = co_await state->open(std::move(account), deadline, std::move(cancellation));
    if (!session)
        co_return session.error();
    lease.m_loan->session = std::move(*session);
    co_return std::move(lease);
}

void SessionPool::closeAll()
{
    const auto state = m_state;
    state->isClosed = true;
    state->expiry.stop();
    // Who is sent away tidies up behind itself, so not over the maps themselves.
    std::vector<std::shared_ptr<Shelf>> shelves;
    for (const auto &[key, shelf] : state->shelves)
        shelves.push_back(shelf);
    for (const auto &shelf : shelves) {
        shelf->idle.clear();
        shelf->turnstile.close();
    }
    state->opener->close();
}

const std::shared_ptr<SessionOpener> &SessionPool::opener() const
{
    return m_state->opener;
}

SessionPool::Stats SessionPool::stats() const
{
    Stats stats = m_state->totals;
    for (const auto &[key, shelf] : m_state->shelves) {
        stats.idle += shelf->idle.size();
        stats.waiting += shelf->turnstile.waiting();
    }
    stats.waiting += m_state->opener->waiting();
    stats.connecting = *m_state->connecting;
    stats.leased = *m_state->existing - stats.idle - stats.connecting;
    return stats;
}

} // namespace mail
