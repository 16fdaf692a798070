// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/FolderWatches.h"

#include <algorithm>
#include <utility>

namespace mail {

FolderWatches::FolderWatches(std::function<void()> onNews)
    : m_onNews(std::move(onNews))
{}

FolderWatches::Folder *FolderWatches::find(const imap::MailboxName &name)
{
    const auto found = std::ranges::find(m_folders, name, &Folder::name);
    return found == m_folders.end() ? nullptr : &*found;
}

bool FolderWatches::contains(const imap::MailboxName &folder) const
{
    return std::ranges::find(m_folders, folder, &Folder::name) != m_folders.end();
}

std::vector<imap::MailboxName> FolderWatches::folders() const
{
    std::vector<imap::MailboxName> names;
    for (const auto &folder : m_folders)
        names.insert(folder.name.isInbox() ? names.begin() : names.end(), folder.name);
    return names;
}

std::size_t FolderWatches::count() const
{
    std::size_t count = 0;
    for (const auto &folder : m_folders)
        count += folder.watches.size();
    return count;
}

FolderWatches::WatchPtr FolderWatches::add(const imap::MailboxName &folder,
                                           const imap::MailboxStatus &status,
                                           MailboxWatcher::Listener listener)
{
    const auto watch = std::make_shared<FolderWatch>();
    watch->listener = std::move(listener);
    note(folder, status);
    if (!contains(folder))
        m_folders.push_back({.name = folder, .known = status});
    find(folder)->watches.push_back(watch);
    return watch;
}

bool FolderWatches::remove(const WatchPtr &watch)
{
    watch->isGone = true;
    for (auto folder = m_folders.begin(); folder != m_folders.end(); ++folder) {
        if (std::erase(folder->watches, watch) == 0)
            continue;
        if (!folder->watches.empty())
            return false;
        m_folders.erase(folder);
        return true;
    }
    return false; // it has ended already
}

void FolderWatches::note(const imap::MailboxName &folder, const imap::MailboxStatus &now)
{
    auto *const found = find(folder);
    if (found != nullptr && found->known.update(now)) {
        found->hasChanged = true;
        announce();
    }
}

void FolderWatches::noteChange(const imap::MailboxName &folder)
{
    if (auto *const found = find(folder)) {
        found->hasChanged = true;
        announce();
    }
}

void FolderWatches::end(const imap::MailboxName &folder)
{
    const auto found = std::ranges::find(m_folders, folder, &Folder::name);
    if (found == m_folders.end())
        return;
    m_ended.insert(m_ended.end(), found->watches.begin(), found->watches.end());
    m_folders.erase(found);
    announce();
}

void FolderWatches::endAll()
{
    for (const auto &folder : folders())
        end(folder);
}

void FolderWatches::announce()
{
    if (!std::exchange(m_isAnnounced, true))
        m_onNews();
}

void FolderWatches::tell()
{
    m_isAnnounced = false;
    std::vector<std::pair<WatchPtr, WatchEvent>> news;
    for (auto &folder : m_folders) {
        if (!std::exchange(folder.hasChanged, false))
            continue;
        for (const auto &watch : folder.watches)
            news.emplace_back(watch, WatchEvent::Changed);
    }
    for (auto &watch : std::exchange(m_ended, {}))
        news.emplace_back(std::move(watch), WatchEvent::Ended);
    for (const auto &[watch, event] : news) {
        if (!watch->isGone)
            watch->listener(event);
    }
}

} // namespace mail
