// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/IdleSmtpSessions.h"

#include "core/Async.h"
#include "core/Clock.h"
#include "mail/MailboxKey.h"

#include <algorithm>
#include <ranges>
#include <utility>

namespace mail {

using Clock = std::chrono::steady_clock;

namespace {

core::Task<void> sayGoodbye(std::unique_ptr<smtp::Connection> connection, core::Deadline deadline,
                            std::shared_ptr<std::size_t> goodbyes)
{
    co_await connection->quit(deadline);
    --*goodbyes;
}

} // namespace

IdleSmtpSessions::IdleSmtpSessions(Limits limits, core::Random &random)
    : m_limits(limits)
    , m_processKey(random.bytes(processKeyBytes))
{
    m_expiry.setSingleShot(true);
    QObject::connect(&m_expiry, &QTimer::timeout, &m_expiry, [this] { endExpired(); });
}

std::string IdleSmtpSessions::keyOf(const account::MailAccount &account) const
{
    return loginKey(account.smtp, account.smtpLogin, m_processKey);
}

std::unique_ptr<smtp::Connection> IdleSmtpSessions::remove(const Position &session)
{
    auto connection = std::move(session->connection);
    m_idle.erase(session);
    return connection;
}

std::unique_ptr<smtp::Connection> IdleSmtpSessions::take(const account::MailAccount &account)
{
    const auto key = keyOf(account);
    while (true) {
        const auto last = std::ranges::find(m_idle.rbegin(), m_idle.rend(), key, &IdleSession::key);
        if (last == m_idle.rend())
            return nullptr;
        auto connection = remove(std::next(last).base());
        if (!connection->isReady())
            continue;
        ++m_reused;
        return connection;
    }
}

void IdleSmtpSessions::keep(const account::MailAccount &account,
                            std::unique_ptr<smtp::Connection> connection)
{
    if (!connection->isReady())
        return;
    // Nobody's cancellation any more.
    connection->setCancellation({});
    const auto key = keyOf(account);
    const auto ofMailbox = std::ranges::count(m_idle, key, &IdleSession::key);
    if (m_limits.idle.count() == 0 || std::cmp_greater_equal(ofMailbox, m_limits.perMailbox)) {
        end(std::move(connection));
        return;
    }
    m_idle.push_back({.key = key, .connection = std::move(connection), .since = Clock::now()});
    if (m_idle.size() > m_limits.total)
        end(remove(m_idle.begin()));
    armExpiry();
}

void IdleSmtpSessions::end(std::unique_ptr<smtp::Connection> connection)
{
    ++*m_goodbyes;
    core::start(sayGoodbye(std::move(connection), core::deadlineIn(m_limits.goodbye), m_goodbyes));
}

void IdleSmtpSessions::endExpired()
{
    const auto limit = Clock::now() - m_limits.idle;
    while (!m_idle.empty() && m_idle.front().since <= limit)
        end(remove(m_idle.begin()));
    armExpiry();
}

void IdleSmtpSessions::armExpiry()
{
    if (m_idle.empty() || m_expiry.isActive())
        return;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(m_idle.front().since
                                                                   + m_limits.idle - Clock::now());
    m_expiry.start(std::max(left, std::chrono::milliseconds(0)));
}

void IdleSmtpSessions::closeAll()
{
    m_limits.idle = std::chrono::milliseconds(0);
    m_expiry.stop();
    while (!m_idle.empty())
        end(remove(m_idle.begin()));
}

} // namespace mail
