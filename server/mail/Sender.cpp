// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/Sender.h"

#include "audit/AuditLog.h"
#include "core/Async.h"
#include "core/Log.h"
#include "mail/CountedLogin.h"
#include "mail/MailboxKey.h"

#include <algorithm>
#include <utility>

namespace mail {

using core::Done;
using core::Error;
using core::ErrorKind;
using core::Result;
using core::Task;
using state::SendDecision;

namespace {

const core::Log logger("mail");

constexpr auto finishInterval = std::chrono::milliseconds(50);

/// Counts a call that is under way.
class Running
{
public:
    explicit Running(std::size_t &counter)
        : m_counter(counter)
    {
        ++m_counter;
    }
    ~Running() { --m_counter; }
    Running(const Running &) = delete;
    Running &operator=(const Running &) = delete;

private:
    std::size_t &m_counter;
};

/// The ledger could not be written: what it says then is on the safe side, so it is enough to know.
void logUnlessNoted(const Result<Done> &noted, std::string_view step)
{
    if (!noted)
        logger.error("ledger_behind", {{"step", step}, {"detail", noted.error().detail}});
}

Error outcomeUnknown(const std::string &messageId, std::string detail)
{
    return {
        ErrorKind::Conflict,
        "outcome_unknown: the message was handed to the mail server, but its confirmation never "
        "came. It may or may not have been delivered, and it is not sent again by itself. Its "
        "Message-ID is "
            + messageId
            + ". Find out whether it arrived; if it did not, the same call with force_resend: "
              "true sends it again, and may make a second copy.",
        std::move(detail)};
}

Error nothingSent(const Error &error)
{
    return {error.kind, "Nothing was sent. " + error.message, error.detail};
}

/// What the person has to know: who is refused, and that nobody got it.
Error refusalOf(const smtp::DeliveryReport &report)
{
    const auto error =
        report.error.value_or(Error(ErrorKind::Internal, "The mail server did not get it."));
    const auto refused =
        std::ranges::count_if(report.recipients, &smtp::RecipientVerdict::isRefused);
    if (refused == 0)
        return nothingSent(error);
    std::string message = "Nothing was sent: the mail server refuses " + std::to_string(refused)
                          + " of " + std::to_string(report.recipients.size())
                          + " recipients, so nobody gets it.";
    for (const auto &verdict : report.recipients)
        message += " " + verdict.recipient.text() + ": "
                   + (verdict.refusal ? verdict.refusal->message : "accepted.");
    return {error.kind, std::move(message), error.detail};
}

std::string withoutCopy(const Error &error)
{
    return "The message was sent, but there is no copy of it in the folder of sent mail. "
           + error.message;
}

void recordSent(const account::MailAccount &account, const Sender::Sent &sent)
{
    audit::SentMessage message{.messageId = sent.messageId, .recipients = {}};
    for (const auto &recipient : sent.recipients)
        message.recipients.push_back(recipient.text());
    audit::record(audit::Event::MessageSent, audit::Subject::of(account), message);
}

state::Rate hourlyRate(const Sender::Limits &limits)
{
    return state::Rate::perPeriod(limits.perHour, std::chrono::hours(1), limits.perHour);
}

state::Rate dailyRate(const Sender::Limits &limits)
{
    return state::Rate::perPeriod(limits.perDay, std::chrono::hours(24), limits.perDay);
}

std::string minutes(std::chrono::milliseconds duration)
{
    const auto count = std::chrono::ceil<std::chrono::minutes>(duration).count();
    return std::to_string(count) + (count == 1 ? " minute" : " minutes");
}

} // namespace

/// One dialogue with the mail server.
struct Sender::Attempt
{
    smtp::DeliveryReport report;
    bool wasHandedOver = false; ///< the ledger says that its outcome may be unknown

