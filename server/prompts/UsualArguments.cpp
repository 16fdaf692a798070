// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompts/UsualArguments.h"

#include "core/Ascii.h"
#include "imap/MailboxName.h"
#include "view/Suggestions.h"

#include <nlohmann/json.hpp>

#include <charconv>
#include <optional>

namespace prompts {

using Presence = mcp::PromptArgument::Presence;

namespace {

constexpr std::size_t longestNumber = 10;
constexpr int mostDays = 365;

template <typename Number>
std::optional<Number> numberIn(const std::string &text)
{
    Number number = 0;
    const auto *const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (read.ec != std::errc() || read.ptr != end)
        return std::nullopt;
    return number;
}

core::Error wrong(std::string message)
{
    return {core::ErrorKind::InvalidArgument, std::move(message)};
}

} // namespace

mcp::PromptArgument folderArgument(const Services &services)
{
    return {.name = "folder",
            .title = "Folder",
            .description = "The folder to look at, for example Work/2026. Leave it out for the "
                           "inbox.",
            .presence = Presence::Optional,
            .maximumLength = imap::MailboxName::maximumBytes,
            .complete = view::suggestFolder(services.pool)};
}

std::string folderOf(const nlohmann::json &arguments)
{
    auto folder = typed(arguments, "folder");
    return folder.empty() ? "INBOX" : folder;
}

mcp::PromptArgument uidArgument(const Services &services)
{
    return {.name = "uid",
            .title = "Message",
            .description = "The UID of the message in that folder, as list_mail_messages and "
                           "search_mail_messages give it.",
            .maximumLength = longestNumber,
            .complete = view::suggestUid(services.pool, "INBOX")};
}

core::Result<std::uint32_t> uidOf(const nlohmann::json &arguments)
{
    const auto uid = numberIn<std::uint32_t>(typed(arguments, "uid"));
    if (!uid || *uid == 0)
        return wrong("\"uid\" must be the UID of a message, a number such as 4711. "
                     "list_mail_messages shows the UIDs of a folder.");
    return *uid;
}

mcp::PromptArgument daysArgument(int usual)
{
    return {.name = "days",
            .title = "Days",
            .description = "How many days to look back, 1 to 365. Leave it out for "
                           + std::to_string(usual) + '.',
            .presence = Presence::Optional,
            .maximumLength = longestNumber};
}

core::Result<int> daysOf(const nlohmann::json &arguments, int usual)
{
    const auto text = typed(arguments, "days");
    if (text.empty())
        return usual;
    const auto days = numberIn<int>(text);
    if (!days || *days < 1 || *days > mostDays)
        return wrong("\"days\" must be a number from 1 to 365.");
    return *days;
}

std::string typed(const nlohmann::json &arguments, const char *name)
{
    return std::string(core::trimmed(arguments.value(name, std::string())));
}

} // namespace prompts
