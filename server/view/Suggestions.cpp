// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/Suggestions.h"

#include "content/UnicodeHygiene.h"
#include "view/CleanError.h"
#include "view/FolderOrder.h"
#include "view/MailPrincipal.h"
#include "view/MailUri.h"

#include <QString>

#include <nlohmann/json.hpp>

#include <optional>
#include <utility>

namespace view {

namespace {

using Values = std::vector<std::string>;

constexpr std::uint32_t newestMessages = 50;

QString folded(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toCaseFolded();
}

core::Task<core::Result<Values>>
foldersFor(mail::SessionPool &pool, const mcp::CallContext &context, const std::string &typed)
{
    const auto mailbox = mailboxOf(context, pool);
    if (!mailbox)
        co_return mailbox.error();
    auto list = co_await mailbox->folders();
    if (!list)
        co_return cleanError(list.error());
    auto &folders = list->folders;
    const auto beginning = folded(typed);
    std::erase_if(folders, [&beginning](const mail::Folder &folder) {
        return !folder.holdsMessages
               || !(folded(folder.path).startsWith(beginning)
                    || folded(nameOf(folder.role)).startsWith(beginning));
    });
    sortForPeople(folders);
    Values paths;
    for (const auto &folder : folders)
        paths.push_back(content::UnicodeHygiene().clean(folder.path));
    co_return paths;
}

/// The newest messages of a folder; nothing if there is no such folder, or none was named.
core::Task<core::Result<std::optional<mail::MessagePage>>> newestOf(mail::SessionPool &pool,
                                                                    const mcp::CallContext &context,
                                                                    std::string folder,
                                                                    std::uint32_t count)
{
    using Page = std::optional<mail::MessagePage>;
    if (folder.empty())
        co_return Page();
    const auto mailbox = mailboxOf(context, pool);
    if (!mailbox)
        co_return mailbox.error();
    auto page = co_await mailbox->page(std::move(folder), 1, count);
    if (page)
        co_return Page(std::move(*page));
    const bool isNotThere = page.error().kind == core::ErrorKind::NotFound
                            || page.error().kind == core::ErrorKind::InvalidArgument;
    if (isNotThere)
        co_return Page();
    co_return cleanError(page.error());
}

core::Task<core::Result<Values>> uidsFor(mail::SessionPool &pool, const mcp::CallContext &context,
                                         std::string folder, const std::string &typed)
{
    const auto page = co_await newestOf(pool, context, std::move(folder), newestMessages);
    if (!page)
        co_return page.error();
    Values uids;
    if (*page) {
        for (const auto &message : (*page)->messages)
            uids.push_back(std::to_string(message.uid));
    }
    std::erase_if(uids, [&typed](const std::string &uid) { return !uid.starts_with(typed); });
    co_return uids;
}

core::Task<core::Result<Values>> uidValidityFor(mail::SessionPool &pool,
                                                const mcp::CallContext &context, std::string folder,
                                                const std::string &typed)
{
    const auto page = co_await newestOf(pool, context, std::move(folder), 1);
    if (!page)
        co_return page.error();
    Values values;
    if (*page)
        values.push_back(std::to_string((*page)->uidValidity));
    std::erase_if(values, [&typed](const std::string &value) { return !value.starts_with(typed); });
    co_return values;
}

core::Task<core::Result<Values>> accountFor(const mcp::CallContext &context,
                                            const std::string &typed)
{
    const auto account = accountOf(context);
    if (!account)
        co_return account.error();
    Values names;
    auto name = MailUri::accountName(**account);
    if (folded(name).startsWith(folded(typed)))
        names.push_back(std::move(name));
    co_return names;
}

std::string folderIn(const nlohmann::json &others, const std::string &otherwise)
{
    const auto folder = others.find("folder");
    if (folder == others.end() || !folder->is_string())
        return otherwise;
    const auto &path = folder->get_ref<const std::string &>();
    return path.empty() ? otherwise : path;
}

} // namespace

mcp::Complete suggestFolder(mail::SessionPool &pool)
{
    return [&pool](const mcp::CallContext &context, const std::string &value,
                   const nlohmann::json &) { return foldersFor(pool, context, value); };
}

mcp::Complete suggestUid(mail::SessionPool &pool, std::string otherwise)
{
    return [&pool, otherwise = std::move(otherwise)](const mcp::CallContext &context,
                                                     const std::string &value,
                                                     const nlohmann::json &others) {
        return uidsFor(pool, context, folderIn(others, otherwise), value);
    };
}

mcp::Complete suggestUidValidity(mail::SessionPool &pool)
{
    return [&pool](const mcp::CallContext &context, const std::string &value,
                   const nlohmann::json &others) {
        return uidValidityFor(pool, context, folderIn(others, {}), value);
    };
}

mcp::Complete suggestAccount()
{
    return [](const mcp::CallContext &context, const std::string &value, const nlohmann::json &) {
        return accountFor(context, value);
    };
}

} // namespace view
