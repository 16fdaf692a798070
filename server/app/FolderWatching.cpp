// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/FolderWatching.h"

#include <utility>

namespace app {

namespace {

class FolderWatch : public mcp::ResourceWatch
{
public:
    explicit FolderWatch(mail::MailboxWatcher::Watch watch)
        : m_watch(std::move(watch))
    {}

private:
    mail::MailboxWatcher::Watch m_watch;
};

core::Task<core::Result<std::unique_ptr<mcp::ResourceWatch>>>
watch(mail::MailboxWatcher &watcher, account::MailAccountPtr account, std::string folder,
      mcp::ResourceListener listener, core::Cancellation cancellation)
{
    const mail::MailboxWatcher::Listener tell = [listener](mail::WatchEvent event) {
        listener(event == mail::WatchEvent::Changed ? mcp::ResourceChange::Updated
                                                    : mcp::ResourceChange::Ended);
    };
    auto watch = co_await watcher.watch(std::move(account), std::move(folder), tell,
                                        std::move(cancellation));
    if (!watch)
        co_return watch.error();
    std::unique_ptr<mcp::ResourceWatch> result = std::make_unique<FolderWatch>(std::move(*watch));
    co_return std::move(result);
}

} // namespace

resources::WatchFolder watchFolderWith(mail::MailboxWatcher &watcher)
{
    return [&watcher](account::MailAccountPtr account, std::string folder,
                      mcp::ResourceListener listener, core::Cancellation cancellation) {
        return watch(watcher, std::move(account), std::move(folder), std::move(listener),
                     std::move(cancellation));
    };
}

} // namespace app
