// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/Questions.h"

#include "content/UnicodeHygiene.h"
#include "core/Ascii.h"
#include "core/Unicode.h"
#include "mail/Recipients.h"
#include "tools/AttachmentFields.h"
#include "tools/LetterFields.h"
#include "view/MailPrincipal.h"
#include "view/MessageFields.h"
#include "view/MessageTexts.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace tools {

namespace {

// Together they keep a question below maximumQuestionBytes.
constexpr std::size_t longestLine = 110;
constexpr std::size_t longestText = 190; // with its quotation marks

std::string cut(std::string text, std::size_t bytes)
{
    const auto shown = core::truncateUtf8(text, bytes);
    if (shown.size() == text.size())
        return text;
    return std::string(shown) + "…";
}

/// One line of the question. Nothing for an empty value.
std::string line(std::string_view name, std::string_view value)
{
    auto text = content::UnicodeHygiene().cleanLine(value);
    if (text.empty())
        return {};
    return std::string(name) + ": " + cut(std::move(text), longestLine) + '\n';
}

/// The beginning of a text, each line behind "> ".
std::string beginningOf(std::string_view text)
{
    const auto clean = content::UnicodeHygiene().clean(core::trimmed(text));
    const auto beginning = core::truncateUtf8(clean, longestText + 1);
    std::string quotation = "> ";
    std::size_t position = 0;
    while (position < beginning.size()) {
        const auto c = core::nextCodePoint(beginning, position).value_or(U' ');
        if (c == U'\n' || c == U'\u2028' || c == U'\u2029')
            quotation += "\n> ";
        else
            core::appendCodePoint(quotation, c);
    }
    return cut(std::move(quotation), longestText) + '\n';
}

/// The addresses without the names beside them, which may claim anything.
std::string recipientsLine(std::string_view name, std::string_view field,
                           const nlohmann::json &arguments)
{
    const auto recipients =
        mail::parseRecipients(field, arguments.value(std::string(field), std::string()));
    if (!recipients)
        return {}; // refused before
    std::string addresses;
    std::size_t shown = 0;
    for (const auto &recipient : *recipients) {
        const auto &address = recipient.address.text();
        if (shown > 0 && addresses.size() + address.size() > longestLine - 20)
            break;
        addresses += (shown > 0 ? ", " : "") + address;
        ++shown;
    }
    addresses = cut(std::move(addresses), longestLine - 20);
    if (shown < recipients->size())
        addresses += " and " + std::to_string(recipients->size() - shown) + " more";
    return line(name, addresses);
}

/// What most people will read of the HTML form; nothing if it says the same as the text.
core::Task<std::string> htmlBeginning(const nlohmann::json &arguments)
{
    if (!arguments.contains("html_body"))
        co_return std::string();
    mail::Message message;
    message.html = mail::BodyText();
    message.html->text = arguments["html_body"].get<std::string>();
    const auto texts = co_await view::takeTexts(message, view::ShowHtml::No);
    auto beginning = beginningOf(texts.readable.text);
    if (beginning == beginningOf(arguments["text_body"].get_ref<const std::string &>()))
        co_return std::string();
    co_return "As HTML, which most mail programs show instead:\n" + beginning;
}

std::string from(const mail::AddressList &authors)
{
    if (authors.addresses.empty())
        return {};
    const auto &first = authors.addresses.front();
    // The address comes first, because a long name must not push it out.
    return first.name.empty() ? first.address : first.address + " (" + first.name + ')';
}

std::string attachmentsLine(const std::vector<mail::EnclosurePtr> &enclosures)
{
    if (enclosures.empty())
        return {};
    std::string names;
    for (const auto &enclosure : enclosures)
        names += (names.empty() ? "" : ", ") + enclosure->fileName();
    return line(enclosures.size() == 1 ? "Attachment"
                                       : std::to_string(enclosures.size()) + " attachments",
                names);
}

} // namespace

core::Task<core::Result<Question>> sendQuestion(attachments::AttachmentStore &store,
                                                const mcp::CallContext &context,
                                                const nlohmann::json &arguments)
{
    if (!view::wantsConfirmation(context))
        co_return Question();
    const auto letter = letterOf(store, context, arguments);
    if (!letter)
        co_return letter.error();
    std::string question = arguments.value("force_resend", false)
                               ? "Send this message again? It may have arrived already.\n"
                               : "Send this message?\n";
    question += recipientsLine("To", "to", arguments);
    question += recipientsLine("Cc", "cc", arguments);
    question += recipientsLine("Bcc", "bcc", arguments);
    question += line("Subject", arguments["subject"].get_ref<const std::string &>());
    question += attachmentsLine(letter->composition.enclosures());
    question += beginningOf(arguments["text_body"].get_ref<const std::string &>());
    const auto html = co_await htmlBeginning(arguments);
    question += html;
    question.pop_back(); // the last line end
    co_return Question(std::move(question));
}

core::Task<core::Result<Question>> deleteQuestion(mail::SessionPool &pool,
                                                  const mcp::CallContext &context,
                                                  const nlohmann::json &arguments)
{
    if (!view::wantsConfirmation(context))
        co_return Question();
    const auto mailbox = view::mailboxOf(context, pool);
    if (!mailbox)
        co_return mailbox.error();
    const auto reference = view::messageReference(arguments);
    if (!reference.uidValidity)
        co_return core::Error(core::ErrorKind::InvalidArgument,
                              "The owner of this mailbox confirms every deletion, so the message "
                              "must be named for certain: give the uidvalidity that came with its "
                              "UID.");
    const auto summary = co_await mailbox->summary(reference);
    if (!summary)
        co_return summary.error();
    const auto &headers = summary->headers;
    std::string question = "Delete this message for good? It cannot be brought back.\n";
    question += line("From", from(headers.from));
    question += line("Subject", headers.subject.empty() ? "(none)" : headers.subject);
    question += line("Date", headers.date ? *headers.date : headers.dateText);
    question += line("Folder", reference.folder);
    question.pop_back(); // the last line end
    co_return Question(std::move(question));
}

} // namespace tools
