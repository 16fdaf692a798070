// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"
#include "core/Cancellation.h"
#include "core/Clock.h"
#include "core/Random.h"
#include "core/Result.h"
#include "core/Task.h"
#include "mail/Composition.h"
#include "mail/FiledMessage.h"
#include "mail/IdleSmtpSessions.h"
#include "mail/MessageFiler.h"
#include "mail/SendLedger.h"
#include "net/TlsPolicy.h"
#include "smtp/Connection.h"
#include "state/LoginRefusals.h"
#include "state/StateStore.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mail {

/// Sends mail, each message at most once, and puts a copy into the sender's folder of sent mail.
/// Main thread only.
///
/// As long as the mail server has not asked for the message, cancellation ends everything and
/// nothing was sent; only a login that has begun is waited for, because its outcome counts. From
/// then on the outcome counts more than the one who asked: the server's answer is waited for and
/// the copy is filed.
class Sender
{
public:
    struct Limits
    {
        std::chrono::milliseconds setup = std::chrono::seconds(60);   ///< until the server wants it
        std::chrono::milliseconds message = std::chrono::minutes(10); ///< RFC 5321 §4.5.3.2.6
        IdleSmtpSessions::Limits sessions = {};
        std::uint32_t perHour = 30; ///< of one mailbox (M-24)
        std::uint32_t perDay = 200;
    };

    using Resend = state::Resend;

    /// How far a message has come.
    enum class Step {
        Handing, ///< the mail server has accepted the login and is given the message
        Filing,  ///< it has the message, and the copy is being saved
    };

    struct Request
    {
        Composition composition;
        std::string idempotencyKey = {}; ///< empty: an equal message counts as the same
        Resend resend = Resend::Never;
        std::string folder = {};               ///< for the copy; empty: the folder of sent mail
        std::function<void(Step)> report = {}; ///< unset: nobody wants to know
    };

    struct Sent
    {
        std::string messageId;                 ///< with its angle brackets
        bool isDuplicate = false;              ///< it had been sent before; nothing was sent now
        std::vector<smtp::Address> recipients; ///< all of them were accepted
        std::optional<FiledMessage> copy;
        std::string warning; ///< why there is no copy; empty if there is one
    };

    /// All references must outlive the sender.
    Sender(SendLedger &ledger, MessageFiler &filer, state::StateStore &store,
           const core::Clock &clock, core::Random &random, net::TlsPolicy policy, Limits limits);

    /// Any error means that the mail server did not take the message over, but one: Conflict with a
    /// message that begins with "outcome_unknown". Busy: too many messages, the message says when
    /// to try again; Conflict also: the idempotency key belongs to another message. If the server
    /// refuses a recipient nobody gets the message; the message names all who are refused.
    core::Task<core::Result<Sent>> send(account::MailAccountPtr account, Request request,
                                        core::Cancellation cancellation);

    /// For the end of the program: waits until nothing is on its way any more, and ends the
    /// sessions that are kept for the next message.
    core::Task<void> finish(core::Deadline deadline);

    IdleSmtpSessions::Stats sessionStats() const { return m_sessions.stats(); }

private:
    struct Attempt;

    core::Task<core::Result<Sent>> sendEntry(const account::MailAccountPtr &account,
                                             const Request &request,
                                             const std::optional<MessageFiler::Folder> &folder,
                                             SendLedger::Entry &entry,
                                             const core::Cancellation &cancellation);
    /// Through a session that is kept, or a new one if there is none, or if it proves to be over
    /// before the message was handed to the server.
    core::Task<smtp::DeliveryReport> deliver(const account::MailAccount &account,
                                             const Request &request, const std::string &message,
                                             SendLedger::Entry &entry,
                                             const core::Cancellation &cancellation);
    core::Task<Attempt> hand(const account::MailAccount &account,
                             std::unique_ptr<smtp::Connection> connection, const Request &request,
                             const std::string &message, SendLedger::Entry &entry,
                             core::Deadline firstAnswer, core::Deadline deadline);
    core::Task<core::Result<std::unique_ptr<smtp::Connection>>>
    logIn(const account::MailAccount &account, core::Deadline deadline,
          const core::Cancellation &cancellation);
    core::Task<core::Result<FiledMessage>> fileCopy(account::MailAccountPtr account,
                                                    std::optional<MessageFiler::Folder> folder,
                                                    std::string messageId, std::string message);
    core::Task<core::Result<core::Done>> takeAllowance(const std::string &mailbox);
    core::Task<void> giveAllowanceBack(const std::string &mailbox);

    SendLedger &m_ledger;
    MessageFiler &m_filer;
    state::StateStore &m_store;
    state::LoginRefusals m_refusals;
    const core::Clock &m_clock;
    core::Random &m_random;
    net::TlsPolicy m_policy;
    Limits m_limits;
    IdleSmtpSessions m_sessions;
    std::size_t m_running = 0;
};

} // namespace mail
