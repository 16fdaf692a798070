// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/MailResources.h"

#include "core/JsonText.h"
#include "resources/FolderPages.h"
#include "view/CleanError.h"
#include "view/FolderOrder.h"
#include "view/MailPrincipal.h"
#include "view/MailUri.h"
#include "view/MessageList.h"
#include "view/ReadableMessage.h"
#include "view/Suggestions.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <utility>

namespace resources {

using core::Error;
using core::ErrorKind;
using view::MailUri;

namespace {

constexpr std::uint32_t newestMessages = 20;
// What UIDVALIDITY and UID name never changes; this long it may still be there after its deletion.
constexpr std::chrono::minutes messageLifetime(5);

core::Result<MailUri> parseFor(const account::MailAccount &account, const std::string &text)
{
    auto uri = MailUri::parse(text);
    if (!uri)
        return Error(ErrorKind::NotFound, uri.error().message);
    if (!uri->isOf(account))
        return Error(ErrorKind::NotFound, "This URI belongs to another mailbox than the one that "
                                          "you are logged in to. resources/list shows the URIs of "
                                          "this one.");
    return uri;
}

/// What a caller names by a URI, and the account that it is in.
struct NamedResource
{
    account::MailAccountPtr account;
    MailUri uri;
};

core::Result<NamedResource> resourceOf(const mcp::CallContext &context, const std::string &text)
{
    const auto account = view::accountOf(context);
    if (!account)
        return account.error();
    auto uri = parseFor(**account, text);
    if (!uri)
        return uri.error();
    return NamedResource{.account = *account, .uri = std::move(*uri)};
}

mcp::ResourceReading readingOf(std::string uri, std::string mimeType, std::string text,
                               std::chrono::milliseconds lifetime)
{
    mcp::ResourceReading reading;
    reading.contents.push_back(
        {.uri = std::move(uri), .mimeType = std::move(mimeType), .bytes = std::move(text)});
    reading.lifetime = lifetime;
    return reading;
}

core::Task<core::Result<mcp::ResourceReading>>
readFolder(const mail::Mailbox &mailbox, const MailUri &uri, const std::string &text)
{
    const auto page = co_await mailbox.page(uri.folder(), 1, newestMessages);
    if (!page)
        co_return page.error();
    co_return readingOf(text, "application/json",
                        core::writeJson(view::messageListJson(uri.folder(), *page)), {});
}

core::Task<core::Result<mcp::ResourceReading>>
readMessage(const mail::Mailbox &mailbox, const MailUri &uri, const std::string &text)
{
    const auto named = *uri.message();
    auto message = co_await mailbox.message(uri.folder(), named.uid);
    if (!message)
        co_return message.error();
    if (message->uidValidity != named.uidValidity)
        co_return Error(ErrorKind::NotFound,
                        "The mail server has numbered the messages of this folder anew, so this "
                        "URI names no message any more. Read the folder again to find it.");
    const std::chrono::milliseconds lifetime =
        named.uidValidity == 0 ? std::chrono::minutes(0) : messageLifetime;
    auto shown =
        co_await view::readableMessage(uri.folder(), *message, mail::Mailbox::Limits().textBytes);
    co_return readingOf(text, "text/plain", std::move(shown), lifetime);
}

core::Task<core::Result<mcp::ResourceReading>>
read(mail::SessionPool &pool, const mcp::CallContext &context, const std::string &text)
{
    const auto named = resourceOf(context, text);
    if (!named)
        co_return named.error();
    const auto &[account, uri] = *named;
    const mail::Mailbox mailbox(pool, account, context.cancellation);
    auto task = uri.message() ? readMessage(mailbox, uri, text) : readFolder(mailbox, uri, text);
    auto reading = co_await std::move(task);
    co_return view::withCleanError(std::move(reading));
}

core::Task<core::Result<mcp::ResourcePage>>
list(mail::SessionPool &pool, const mcp::CallContext &context, const std::string &position)
{
    const auto account = view::accountOf(context);
    if (!account)
        co_return account.error();
    const mail::Mailbox mailbox(pool, *account, context.cancellation);
    auto folders = co_await mailbox.folders();
    if (!folders)
        co_return view::cleanError(folders.error());
    view::sortForPeople(folders->folders);
    co_return folderPage(**account, *folders, position);
}

core::Task<core::Result<std::unique_ptr<mcp::ResourceWatch>>> watch(WatchFolder watchFolder,
                                                                    const mcp::CallContext &context,
                                                                    const std::string &text,
                                                                    mcp::ResourceListener listener)
{
    const auto named = resourceOf(context, text);
    if (!named)
        co_return named.error();
    const auto &[account, uri] = *named;
    if (uri.message())
        co_return Error(ErrorKind::Unsupported, "A message never changes, so there is nothing to "
                                                "watch. Watch its folder instead.");
    auto watching =
        co_await watchFolder(account, uri.folder(), std::move(listener), context.cancellation);
    co_return view::withCleanError(std::move(watching));
}

std::vector<mcp::ResourceTemplate> templates(mail::SessionPool &pool)
{
    const mcp::TemplateVariable account{.name = "account", .complete = view::suggestAccount()};
    const mcp::TemplateVariable folder{.name = "folder", .complete = view::suggestFolder(pool)};
    return {
        {.uriTemplate = std::string(MailUri::folderTemplate),
         .name = "mail_folder",
         .title = "Newest messages of a folder",
         .description = "The newest 20 messages of a folder, newest first, as JSON: sender, "
                        "recipients, subject, date, size and flags. account is the e-mail address "
                        "of the mailbox, folder the path as list_mailboxes gives it.",
         .mimeType = "application/json",
         .icon = "list",
         .variables = {account, folder}},
        {.uriTemplate = std::string(MailUri::messageTemplate),
         .name = "mail_message",
         .title = "A message",
         .description = "One message as text: the header fields that matter, the names of its "
                        "attachments, and what it says. uidvalidity and uid are those that "
                        "list_mail_messages and search_mail_messages give.",
         .mimeType = "text/plain",
         .icon = "message",
         .variables = {account,
                       folder,
                       {.name = "uidvalidity", .complete = view::suggestUidValidity(pool)},
                       {.name = "uid", .complete = view::suggestUid(pool, {})}}},
    };
}

} // namespace

mcp::Resources mailResources(const Services &services)
{
    auto &pool = services.pool;
    mcp::Resources resources;
    resources.scope = "mail.read";
    resources.templates = templates(pool);
    resources.list = [&pool](const mcp::CallContext &context, const std::string &position) {
        return list(pool, context, position);
    };
    resources.read = [&pool](const mcp::CallContext &context, const std::string &uri) {
        return read(pool, context, uri);
    };
    if (services.watchFolder) {
        resources.watch = [watchFolder = services.watchFolder](const mcp::CallContext &context,
                                                               const std::string &uri,
                                                               mcp::ResourceListener listener) {
            return watch(watchFolder, context, uri, std::move(listener));
        };
    }
    return resources;
}

} // namespace resources
