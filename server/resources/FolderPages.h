// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"
#include "core/Result.h"
#include "mail/Folder.h"
#include "mcp/Resource.h"

#include <cstddef>
#include <string>

namespace resources {

constexpr std::size_t foldersPerPage = 200;

/// One page of the folders that hold messages, in the order of `list`. `position` is
/// ResourcePage::next of the page before, or empty. InvalidArgument if it is anything else.
core::Result<mcp::ResourcePage> folderPage(const account::MailAccount &account,
                                           const mail::FolderList &list,
                                           const std::string &position);

} // namespace resources
