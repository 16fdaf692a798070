// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"
#include "core/Cancellation.h"
#include "core/Result.h"
#include "core/Task.h"
#include "mcp/Resource.h"

#include <functional>
#include <memory>
#include <string>

namespace mail {
class SessionPool;
} // namespace mail

namespace resources {

/// Reports what happens in a folder: new messages, messages that are gone, changed flags. The
/// listener is called as mcp::Resources::watch promises. NotFound if there is no such folder; Busy
/// when too much is watched. `cancellation` ends only the wait for the beginning.
using WatchFolder = std::function<core::Task<core::Result<std::unique_ptr<mcp::ResourceWatch>>>(
    account::MailAccountPtr account, std::string folder, mcp::ResourceListener listener,
    core::Cancellation cancellation)>;

/// What the resources work with. All of it must outlive them.
struct Services
{
    mail::SessionPool &pool;
    WatchFolder watchFolder = {}; ///< unset: nothing can be watched
};

} // namespace resources
