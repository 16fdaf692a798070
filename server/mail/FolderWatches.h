// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/List.h"
#include "imap/MailboxName.h"
#include "mail/MailboxWatcher.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <vector>

namespace mail {

/// Somebody who watches a folder.
struct FolderWatch
{
    MailboxWatcher::Listener listener;
    bool isGone = false; ///< does not want to hear anything any more
};

/// Who watches which folders of one mailbox, what was last known of these, and what has to be told.
class FolderWatches
{
public:
    using WatchPtr = std::shared_ptr<FolderWatch>;

    /// `onNews` is called when there is something to tell, once for each tell().
    explicit FolderWatches(std::function<void()> onNews);

    WatchPtr add(const imap::MailboxName &folder, const imap::MailboxStatus &status,
                 MailboxWatcher::Listener listener);
    /// True if nobody watches its folder any more.
    bool remove(const WatchPtr &watch);

    /// What a folder is like now, as far as it is told: news if anything is not as it was.
    void note(const imap::MailboxName &folder, const imap::MailboxStatus &now);
    void noteChange(const imap::MailboxName &folder);
    /// Ends the watches of a folder, or of all.
    void end(const imap::MailboxName &folder);
    void endAll();

    /// Calls the listeners of those who have news. They may add and remove watches.
    void tell();

    bool contains(const imap::MailboxName &folder) const;
    bool isEmpty() const { return m_folders.empty(); }
    std::vector<imap::MailboxName> folders() const; ///< INBOX first
    std::size_t count() const;                      ///< watches that have not ended

private:
    struct Folder
    {
        imap::MailboxName name;
        imap::MailboxStatus known;
        std::vector<WatchPtr> watches = {};
        bool hasChanged = false;
    };

    Folder *find(const imap::MailboxName &name);
    void announce();

    std::function<void()> m_onNews;
    std::vector<Folder> m_folders;
    std::vector<WatchPtr> m_ended; ///< who has not been told yet
    bool m_isAnnounced = false;
};

} // namespace mail
