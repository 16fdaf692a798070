// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/MailboxWatcher.h"
#include "resources/Services.h"

namespace app {

/// Lets MCP resources be watched by the watcher of mailboxes, which must outlive what is returned.
resources::WatchFolder watchFolderWith(mail::MailboxWatcher &watcher);

} // namespace app
