// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"
#include "core/Cancellation.h"
#include "core/Clock.h"
#include "core/Random.h"
#include "core/Result.h"
#include "core/Task.h"
#include "imap/Connection.h"
#include "mail/SessionOpener.h"
#include "net/TlsPolicy.h"
#include "state/LoginRefusals.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>

namespace mail {

/// Keeps logged-in IMAP connections warm and lends them out, one user at a time. Only who has the
/// very same credentials gets a connection that somebody opened before: with another password a new
/// connection is made, and the mail server decides. Main thread only.
///
/// Everything is bounded: connections of one mailbox, connections being made to one host (so that a
/// host which does not answer holds up only its own users), all connections, and those who wait.
class SessionPool
{
    struct State;
    struct Loan;

public:
    struct Limits
    {
        std::size_t perMailbox = 3;
        std::size_t waitingPerMailbox = 16;
        std::size_t connectingPerHost = 16;
        std::size_t waitingPerHost = 64;
        std::size_t total = 500;
        std::chrono::milliseconds wait = std::chrono::seconds(10);
        std::chrono::milliseconds connect = std::chrono::seconds(10); ///< TCP, TLS, greeting
        std::chrono::milliseconds login = std::chrono::seconds(10);
        std::chrono::milliseconds idle = std::chrono::minutes(5);        ///< then it is closed
        std::chrono::milliseconds probeAfter = std::chrono::seconds(30); ///< idle: asked first
        std::chrono::milliseconds probe = std::chrono::seconds(3);       ///< for the NOOP
    };

    /// For metrics.
    struct Stats
    {
        std::size_t idle = 0;
        std::size_t leased = 0;
        std::size_t connecting = 0;
        std::size_t waiting = 0;
        std::uint64_t opened = 0;  ///< connections that were made, since the start
        std::uint64_t reused = 0;  ///< times that a warm one was lent
        std::uint64_t expired = 0; ///< closed because nobody wanted them
    };

    enum class Freshness {
        Any,
        New, ///< never a warm one: those of this mailbox are closed, they have proved to be stale
    };

    /// A connection on loan. It goes back when the lease goes, or is closed if it is not usable any
    /// more.
    class Lease
    {
    public:
        Lease(Lease &&other) noexcept;
        Lease &operator=(Lease &&) = delete;
        Lease(const Lease &) = delete;
        Lease &operator=(const Lease &) = delete;
        ~Lease();

        imap::Connection &connection() const;
        /// True when somebody has used it before: it may turn out to be dead.
        bool isReused() const;

    private:
        friend class SessionPool;
        friend struct State;
        explicit Lease(std::unique_ptr<Loan> loan);

        std::unique_ptr<Loan> m_loan;
    };

    /// With `refusals` every login is counted there, and none is tried that must not be. It and
    /// `random` outlive the pool.
    SessionPool(net::TlsPolicy policy, imap::ConnectionOptions options, Limits limits,
                core::Random &random, state::LoginRefusals *refusals = nullptr);
    ~SessionPool();
    SessionPool(const SessionPool &) = delete;
    SessionPool &operator=(const SessionPool &) = delete;

    /// A logged-in connection. `cancellation` ends the wait, and what is done with the connection
    /// afterwards, but not a login that has begun: its outcome counts. Errors: those of
    /// imap::Connection::open() and login(); Busy; Cancelled; Unavailable after closeAll().
    core::Task<core::Result<Lease>> take(account::MailAccountPtr account, Freshness freshness,
                                         core::Deadline deadline, core::Cancellation cancellation);

    /// For those who keep a connection for themselves: it is none of the pool's, but its login
    /// stands in the same lines.
    const std::shared_ptr<SessionOpener> &opener() const;

    /// For the end of the program: closes what is idle, sends away who waits, and closes what is on
    /// loan when it comes back.
    void closeAll();

    Stats stats() const;

private:
    std::shared_ptr<State> m_state;
};

} // namespace mail