    /// Whether it failed because of the session: closed meanwhile, or one that takes no more
    /// messages. The server does not have the message, and nothing speaks against another session.
    bool wantsNewSession() const
    {
        return report.error && report.error->kind == ErrorKind::Unavailable && !wasHandedOver
               && std::ranges::none_of(report.recipients, &smtp::RecipientVerdict::isRefused);
    }
};

Sender::Sender(SendLedger &ledger, MessageFiler &filer, state::StateStore &store,
               const core::Clock &clock, core::Random &random, net::TlsPolicy policy, Limits limits)
    : m_ledger(ledger)
    , m_filer(filer)
    , m_store(store)
    , m_refusals(store)
    , m_clock(clock)
    , m_random(random)
    , m_policy(std::move(policy))
    , m_limits(limits)
    , m_sessions(limits.sessions, random)
{}

Task<Result<Sender::Sent>> Sender::send(account::MailAccountPtr account, Request request,
                                        core::Cancellation cancellation)
{
    const Running running(m_running);
    std::optional<MessageFiler::Folder> folder;
    if (!request.folder.empty()) {
        // Before anything is sent: a copy that has nowhere to go would be lost silently.
        auto found = co_await m_filer.find(account, request.folder, cancellation);
        if (!found)
            co_return found.error();
        folder = std::move(*found);
    }
    SendLedger::Request asked;
    asked.mailbox = mailboxIdentity(*account);
    asked.idempotencyKey = request.idempotencyKey;
    asked.content = request.composition.canonicalText();
    asked.resend = request.resend;
    auto entry = co_await m_ledger.open(std::move(asked), cancellation);
    if (!entry)
        co_return entry.error();
    co_return co_await sendEntry(account, request, folder, *entry, cancellation);
}

Task<Result<Sender::Sent>> Sender::sendEntry(const account::MailAccountPtr &account,
                                             const Request &request,
                                             const std::optional<MessageFiler::Folder> &folder,
                                             SendLedger::Entry &entry,
                                             const core::Cancellation &cancellation)
{
    const auto &composition = request.composition;
    Sent sent;
    sent.messageId = "<" + entry.messageIdLocalPart() + "@" + composition.domain() + ">";
    sent.recipients = composition.envelope().recipients;
    sent.isDuplicate = entry.decision() == SendDecision::Duplicate;
    if (entry.decision() == SendDecision::Conflict)
        co_return Error(ErrorKind::Conflict,
                        "This idempotency_key was used for another message within the last 24 "
                        "hours. Nothing was sent. Use a new key for a new message.");
    if (entry.decision() == SendDecision::Unknown)
        co_return outcomeUnknown(sent.messageId, {});
    if (sent.isDuplicate && entry.isFiled()) {
        sent.copy = entry.copy();
        co_return sent;
    }

    const auto built = co_await composition.build(sent.messageId, m_clock, m_random, cancellation);
    if (!built && sent.isDuplicate) {
        sent.warning = withoutCopy(built.error());
        co_return sent;
    }
    if (!built) {
        logUnlessNoted(co_await entry.withdraw(), "withdraw");
        co_return nothingSent(built.error());
    }
    if (!sent.isDuplicate) {
        const auto mailbox = mailboxIdentity(*account);
        const auto allowed = co_await takeAllowance(mailbox);
        if (!allowed) {
            logUnlessNoted(co_await entry.withdraw(), "withdraw");
            co_return allowed.error();
        }
        const std::string message = built->withoutBcc();
        const auto report = co_await deliver(*account, request, message, entry, cancellation);
        if (report.delivery == smtp::Delivery::NotSent) {
            co_await giveAllowanceBack(mailbox);
            logUnlessNoted(co_await entry.withdraw(), "withdraw");
            co_return refusalOf(report);
        }
        if (report.delivery == smtp::Delivery::Unknown)
            co_return outcomeUnknown(sent.messageId, report.error->detail);
        logger.info("sent",
                    {{"message_id", sent.messageId}, {"recipients", sent.recipients.size()}});
        recordSent(*account, sent);
        logUnlessNoted(co_await entry.accept(), "accept");
    }

    if (request.report)
        request.report(Step::Filing);
    auto filed = co_await fileCopy(account, folder, sent.messageId, built->withBcc());
    if (!filed) {
        sent.warning = withoutCopy(filed.error());
        co_return sent;
    }
    logUnlessNoted(co_await entry.file(*filed), "file");
    sent.copy = std::move(*filed);
    co_return sent;
}

Task<Result<FiledMessage>> Sender::fileCopy(account::MailAccountPtr account,
                                            std::optional<MessageFiler::Folder> folder,
                                            std::string messageId, std::string message)
{
    MessageFiler::Request copy;
    copy.account = std::move(account);
    copy.folder = std::move(folder);
    copy.role = imap::SpecialUse::Sent;
    copy.usualName = "Sent";
    copy.flags = {imap::Flag::seen()};
    copy.messageId = std::move(messageId);
    copy.message = std::move(message);
    copy.provider = MessageFiler::Provider::MayFile;
    // Whoever asked may be gone; the copy belongs to the message all the same.
    co_return co_await m_filer.file(std::move(copy), {});
}

Task<smtp::DeliveryReport> Sender::deliver(const account::MailAccount &account,
                                           const Request &request, const std::string &message,
                                           SendLedger::Entry &entry,
                                           const core::Cancellation &cancellation)
{
    const auto deadline = core::deadlineIn(m_limits.setup);
    if (auto kept = m_sessions.take(account)) {
        kept->setCancellation(cancellation);
        const auto firstAnswer = core::deadlineIn(m_limits.sessions.firstAnswer);
        auto attempt =
            co_await hand(account, std::move(kept), request, message, entry, firstAnswer, deadline);
        if (!attempt.wantsNewSession())
            co_return std::move(attempt.report);
    }
    auto fresh = co_await logIn(account, deadline, cancellation);
    if (!fresh) {
        smtp::DeliveryReport failed;
        failed.error = fresh.error();
        co_return failed;
    }
    auto attempt =
        co_await hand(account, std::move(*fresh), request, message, entry, deadline, deadline);
    co_return std::move(attempt.report);
}

Task<Sender::Attempt> Sender::hand(const account::MailAccount &account,
                                   std::unique_ptr<smtp::Connection> connection,
                                   const Request &request, const std::string &message,
                                   SendLedger::Entry &entry, core::Deadline firstAnswer,
                                   core::Deadline deadline)
{
    if (request.report)
        request.report(Step::Handing);
    Attempt attempt;
    smtp::DeliveryOptions options;
    options.firstAnswer = firstAnswer;
    options.messageLimit = m_limits.message;
    options.beforeMessage = [&entry, &attempt] {
        attempt.wasHandedOver = true;
        return entry.submit();
    };
    attempt.report =
        co_await connection->send(request.composition.envelope(), message, options, deadline);
    if (attempt.report.delivery == smtp::Delivery::Accepted)
        m_sessions.keep(account, std::move(connection));
    co_return attempt;
}

Task<Result<std::unique_ptr<smtp::Connection>>>
Sender::logIn(const account::MailAccount &account, core::Deadline deadline,
              const core::Cancellation &cancellation)
{
    const smtp::ConnectionOptions connectionOptions;
    const auto allowed = co_await beginLogin(&m_refusals, account, deadline, cancellation);
    if (!allowed)
        co_return allowed.error();
    auto connection = co_await smtp::Connection::open(account.smtp, m_policy, connectionOptions,
                                                      deadline, cancellation);
    if (!connection) {
        const auto failed = co_await endLogin(&m_refusals, account, connection.error());
        co_return failed.error();
    }
    // Whoever hangs up in the middle of it must not get a login that nobody counts.
    (*connection)->setCancellation({});
    auto login = co_await (*connection)->authenticate(account.smtpLogin, deadline);
    (*connection)->setCancellation(cancellation);
    const auto authenticated = co_await endLogin(&m_refusals, account, std::move(login));
    if (!authenticated)
        co_return authenticated.error();
    co_return std::move(*connection);
}

Task<Result<Done>> Sender::takeAllowance(const std::string &mailbox)
{
    const auto hour = hourlyRate(m_limits);
    const auto day = dailyRate(m_limits);
    const auto tooMany = [](std::uint32_t count, std::string_view period,
                            std::chrono::milliseconds wait) {
        return Error(ErrorKind::Busy,
                     "Nothing was sent: this mailbox may send " + std::to_string(count)
                         + " messages " + std::string(period) + ", and has done so. Try again in "
                         + minutes(wait) + " (Retry-After: "
                         + std::to_string(std::chrono::ceil<std::chrono::seconds>(wait).count())
                         + ").");
    };
    const auto hourly = co_await m_store.take("send-hour", mailbox, hour);
    if (!hourly)
        co_return hourly.error();
    if (!hourly->isAllowed)
        co_return tooMany(m_limits.perHour, "an hour", hourly->retryAfter);
    const auto daily = co_await m_store.take("send-day", mailbox, day);
    if (daily && daily->isAllowed)
        co_return Done{};
    (void)co_await m_store.giveBack("send-hour", mailbox, hour);
    if (!daily)
        co_return daily.error();
    co_return tooMany(m_limits.perDay, "a day", daily->retryAfter);
}

Task<void> Sender::giveAllowanceBack(const std::string &mailbox)
{
    (void)co_await m_store.giveBack("send-hour", mailbox, hourlyRate(m_limits));
    (void)co_await m_store.giveBack("send-day", mailbox, dailyRate(m_limits));
}

Task<void> Sender::finish(core::Deadline deadline)
{
    m_sessions.closeAll();
    while ((m_running > 0 || !m_sessions.isEmpty()) && std::chrono::steady_clock::now() < deadline)
        (void)co_await core::sleepFor(finishInterval);
}

} // namespace mail
