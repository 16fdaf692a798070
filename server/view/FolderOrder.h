// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/Folder.h"

#include <vector>

namespace view {

/// As people look for folders: INBOX first, then those with a role, then all others, else in the
/// order of the mail server.
void sortForPeople(std::vector<mail::Folder> &folders);

} // namespace view
