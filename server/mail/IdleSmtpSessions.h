// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"
#include "core/Random.h"
#include "core/Secret.h"
#include "smtp/Connection.h"

#include <QTimer>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>

namespace mail {

/// SMTP sessions that have sent a message and are kept for a moment: the next message of the same
/// mailbox needs no connection, no handshake and no login of its own. Only who has the very same
/// credentials gets one. All are said goodbye to in the end (RFC 5321 §4.1.1.10). Main thread only.
class IdleSmtpSessions
{
public:
    struct Limits
    {
        std::chrono::milliseconds idle = std::chrono::seconds(20); ///< then it ends; 0: keep none
        std::size_t perMailbox = 3;
        std::size_t total = 100; ///< the one that is idle for longest ends when there are more
        std::chrono::milliseconds goodbye = std::chrono::seconds(2);
        /// What one has to answer within when it is used again; some servers look at the recipients
        /// before they answer to the sender. Then it is taken for dead.
        std::chrono::milliseconds firstAnswer = std::chrono::seconds(10);
    };

    /// For metrics.
    struct Stats
    {
        std::size_t idle = 0;
        std::uint64_t reused = 0; ///< since the start
    };

    IdleSmtpSessions(Limits limits, core::Random &random);
    ~IdleSmtpSessions() = default;
    IdleSmtpSessions(const IdleSmtpSessions &) = delete;
    IdleSmtpSessions &operator=(const IdleSmtpSessions &) = delete;

    /// A session that is logged in as this account sends, the one that was used last, or null. It
    /// may turn out to be dead.
    std::unique_ptr<smtp::Connection> take(const account::MailAccount &account);

    /// Keeps a session that take() may give away again, or ends it if it is one too many. Not null.
    void keep(const account::MailAccount &account, std::unique_ptr<smtp::Connection> connection);

    /// For the end of the program: ends all, and keeps none from now on.
    void closeAll();

    /// No session is kept, and no goodbye is under way.
    bool isEmpty() const { return m_idle.empty() && *m_goodbyes == 0; }
    Stats stats() const { return {.idle = m_idle.size(), .reused = m_reused}; }

private:
    struct IdleSession
    {
        std::string key;
        std::unique_ptr<smtp::Connection> connection;
        std::chrono::steady_clock::time_point since;
    };
    using Position = std::deque<IdleSession>::iterator;

    std::string keyOf(const account::MailAccount &account) const;
    std::unique_ptr<smtp::Connection> remove(const Position &session);
    void end(std::unique_ptr<smtp::Connection> connection);
    void endExpired();
    void armExpiry();

    Limits m_limits;
    core::Secret m_processKey;
    std::deque<IdleSession> m_idle; ///< the longest idle first
    /// Shared with the goodbyes, which may outlive this.
    std::shared_ptr<std::size_t> m_goodbyes = std::make_shared<std::size_t>(0);
    std::uint64_t m_reused = 0;
    QTimer m_expiry;
};

} // namespace mail
