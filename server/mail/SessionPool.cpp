// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/SessionPool.h"

#include "core/Log.h"
#include "mail/CountedLogin.h"
#include "mail/MailboxKey.h"
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

const core::Log logger("mail");

constexpr std::size_t processKeyBytes = 32;

core::Deadline earlier(core::Deadline deadline, std::chrono::milliseconds fromNow)
{
    return std::min(deadline, core::deadlineIn(fromNow));
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
        , logins({.inside = std::min<std::size_t>(limits.perMailbox, state::LoginRefusals::allowed),
                  .waiting = limits.perMailbox})
    {}

    Turnstile turnstile;
    /// Never more at once than may be refused: else a good login would be taken for one too many.
    Turnstile logins;
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
    net::TlsPolicy policy;
    imap::ConnectionOptions options;
    Limits limits;
    state::LoginRefusals *refusals = nullptr;
    core::Secret processKey;
    std::unordered_map<std::string, std::shared_ptr<Shelf>> shelves;
    std::unordered_map<std::string, std::shared_ptr<Turnstile>> hosts;
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
    core::Task<core::Result<std::unique_ptr<imap::Connection>>>
    connect(const account::MailAccount &account, core::Deadline deadline,
            core::Cancellation cancellation) const;
    core::Task<core::Result<std::unique_ptr<Session>>> openInTurn(std::shared_ptr<Shelf> shelf,
                                                                  account::MailAccountPtr account,
                                                                  core::Deadline deadline,
                                                                  core::Cancellation cancellation);
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
    const std::string hostKey = account->imap.host + ':' + std::to_string(account->imap.port);
    auto &known = hosts[hostKey];
    if (!known)
        known = std::make_shared<Turnstile>(Turnstile::Limits{.inside = limits.connectingPerHost,
                                                              .waiting = limits.waitingPerHost});
    const auto host = known;
    std::unique_ptr<Session> session;
    std::optional<Error> failure;
    {
        const auto permit = co_await host->enter(earlier(deadline, limits.wait), cancellation);
        if (!permit) {
            failure = permit.error();
        } else if (!makeRoom()) {
            failure = Error(ErrorKind::Busy,
                            "The server holds as many mail connections as it may. Try again in a "
                            "moment.");
        } else {
            Counted counted(existing);
            const Counted inProgress(connecting);
            auto connection = co_await connect(*account, deadline, cancellation);
            if (!connection)
                failure = connection.error();
            else
                session = std::make_unique<Session>(
                    Session{.connection = std::move(*connection), .counted = std::move(counted)});
        }
    }
    if (host->inside() == 0 && hosts.contains(hostKey) && hosts[hostKey] == host)
        hosts.erase(hostKey);
    if (failure) {
        logger.info("imap_open_failed", {{"host", account->imap.host},
                                         {"reason", nameOf(failure->kind)},
                                         {"detail", failure->detail}});
        co_return *failure;
    }
    ++totals.opened;
    co_return std::move(session);
}

/// A connection that is logged in, unless this login must not be tried any more.
core::Task<core::Result<std::unique_ptr<imap::Connection>>>
SessionPool::State::connect(const account::MailAccount &account, core::Deadline deadline,
                            core::Cancellation cancellation) const
{
    const auto allowed = co_await beginLogin(refusals, account);
    if (!allowed)
        co_return allowed.error();
    auto connection = co_await imap::Connection::open(
        account.imap, policy, options, earlier(deadline, limits.connect), cancellation);
    if (!connection) {
        const auto failed = co_await endLogin(refusals, account, connection.error());
        co_return failed.error();
    }
    // Whoever hangs up in the middle of it must not get a login that nobody counts.
    (*connection)->setCancellation({});
    auto login = co_await (*connection)->login(account.imapLogin, earlier(deadline, limits.login));
    const auto loggedIn = co_await endLogin(refusals, account, std::move(login));
    if (!loggedIn)
        co_return loggedIn.error();
    (*connection)->setCancellation(std::move(cancellation));
    co_return std::move(*connection);
}

core::Task<core::Result<std::unique_ptr<Session>>>
SessionPool::State::openInTurn(std::shared_ptr<Shelf> shelf, account::MailAccountPtr account,
                               core::Deadline deadline, core::Cancellation cancellation)
{
    const auto turn = co_await shelf->logins.enter(earlier(deadline, limits.wait), cancellation);
    if (!turn)
        co_return turn.error();
    co_return co_await open(std::move(account), deadline, std::move(cancellation));
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
    m_state->refusals = refusals;
    m_state->policy = std::move(policy);
    m_state->options = std::move(options);
    m_state->limits = limits;
    m_state->processKey = core::Secret(random.bytes(processKeyBytes));
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
    const std::string key = mailboxKey(*account, state->processKey);
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
    auto session =
        co_await state->openInTurn(shelf, std::move(account), deadline, std::move(cancellation));
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
    std::vector<std::shared_ptr<Turnstile>> hosts;
    for (const auto &[key, host] : state->hosts)
        hosts.push_back(host);
    for (const auto &shelf : shelves) {
        shelf->idle.clear();
        shelf->turnstile.close();
        shelf->logins.close();
    }
    for (const auto &host : hosts)
        host->close();
}

SessionPool::Stats SessionPool::stats() const
{
    Stats stats = m_state->totals;
    for (const auto &[key, shelf] : m_state->shelves) {
        stats.idle += shelf->idle.size();
        stats.waiting += shelf->turnstile.waiting();
    }
    for (const auto &[key, host] : m_state->hosts)
        stats.waiting += host->waiting();
    stats.connecting = *m_state->connecting;
    stats.leased = *m_state->existing - stats.idle - stats.connecting;
    return stats;
}

} // namespace mail
