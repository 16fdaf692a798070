// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/SessionOpener.h"

#include "core/Log.h"
#include "mail/CountedLogin.h"
#include "mail/MailboxKey.h"

#include <algorithm>
#include <unordered_map>
#include <utility>
#include <vector>

namespace mail {

namespace {

const core::Log logger("mail");

core::Deadline earlier(core::Deadline deadline, std::chrono::milliseconds fromNow)
{
    return std::min(deadline, core::deadlineIn(fromNow));
}

std::string hostKeyOf(const account::MailAccount &account)
{
    return account.imap.host + ':' + std::to_string(account.imap.port);
}

/// A line for each name that somebody stands at.
class Lines
{
public:
    explicit Lines(Turnstile::Limits limits)
        : m_limits(limits)
    {}

    std::shared_ptr<Turnstile> at(const std::string &name)
    {
        auto &line = m_lines[name];
        if (!line)
            line = std::make_shared<Turnstile>(m_limits);
        return line;
    }
    void forgetUnused(const std::string &name)
    {
        const auto found = m_lines.find(name);
        if (found != m_lines.end() && found->second->inside() == 0)
            m_lines.erase(found);
    }
    void close() const
    {
        // Who is sent away tidies up behind itself, so not over the map itself.
        std::vector<std::shared_ptr<Turnstile>> lines;
        for (const auto &[name, line] : m_lines)
            lines.push_back(line);
        for (const auto &line : lines)
            line->close();
    }
    std::size_t waiting() const
    {
        std::size_t count = 0;
        for (const auto &[name, line] : m_lines)
            count += line->waiting();
        return count;
    }

private:
    Turnstile::Limits m_limits;
    std::unordered_map<std::string, std::shared_ptr<Turnstile>> m_lines;
};

} // namespace

struct SessionOpener::State
{
    explicit State(const Limits &given)
        : limits(given)
        , mailboxes({.inside = std::min<std::size_t>(given.loginsPerMailbox,
                                                     state::LoginRefusals::allowed),
                     .waiting = given.waitingPerMailbox})
        , unasked(
              {.inside = given.connectingUnaskedPerHost, .waiting = given.waitingUnaskedPerHost})
        , hosts({.inside = given.connectingPerHost, .waiting = given.waitingPerHost})
    {}

    net::TlsPolicy policy;
    Limits limits;
    state::LoginRefusals *refusals = nullptr;
    core::Secret processKey;
    Lines mailboxes;
    Lines unasked; ///< at a host
    Lines hosts;
    bool isClosed = false;
};

SessionOpener::Turn::Turn(std::shared_ptr<State> state, std::string mailbox, std::string host)
    : m_state(std::move(state))
    , m_mailboxKey(std::move(mailbox))
    , m_hostKey(std::move(host))
{}

SessionOpener::Turn::~Turn()
{
    if (!m_state)
        return;
    m_host.reset(); // lets the next one in
    m_state->hosts.forgetUnused(m_hostKey);
    m_unasked.reset();
    m_state->unasked.forgetUnused(m_hostKey);
    m_mailbox.reset();
    m_state->mailboxes.forgetUnused(m_mailboxKey);
}

SessionOpener::SessionOpener(net::TlsPolicy policy, Limits limits, core::Random &random,
                             state::LoginRefusals *refusals)
    : m_state(std::make_shared<State>(limits))
{
    m_state->policy = std::move(policy);
    m_state->refusals = refusals;
    m_state->processKey = core::Secret(random.bytes(processKeyBytes));
}

SessionOpener::~SessionOpener()
{
    close();
}

std::string SessionOpener::keyOf(const account::MailAccount &account) const
{
    return loginKey(account.imap, account.imapLogin, m_state->processKey);
}

core::Task<core::Result<SessionOpener::Turn>>
SessionOpener::waitForTurn(account::MailAccountPtr account, Urgency urgency,
                           core::Deadline deadline, core::Cancellation cancellation)
{
    const auto state = m_state; // this object may go while we wait
    if (state->isClosed)
        co_return core::Error(core::ErrorKind::Unavailable, "The server is shutting down.");
    Turn turn(state, keyOf(*account), hostKeyOf(*account));
    const auto mailbox = state->mailboxes.at(turn.m_mailboxKey);
    auto permit = co_await mailbox->enter(earlier(deadline, state->limits.wait), cancellation);
    if (!permit)
        co_return permit.error();
    turn.m_mailbox.emplace(std::move(*permit));
    if (urgency == Urgency::Unasked) {
        const auto unasked = state->unasked.at(turn.m_hostKey);
        permit = co_await unasked->enter(earlier(deadline, state->limits.wait), cancellation);
        if (!permit)
            co_return permit.error();
        turn.m_unasked.emplace(std::move(*permit));
    }
    const auto host = state->hosts.at(turn.m_hostKey);
    permit = co_await host->enter(earlier(deadline, state->limits.wait), std::move(cancellation));
    if (!permit)
        co_return permit.error();
    turn.m_host.emplace(std::move(*permit));
    co_return std::move(turn);
}

core::Task<core::Result<std::unique_ptr<imap::Connection>>>
SessionOpener::open([[maybe_unused]] const Turn &turn, account::MailAccountPtr account,
                    const imap::ConnectionOptions &options, core::Deadline deadline,
                    core::Cancellation cancellation)
{
    const auto state = m_state;
    const auto allowed = co_await beginLogin(state->refusals, *account,
                                             earlier(deadline, state->limits.login), cancellation);
    if (!allowed)
        co_return allowed.error();
    auto connection =
        co_await imap::Connection::open(account->imap, state->policy, options,
                                        earlier(deadline, state->limits.connect), cancellation);
    core::Result<core::Done> login = core::Done{};
    if (!connection) {
        login = connection.error();
    } else {
        // Whoever hangs up in the middle of it must not get a login that nobody counts.
        (*connection)->setCancellation({});
        login = co_await (*connection)
                    ->login(account->imapLogin, earlier(deadline, state->limits.login));
    }
    const auto loggedIn = co_await endLogin(state->refusals, *account, std::move(login));
    if (!loggedIn) {
        const auto &failure = loggedIn.error();
        logger.info("imap_open_failed", {{"host", account->imap.host},
                                         {"reason", nameOf(failure.kind)},
                                         {"detail", failure.detail}});
        co_return failure;
    }
    (*connection)->setCancellation(std::move(cancellation));
    co_return std::move(*connection);
}

void SessionOpener::close()
{
    const auto state = m_state;
    state->isClosed = true;
    state->mailboxes.close();
    state->unasked.close();
    state->hosts.close();
}

std::size_t SessionOpener::waiting() const
{
    return m_state->hosts.waiting();
}

} // namespace mail
