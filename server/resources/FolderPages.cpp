// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/FolderPages.h"

#include "content/UnicodeHygiene.h"
#include "view/MailUri.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>
#include <vector>

namespace resources {

namespace {

/// The role of a folder and what is in it: "drafts, 3 messages, 1 unread".
std::string describe(const mail::Folder &folder)
{
    std::string text(nameOf(folder.role));
    const auto add = [&text](std::optional<std::uint32_t> count, const char *one,
                             const char *many) {
        if (!count)
            return;
        if (!text.empty())
            text += ", ";
        text += std::to_string(*count) + (*count == 1 ? one : many);
    };
    add(folder.messages, " message", " messages");
    add(folder.unseen, " unread", " unread");
    return text;
}

std::optional<mcp::Resource> resourceOf(const account::MailAccount &account,
                                        const mail::Folder &folder)
{
    // What a person does not see of a path is not needed to find the folder.
    const auto path = content::UnicodeHygiene().clean(folder.path);
    const auto uri = view::MailUri::ofFolder(account, path);
    if (!uri || !folder.holdsMessages)
        return std::nullopt;
    return mcp::Resource{.uri = uri->text(),
                         .name = path,
                         .title = path,
                         .description = describe(folder),
                         .mimeType = "application/json",
                         .icon = "folders"};
}

std::optional<std::size_t> firstOf(const std::string &position)
{
    std::size_t first = 0;
    const auto *const end = position.data() + position.size();
    const auto read = std::from_chars(position.data(), end, first);
    if (!position.empty() && (read.ec != std::errc() || read.ptr != end))
        return std::nullopt;
    return first;
}

} // namespace

core::Result<mcp::ResourcePage> folderPage(const account::MailAccount &account,
                                           const mail::FolderList &list,
                                           const std::string &position)
{
    const auto first = firstOf(position);
    if (!first)
        return core::Error(core::ErrorKind::InvalidArgument, "That is no page of this list.");
    mcp::ResourcePage page;
    const auto &folders = list.folders;
    const auto begin = std::min(*first, folders.size());
    const auto end = begin + std::min(foldersPerPage, folders.size() - begin);
    for (auto i = begin; i < end; ++i) {
        if (auto resource = resourceOf(account, folders[i]))
            page.resources.push_back(std::move(*resource));
    }
    if (end < folders.size())
        page.next = std::to_string(end);
    return page;
}

} // namespace resources
