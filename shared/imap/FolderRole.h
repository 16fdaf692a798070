// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/List.h"

#include <optional>
#include <string_view>
#include <vector>

namespace imap {

/// What each mailbox of a list is for, in the order of the list. The server's word counts
/// (SPECIAL-USE); a role that it gives to no mailbox goes to the first one at the top, or right
/// below INBOX or Gmail's container, that has one of its usual names in some language.
std::vector<SpecialUse> rolesOf(const MailboxList &list);

/// The role that a person means by a word: "Sent", "drafts", "Spam" … in any case.
std::optional<SpecialUse> roleNamed(std::string_view word);

} // namespace imap
