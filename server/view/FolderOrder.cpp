// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/FolderOrder.h"

#include <algorithm>

namespace view {

namespace {

int rankOf(const mail::Folder &folder)
{
    if (folder.role == imap::SpecialUse::Inbox)
        return 0;
    return folder.role == imap::SpecialUse::None ? 2 : 1;
}

} // namespace

void sortForPeople(std::vector<mail::Folder> &folders)
{
    std::ranges::stable_sort(folders, {}, rankOf);
}

} // namespace view
