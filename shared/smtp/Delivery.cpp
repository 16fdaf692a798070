// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/Async.h"
#include "smtp/Connection.h"
#include "smtp/DataEncoder.h"
#include "smtp/MessageTraits.h"

#include <algorithm>

namespace smtp {

namespace {

using core::Error;
using core::ErrorKind;

constexpr std::size_t pieceSize = 256UL * 1024;

/// Reading a message of this size takes about a millisecond.
constexpr std::size_t largeMessage = 1024UL * 1024;

bool needsUtf8(const Envelope &envelope, const MessageTraits &traits)
{
    return envelope.from.needsUtf8()
           || std::ranges::any_of(envelope.recipients, &Address::needsUtf8)
           || !traits.hasAsciiHeader;
}

core::Task<MessageTraits> inspect(std::string_view message)
{
    if (message.size() < largeMessage)
        co_return traitsOf(message);
    auto work = [message] { return traitsOf(message); };
    co_return co_await core::runOn(*QThreadPool::globalInstance(), work);
}

Error outcomeUnknown(const Error &cause)
{
    // A kind that nobody retries by himself.
    return {ErrorKind::Conflict,
            "The message was sent, but the mail server's confirmation never came. It may or may "
            "not have been delivered; find out before you send it again.",
            std::string(nameOf(cause.kind)) + ": " + cause.message + " " + cause.detail};
}

/// See DeliveryOptions::firstAnswer.
Error silenceIsTheEnd(const Error &error)
{
    if (error.kind != ErrorKind::DeadlineExceeded)
        return error;
    return {ErrorKind::Unavailable, "The mail server no longer answers on this connection.",
            error.message};
}

} // namespace

core::Task<DeliveryReport> Connection::send(const Envelope &envelope, std::string_view message,
                                            const DeliveryOptions &options, core::Deadline deadline)
{
    DeliveryReport report;
    const auto traits = co_await inspect(message);
    const auto command = mailCommand(envelope, traits);
    if (!command) {
        report.error = command.error();
        co_return report;
    }
    m_stream->beginOperation(m_cancellation);
    report.error =
        co_await openTransaction(envelope, *command, report, options.firstAnswer, deadline);
    if (report.error)
        co_return report;
    const auto refused = std::ranges::count_if(report.recipients, &RecipientVerdict::isRefused);
    const bool isEnough = options.partial == PartialDelivery::Allow
                              ? refused < std::ssize(report.recipients)
                              : refused == 0;
    if (!isEnough) {
        report.error =
            std::ranges::find_if(report.recipients, &RecipientVerdict::isRefused)->refusal;
        co_return report;
    }
    report.error = co_await askForMessage(options, deadline);
    if (report.error)
        co_return report;

    const auto messageDeadline = core::deadlineIn(options.messageLimit);
    report.error = co_await sendContent(message, messageDeadline);
    if (report.error) {
        m_stream->abort(); // without the lone dot the server has to throw away what it has
        co_return report;
    }
    co_return co_await concludeMessage(std::move(report), messageDeadline);
}

core::Result<std::string> Connection::mailCommand(const Envelope &envelope,
                                                  const MessageTraits &traits) const
{
    if (envelope.recipients.empty())
        return Error(ErrorKind::InvalidArgument, "The message has no recipient.");
    if (traits.hasNul)
        return Error(ErrorKind::InvalidArgument, "The message contains a NUL character.");
    std::string command = "MAIL FROM:<" + envelope.from.text() + ">";
    if (m_capabilities.has("SIZE")) {
        const auto size = std::to_string(traits.size);
        const auto limit = m_capabilities.sizeLimit();
        if (limit != 0 && traits.size > limit)
            return Error(ErrorKind::TooLarge, "The message has " + size
                                                  + " bytes; the mail server accepts at most "
                                                  + std::to_string(limit) + ".");
        command += " SIZE=" + size;
    }
    if (!traits.isAscii) {
        if (!m_capabilities.has("8BITMIME"))
            return Error(ErrorKind::Unsupported,
                         "The mail server does not accept messages with 8-bit characters.");
        command += " BODY=8BITMIME";
    }
    if (needsUtf8(envelope, traits)) {
        if (!m_capabilities.has("SMTPUTF8"))
            return Error(ErrorKind::Unsupported,
                         "The mail server does not accept addresses with characters outside "
                         "ASCII.");
        command += " SMTPUTF8";
    }
    return command;
}

core::Task<std::optional<core::Error>> Connection::openTransaction(const Envelope &envelope,
                                                                   std::string mailCommand,
                                                                   DeliveryReport &report,
                                                                   core::Deadline firstAnswer,
                                                                   core::Deadline deadline)
{
    struct Question
    {
        std::string command;
        Refused what;
    };
    std::vector<Question> questions;
    if (m_hasOpenTransaction)
        questions.push_back({"RSET", Refused::Message});
    questions.push_back({std::move(mailCommand), Refused::Sender});
    for (const auto &recipient : envelope.recipients)
        questions.push_back({"RCPT TO:<" + recipient.text() + ">", Refused::Recipient});

    const bool isPipelined = m_capabilities.has("PIPELINING");
    if (isPipelined) {
        for (const auto &question : questions)
            write(question.command);
    }
    m_hasOpenTransaction = true;
    std::optional<Error> senderRefusal;
    for (const auto &question : questions) {
        if (!isPipelined)
            write(question.command);
        const auto limit = std::min(firstAnswer, deadline);
        const auto reply = co_await readReply(limit);
        if (!reply)
            co_return limit < deadline ? silenceIsTheEnd(reply.error()) : reply.error();
        firstAnswer = deadline; // for the others there is time
        std::optional<Error> error;
        if (!reply->isPositive())
            error = refuse(*reply, question.what);
        if (error && !m_stream->isOpen())
            co_return error;
        if (question.what == Refused::Recipient) {
            if (!senderRefusal)
                report.recipients.push_back(
                    {envelope.recipients[report.recipients.size()], std::move(error)});
            continue;
        }
        if (!error)
            continue;
        // The answers to what was pipelined behind it follow from this one.
        if (!senderRefusal)
            senderRefusal = error;
        if (!isPipelined)
            break;
    }
    co_return senderRefusal;
}

core::Task<std::optional<core::Error>> Connection::askForMessage(const DeliveryOptions &options,
                                                                 core::Deadline deadline)
{
    write("DATA");
    const auto reply = co_await readReply(deadline);
    if (!reply)
        co_return reply.error();
    if (reply->code != 354)
        co_return refuse(*reply, Refused::Message);
    if (options.beforeMessage) {
        const auto noted = co_await options.beforeMessage();
        if (!noted) {
            m_stream->abort();
            co_return noted.error();
        }
    }
    // From here on the answer counts more than the one who asked.
    m_stream->beginOperation({});
    co_return std::nullopt;
}

core::Task<std::optional<core::Error>> Connection::sendContent(std::string_view message,
                                                               core::Deadline deadline)
{
    DataEncoder encoder;
    for (std::size_t at = 0; at < message.size(); at += pieceSize) {
        m_stream->write(encoder.encode(message.substr(at, pieceSize)));
        const auto flushed = co_await m_stream->flush(deadline);
        if (!flushed)
            co_return flushed.error();
    }
    m_stream->write(encoder.finish());
    const auto flushed = co_await m_stream->flush(deadline);
    if (!flushed)
        co_return flushed.error();
    // One turn of the event loop, so that a close or a refusal that is already here is seen before
    // the lone dot makes the outcome uncertain.
    (void)co_await core::sleepFor(std::chrono::milliseconds(0));
    if (!m_stream->hasBufferedBytes() && m_stream->isOpen())
        co_return std::nullopt;
    const auto early = co_await readReply(deadline);
    if (!early)
        co_return early.error();
    if (early->isPositive())
        co_return Error(ErrorKind::Protocol,
                        "The mail server answered before it had the whole message.",
                        early->forLog());
    co_return refuse(*early, Refused::Message);
}

core::Task<DeliveryReport> Connection::concludeMessage(DeliveryReport report,
                                                       core::Deadline deadline)
{
    m_stream->write(".\r\n");
    const auto reply = co_await readReply(deadline);
    if (!reply) {
        report.delivery = Delivery::Unknown;
        report.error = outcomeUnknown(reply.error());
        co_return report;
    }
    m_hasOpenTransaction = false;
    if (reply->isPositive()) {
        report.delivery = Delivery::Accepted;
        co_return report;
    }
    const auto error = refuse(*reply, Refused::Message);
    const bool isNonsense = error.kind == ErrorKind::Protocol;
    report.delivery = isNonsense ? Delivery::Unknown : Delivery::NotSent;
    report.error = isNonsense ? outcomeUnknown(error) : error;
    co_return report;
}

} // namespace smtp
