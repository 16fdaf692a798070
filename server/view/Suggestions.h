// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mcp/Completion.h"

#include <string>

namespace mail {
class SessionPool;
} // namespace mail

/// What clients suggest while somebody types an argument. Only of the caller's own mailbox, clean,
/// and nothing where there is nothing to suggest: a folder that does not exist is no error here,
/// because its name may be half-typed. The pool must outlive them.
namespace view {

/// Paths of folders that begin with what was typed, or whose role does ("tra" finds a folder called
/// "Papierkorb"), in any case, in the order of sortForPeople().
mcp::Complete suggestFolder(mail::SessionPool &pool);

/// UIDs of the newest 50 messages of the folder that the argument `folder` names, or else
/// `otherwise`, newest first. Nothing if both are empty.
mcp::Complete suggestUid(mail::SessionPool &pool, std::string otherwise);

/// The UIDVALIDITY of the folder that the argument `folder` names.
mcp::Complete suggestUidValidity(mail::SessionPool &pool);

/// The authority of the caller's mail:// URIs.
mcp::Complete suggestAccount();

} // namespace view
