// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"
#include "core/Base64.h"
#include "core/Random.h"
#include "crypto/KeyRing.h"
#include "mail/Drafts.h"
#include "mail/MessageFiler.h"
#include "mail/SendLedger.h"
#include "mail/Sender.h"
#include "mail/SessionPool.h"
#include "state/MemoryStore.h"
#include "support/FakeClock.h"

#include <QtGlobal>

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

/// What the tests of sending share: everything behind a Sender, on a store and clock of the test.
namespace scripted {

inline crypto::KeyRing keyRing()
{
    auto ring = crypto::KeyRing::parse(core::encodeBase64(std::string(31, 'k') + 'y'), "");
    if (!ring)
        qFatal("no key ring");
    return std::move(*ring);
}

/// alice@example.test, who reads and sends on these ports of this machine.
inline account::MailAccountPtr sendingAccount(std::uint16_t imapPort, std::uint16_t smtpPort)
{
    account::MailAccount result;
    result.imap = {.host = "127.0.0.1", .port = imapPort, .security = account::Security::PlainText};
    result.imapLogin = {.username = "alice", .password = core::Secret::copyOf("pw")};
    result.smtp = {.host = "127.0.0.1", .port = smtpPort, .security = account::Security::PlainText};
    result.smtpLogin = result.imapLogin.clone();
    result.emailAddress = "alice@example.test";
    result.fullName = "Alice Example";
    return std::make_shared<const account::MailAccount>(std::move(result));
}

/// The usual ones, but every message gets an SMTP session of its own.
inline mail::Sender::Limits withoutIdleSessions()
{
    mail::Sender::Limits limits;
    limits.sessions.idle = std::chrono::milliseconds(0);
    return limits;
}

class Sending
{
public:
    explicit Sending(mail::SessionPool &pool, mail::Sender::Limits limits = withoutIdleSessions())
        : Sending(pool, nullptr, limits)
    {}
    /// With a store that outlives it.
    Sending(mail::SessionPool &pool, state::StateStore *otherStore,
            mail::Sender::Limits limits = withoutIdleSessions())
        : m_ownStore(clock, random)
        , store(otherStore != nullptr ? *otherStore : m_ownStore)
        , filer(pool, clock)
        , ledger(store, m_ring, random)
        , sender(ledger, filer, store, clock, random, {}, limits)
        , drafts(filer, clock, random)
    {}

    support::FakeClock clock;
    core::SystemRandom random;

private:
    crypto::KeyRing m_ring = keyRing();
    state::MemoryStore m_ownStore;

public:
    state::StateStore &store;
    mail::MessageFiler filer;
    mail::SendLedger ledger;
    mail::Sender sender;
    mail::Drafts drafts;
};

} // namespace scripted
