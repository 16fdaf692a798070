// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/Fetch.h"

#include "core/Ascii.h"

#include <algorithm>

namespace imap {

const std::string *FetchedMessage::section(const Section &wanted) const
{
    const auto found = sections.find(wanted.key());
    return found == sections.end() ? nullptr : &found->second;
}

bool FetchedMessage::hasFlag(std::string_view flag) const
{
    return std::ranges::any_of(flags, [flag](const std::string &present) {
        return core::equalsIgnoringCase(present, flag);
    });
}

} // namespace imap
