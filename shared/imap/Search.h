// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace imap {

/// The answer to UID SEARCH.
struct SearchResult
{
    std::vector<std::uint32_t> uids; ///< newest (highest) first, each once
    std::uint64_t count = 0;         ///< how many there are, even if uids is cut
    bool isTruncated = false;        ///< more than Limits::searchResults
};

} // namespace imap
