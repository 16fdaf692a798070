// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"
#include "core/Cancellation.h"
#include "core/Clock.h"
#include "core/Random.h"
#include "core/Result.h"
#include "core/Task.h"
#include "imap/Connection.h"
#include "mail/Turnstile.h"
#include "net/TlsPolicy.h"
#include "state/LoginRefusals.h"

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>

namespace mail {

/// Makes IMAP connections and logs in, for whoever keeps them. Everything is bounded: logins of one
/// mailbox at a time, connections being made to one host (so that a host which does not answer
/// holds up only its own users), and those who wait for either. Main thread only.
class SessionOpener
{
    struct State;

public:
    struct Limits
    {
        /// At most LoginRefusals::allowed count: if more could be refused at once than may be, a
        /// good login would be taken for one too many.
        std::size_t loginsPerMailbox = 3;
        std::size_t waitingPerMailbox = 4;
        std::size_t connectingPerHost = 16;
        std::size_t waitingPerHost = 64;
        /// Of these connections and those who wait for one, those that nobody has asked for just
        /// now: they leave the rest to people.
        std::size_t connectingUnaskedPerHost = 4;
        std::size_t waitingUnaskedPerHost = 500;
        std::chrono::milliseconds wait = std::chrono::seconds(10);    ///< for a turn, in each line
        std::chrono::milliseconds connect = std::chrono::seconds(10); ///< TCP, TLS, greeting
        std::chrono::milliseconds login = std::chrono::seconds(10);
    };

    enum class Urgency {
        Asked,   ///< somebody waits for it
        Unasked, ///< a connection is made again that has broken
    };

    /// The right to log in now, until it goes.
    class Turn
    {
    public:
        Turn(Turn &&) noexcept = default;
        Turn &operator=(Turn &&) = delete;
        Turn(const Turn &) = delete;
        Turn &operator=(const Turn &) = delete;
        ~Turn();

    private:
        friend class SessionOpener;
        Turn(std::shared_ptr<State> state, std::string mailbox, std::string host);

        std::shared_ptr<State> m_state;
        std::string m_mailboxKey;
        std::string m_hostKey;
        std::optional<Turnstile::Permit> m_mailbox;
        std::optional<Turnstile::Permit> m_unasked;
        std::optional<Turnstile::Permit> m_host;
    };

    /// With `refusals` every login is counted there, and none is tried that must not be. It
    /// outlives this object; `random` is used now only.
    SessionOpener(net::TlsPolicy policy, Limits limits, core::Random &random,
                  state::LoginRefusals *refusals);
    ~SessionOpener();
    SessionOpener(const SessionOpener &) = delete;
    SessionOpener &operator=(const SessionOpener &) = delete;

    /// See loginKey(), with a key that only this object has.
    std::string keyOf(const account::MailAccount &account) const;

    /// Errors: Busy, Cancelled, Unavailable after close().
    core::Task<core::Result<Turn>> waitForTurn(account::MailAccountPtr account, Urgency urgency,
                                               core::Deadline deadline,
                                               core::Cancellation cancellation);
    /// A connection that is logged in, for who has the turn. `cancellation` ends connecting and
    /// what is done with the connection afterwards, but not a login that has begun: its outcome
    /// counts. Errors: those of imap::Connection::open() and login(); Unauthenticated as well when
    /// the login must not be tried any more.
    core::Task<core::Result<std::unique_ptr<imap::Connection>>>
    open(const Turn &turn, account::MailAccountPtr account, const imap::ConnectionOptions &options,
         core::Deadline deadline, core::Cancellation cancellation);

    /// Sends away everybody who waits, and lets nobody in any more.
    void close();

    /// How many wait for their turn at a host.
    std::size_t waiting() const;

private:
    std::shared_ptr<State> m_state;
};

} // namespace mail
