// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Cancellation.h"
#include "core/Clock.h"
#include "core/Random.h"
#include "core/Result.h"
#include "core/Task.h"
#include "crypto/Jwe.h"
#include "crypto/KeyRing.h"
#include "mail/FiledMessage.h"
#include "mail/Turnstile.h"
#include "state/StateStore.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <string>

namespace mail {

/// Sees to it that a message is sent at most once, whatever happens to the client, to this process
/// or to the connection (M-22). Of the states NEW, BUILT, MAIL_OK, DATA_SENT, ACCEPTED and APPENDED
/// the first three are one here (Begun): nothing has left, so a retry begins anew.
///
/// A message is known by the idempotency key of its sender, or else by its content. Both are stored
/// as keyed hashes, and what a repeated call is told is sealed. Main thread only.
class SendLedger
{
public:
    struct Limits
    {
        std::chrono::seconds keyWindow = std::chrono::hours(24);       ///< with an idempotency key
        std::chrono::seconds contentWindow = std::chrono::minutes(10); ///< without one
        std::size_t waiting = 8; ///< identical calls that wait for the first one
        /// How long they do: as long as the first one may take.
        std::chrono::milliseconds wait = std::chrono::minutes(13);
    };

    struct Request
    {
        std::string mailbox;        ///< mailboxIdentity()
        std::string idempotencyKey; ///< empty: the content counts
        std::string content;        ///< canonical
        state::Resend resend = state::Resend::Never;
    };

    /// The right to send one message; identical calls wait until it goes.
    class Entry
    {
    public:
        state::SendDecision decision() const { return m_claim.decision; }
        /// What stands in front of the @ of the Message-ID; the same for every attempt.
        const std::string &messageIdLocalPart() const { return m_messageId; }
        /// Of a duplicate: whether its sender has a copy.
        bool isFiled() const { return m_claim.state == state::SendState::Filed; }
        /// Of a duplicate that is filed.
        FiledMessage copy() const;

        /// Right before the message goes over the wire. Conflict: somebody else has taken over.
        core::Task<core::Result<core::Done>> submit();
        /// The mail server has it.
        core::Task<core::Result<core::Done>> accept();
        /// And so has the sender's folder.
        core::Task<core::Result<core::Done>> file(FiledMessage copy);
        /// The mail server does not have it: as if it had never been tried.
        core::Task<core::Result<core::Done>> withdraw();

    private:
        friend class SendLedger;
        Entry(SendLedger &ledger, std::shared_ptr<Turnstile> turnstile, Turnstile::Permit permit);
        core::Task<core::Result<core::Done>> advance(state::SendState state, std::string result);

        SendLedger *m_ledger;
        std::shared_ptr<Turnstile> m_turnstile; // as long as somebody is inside, it is this one
        Turnstile::Permit m_permit;
        std::string m_id;
        std::chrono::seconds m_window{};
        state::SendClaim m_claim;
        std::string m_messageId;
    };

    /// All must outlive the ledger, and the ledger its entries.
    SendLedger(state::StateStore &store, const crypto::KeyRing &ring, core::Random &random,
               Limits limits);
    SendLedger(state::StateStore &store, const crypto::KeyRing &ring, core::Random &random);

    /// What it notes from now on is sealed with these keys.
    void useKeyRing(const crypto::KeyRing &ring);

    /// Waits for an identical call that is under way, then looks what is known. Busy: too many
    /// wait; Cancelled; Unavailable: the store cannot be used, so nothing can be sent.
    core::Task<core::Result<Entry>> open(Request request, core::Cancellation cancellation);

private:
    std::shared_ptr<Turnstile> turnstileOf(const std::string &id);

    state::StateStore &m_store;
    crypto::Jwe m_seal;
    core::Random &m_random;
    Limits m_limits;
    std::map<std::string, std::weak_ptr<Turnstile>, std::less<>> m_turnstiles;
};

} // namespace mail
