// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/List.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mail {

/// A folder of a mailbox. Counts are missing where the server does not give them.
struct Folder
{
    std::string path;      ///< decoded, hierarchy delimiters as the server uses them
    std::string delimiter; ///< between the levels of the path; empty in a flat name
    imap::SpecialUse role = imap::SpecialUse::None;
    bool holdsMessages = true; ///< false: it only holds other folders
    std::optional<std::uint32_t> messages;
    std::optional<std::uint32_t> unseen;
    std::optional<std::uint32_t> uidNext;
    std::optional<std::uint32_t> uidValidity;
};

struct FolderList
{
    std::vector<Folder> folders; ///< in the server's order
    bool isTruncated = false;    ///< there are more than we list
};

} // namespace mail
