// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailconnect/RoundTripInspection.h"

#include "core/Async.h"
#include "core/Random.h"
#include "mailconnect/Explanation.h"
#include "mailconnect/ShownText.h"
#include "mime/MessageBuilder.h"

#include <QtGlobal>

#include <algorithm>
#include <utility>

namespace mailconnect {

namespace {

using i18n::Text;

constexpr std::size_t tokenBytes = 12;

struct TestMessage
{
    smtp::Envelope envelope;
    std::string messageId; ///< without angle brackets
    std::string bytes;
};

core::Result<TestMessage> makeMessage(const std::string &emailAddress)
{
    const auto address = smtp::Address::parse(emailAddress);
    if (!address)
        return address.error();
    core::SystemRandom random;
    const auto token = random.identifier(tokenBytes);
    const auto domain = address->text().substr(address->text().rfind('@') + 1);
    mime::MessageContent content;
    content.from.address = emailAddress;
    content.to.push_back(content.from);
    content.subject = "Mail MCP test message " + token;
    content.date =
        std::chrono::time_point_cast<std::chrono::seconds>(std::chrono::system_clock::now());
    const auto id = "mail-mcp-test." + token + "@" + domain;
    content.messageId = "<" + id + ">";
    content.boundary = random.identifier(tokenBytes);
    content.text = "This message checks that mail can be sent and read. It is deleted again by "
                   "itself.\n";
    const auto built = mime::buildMessage(content);
    if (!built)
        return built.error();
    TestMessage message{.envelope = {.from = *address, .recipients = {*address}},
                        .messageId = id,
                        .bytes = built->withoutBcc()};
    return message;
}

/// Only RCPT and MAIL are asked before the message: 4xx there asks to come again later.
Finding sendingFinding(const smtp::DeliveryReport &report)
{
    if (report.delivery == smtp::Delivery::Unknown)
        return Finding::DeliveryUnknown;
    const bool isLater = report.error->detail.starts_with('4');
    if (isLater)
        return Finding::Greylisted;
    if (report.recipients.empty())
        return Finding::SenderRefused;
    const bool isRecipient = report.recipients.front().refusal.has_value();
    return isRecipient ? Finding::RecipientRefused : Finding::MessageRefused;
}

bool isGivenUp(const Outcome &outcome)
{
    return outcome.finding == Finding::Cancelled || outcome.finding == Finding::TimeIsUp;
}

core::Task<bool> send(Inspection &inspection, smtp::Connection &connection,
                      const TestMessage &message)
{
    const auto step = inspection.log.begin(StepKind::SendTestMessage);
    const auto deadline = core::deadlineIn(inspection.limits().send);
    // A client waits for the answer to its message whatever happens. Here nobody needs to know.
    const auto registration =
        inspection.cancellation.onCancel([&connection] { connection.abort(); });
    smtp::DeliveryOptions options;
    options.messageLimit = inspection.limits().send;
    const auto report =
        co_await connection.send(message.envelope, message.bytes, options, deadline);
    if (report.delivery == smtp::Delivery::Accepted) {
        inspection.log.end(step,
                           passed(QT_TRANSLATE_NOOP("pages", "The server took the message.")));
        co_return true;
    }
    auto outcome = inspection.failed(*report.error);
    const bool isAnswer = connection.isUsable() || report.delivery == smtp::Delivery::Unknown
                          || report.error->detail.starts_with('4');
    if (!isGivenUp(outcome) && isAnswer)
        outcome = explained(StepState::Failed, sendingFinding(report), inspection.server,
                            report.error->detail);
    inspection.log.end(step, std::move(outcome));
    co_return false;
}

struct Place
{
    imap::MailboxName mailbox = imap::MailboxName::inbox();
    std::uint32_t uid = 0;
};

core::Task<core::Result<std::optional<Place>>> lookInto(imap::Connection &connection,
                                                        const imap::MailboxName &mailbox,
                                                        const imap::Criteria &criteria,
                                                        core::Deadline deadline)
{
    std::optional<Place> place;
    const auto found = co_await connection.uidSearch(mailbox, criteria, deadline);
    if (!found)
        co_return found.error();
    if (!found->uids.empty()) {
        place.emplace();
        place->mailbox = mailbox;
        place->uid = found->uids.front();
    }
    co_return place;
}

core::Task<std::optional<Place>> find(Inspection &inspection, ImapInspected &imap,
                                      const TestMessage &message)
{
    const auto step = inspection.log.begin(StepKind::FindTestMessage);
    const auto criteria = imap::Criteria::parse("HEADER Message-ID \"" + message.messageId + "\"");
    if (!criteria) {
        inspection.log.end(step, inspection.failed(criteria.error()));
        co_return std::nullopt;
    }
    std::vector<imap::MailboxName> mailboxes{imap::MailboxName::inbox()};
    if (imap.junk)
        mailboxes.push_back(*imap.junk);
    const auto end = core::deadlineIn(inspection.limits().arrival);
    while (std::chrono::steady_clock::now() < end) {
        for (const auto &mailbox : mailboxes) {
            const auto deadline = core::deadlineIn(inspection.limits().command);
            const auto place = co_await lookInto(*imap.connection, mailbox, *criteria, deadline);
            if (!place && !imap.connection->isUsable()) {
                inspection.log.end(step, inspection.failed(place.error()));
                co_return std::nullopt;
            }
            if (!place || !*place)
                continue;
            const TestMessageDetails details{shownText(mailbox.path())};
            if (!mailbox.isInbox())
                inspection.log.end(
                    step, inspection.found(StepState::Warning, Finding::MessageInJunk, details));
            else
                inspection.log.end(step,
                                   passed(QT_TRANSLATE_NOOP("pages", "It arrived."), details));
            co_return *place;
        }
        const auto slept =
            co_await core::sleepFor(inspection.limits().pollInterval, inspection.cancellation);
        if (!slept) {
            inspection.log.end(step, inspection.failed(slept.error()));
            co_return std::nullopt;
        }
    }
    inspection.log.end(step, inspection.found(StepState::Failed, Finding::MessageNotFound));
    co_return std::nullopt;
}

core::Task<void> remove(Inspection &inspection, imap::Connection &connection, const Place &place)
{
    const auto step = inspection.log.begin(StepKind::DeleteTestMessage);
    const auto deadline = core::deadlineIn(inspection.limits().command);
    const auto selected = co_await connection.select(place.mailbox, deadline);
    if (!selected) {
        auto outcome = inspection.failed(selected.error());
        if (!isGivenUp(outcome))
            outcome = explained(StepState::Warning, Finding::MessageNotDeleted, inspection.server,
                                selected.error().detail);
        inspection.log.end(step, std::move(outcome));
        co_return;
    }
    const auto removed = co_await connection.uidDelete(place.uid, deadline);
    if (removed && *removed == imap::Removal::Removed)
        inspection.log.end(step, passed(QT_TRANSLATE_NOOP("pages", "It is deleted again.")));
    else
        inspection.log.end(step, inspection.found(StepState::Warning, Finding::MessageNotDeleted));
}

void skipAll(Inspection &imapInspection, Inspection &smtpInspection, const Text &why)
{
    smtpInspection.log.skip(StepKind::SendTestMessage, why);
    imapInspection.log.skip(StepKind::FindTestMessage, why);
    imapInspection.log.skip(StepKind::DeleteTestMessage, why);
}

} // namespace

core::Task<void> makeRoundTrip(Inspection &imapInspection, ImapInspected &imap,
                               Inspection &smtpInspection, smtp::Connection *smtp)
{
    if (imapInspection.cancellation.isCancelled())
        co_return;
    if (!imap.connection || !smtp) {
        skipAll(imapInspection, smtpInspection,
                QT_TRANSLATE_NOOP("pages", "This needs a login to both servers."));
        co_return;
    }
    const auto message = makeMessage(imapInspection.request.emailAddress);
    if (!message) {
        skipAll(imapInspection, smtpInspection,
                QT_TRANSLATE_NOOP("pages", "This needs the e-mail address of the mailbox."));
        co_return;
    }
    if (!co_await send(smtpInspection, *smtp, *message)) {
        const Text why = QT_TRANSLATE_NOOP("pages", "Nothing was sent.");
        imapInspection.log.skip(StepKind::FindTestMessage, why);
        imapInspection.log.skip(StepKind::DeleteTestMessage, why);
        co_return;
    }
    const auto place = co_await find(imapInspection, imap, *message);
    if (place)
        co_await remove(imapInspection, *imap.connection, *place);
}

} // namespace mailconnect
