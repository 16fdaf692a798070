// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/LetterFields.h"

#include "imap/MailboxName.h"
#include "tools/AttachmentFields.h"
#include "view/MessageFields.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace tools {

using Type = mcp::Field::Type;
using Presence = mcp::Field::Presence;

namespace {

constexpr std::size_t maximumAddressBytes = 32UL * 1024; // of a field
constexpr std::size_t maximumSubjectBytes = 1000;
constexpr std::size_t maximumTextBytes = 1024UL * 1024; // of each form
constexpr std::size_t maximumMessageIdBytes = 900;
constexpr std::size_t maximumReferences = 100;

mcp::Field text(std::string name, Presence presence, std::size_t maximumLength,
                std::string description)
{
    return {.name = std::move(name),
            .presence = presence,
            .description = std::move(description),
            .maximumLength = maximumLength};
}

std::string textOf(const nlohmann::json &arguments, const char *name)
{
    return arguments.value(name, std::string());
}

} // namespace

std::vector<mcp::Field> letterParameters(std::string folderDescription)
{
    return {
        text("to", Presence::Required, maximumAddressBytes,
             "The recipients, separated by commas: \"bob@example.com\" or \"Bob Example "
             "<bob@example.com>, \\\"Doe, Jane\\\" <jane@example.com>\". At most 100 in to, cc and "
             "bcc together."),
        text("subject", Presence::Required, maximumSubjectBytes, "The subject, one line."),
        text("text_body", Presence::Required, maximumTextBytes,
             "The message as plain text. Do not wrap lines."),
        text("cc", Presence::Optional, maximumAddressBytes,
             "Who gets a copy, in the same form as to."),
        text("bcc", Presence::Optional, maximumAddressBytes,
             "Who gets a hidden copy: the other recipients cannot see them."),
        text("html_body", Presence::Optional, maximumTextBytes,
             "The same message as HTML. Mail programs show it instead of text_body, so both must "
             "say the same."),
        attachmentUrlsParameter(),
        text("folder", Presence::Optional, imap::MailboxName::maximumBytes,
             std::move(folderDescription)),
        text("in_reply_to", Presence::Optional, maximumMessageIdBytes,
             "The message_id of the message that this one answers, with its angle brackets."),
        {.name = "references",
         .type = Type::StringList,
         .presence = Presence::Optional,
         .description = "The references of the message that this one answers, as "
                        "get_mail_message gives them.",
         .maximumLength = maximumReferences},
    };
}

core::Result<OwnLetter> letterOf(attachments::AttachmentStore &store,
                                 const mcp::CallContext &context, const nlohmann::json &arguments)
{
    const auto holder = holderOf(context);
    if (!holder)
        return holder.error();
    auto enclosures = enclosuresOf(store, *holder, arguments);
    if (!enclosures)
        return enclosures.error();
    mail::Letter letter;
    letter.to = textOf(arguments, "to");
    letter.cc = textOf(arguments, "cc");
    letter.bcc = textOf(arguments, "bcc");
    letter.subject = textOf(arguments, "subject");
    letter.text = textOf(arguments, "text_body");
    if (arguments.contains("html_body"))
        letter.html = textOf(arguments, "html_body");
    letter.inReplyTo = textOf(arguments, "in_reply_to");
    letter.references = arguments.value("references", std::vector<std::string>());
    // RFC 5322 §3.6.4: the message that is answered comes last.
    if (!letter.inReplyTo.empty()
        && std::ranges::find(letter.references, letter.inReplyTo) == letter.references.end())
        letter.references.push_back(letter.inReplyTo);
    letter.enclosures = std::move(*enclosures);
    auto composition = mail::Composition::from(std::move(letter), *holder->account);
    if (!composition)
        return composition.error();
    return OwnLetter{.account = holder->account, .composition = std::move(*composition)};
}

std::vector<mcp::Field> filedMessageFields(std::string folderDescription)
{
    return {
        {.name = "folder", .description = std::move(folderDescription), .nullable = true},
        {.name = "uid",
         .type = Type::Integer,
         .description = "Its UID there; null if the mail server does not tell.",
         .minimum = 1,
         .nullable = true},
        {.name = "uidvalidity",
         .type = Type::Integer,
         .description = "The UID is only good as long as this number of the folder stays the same.",
         .minimum = 1,
         .nullable = true},
    };
}

void addFiledMessage(nlohmann::json &result, const std::optional<mail::FiledMessage> &message)
{
    const auto numberOrNull = [](std::uint32_t number) {
        return number == 0 ? nlohmann::json() : nlohmann::json(number);
    };
    const auto filed = message.value_or(mail::FiledMessage());
    content::UnicodeHygiene hygiene;
    result["folder"] = view::textOrNull(filed.folder, hygiene);
    result["uid"] = numberOrNull(filed.uid);
    result["uidvalidity"] = numberOrNull(filed.uidValidity);
}

} // namespace tools
