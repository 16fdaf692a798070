// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mime {

/// A text part as it was fetched, and what its header says about it. All but `bytes` may be empty.
struct LeafPart
{
    std::string_view bytes = {};    ///< in transfer encoding
    std::string_view encoding = {}; ///< Content-Transfer-Encoding
    std::string_view charset = {};  ///< charset parameter
    std::string_view format = {};   ///< format parameter: "flowed" (text/plain only)
    std::string_view delSp = {};    ///< delsp parameter: "yes"
    bool isCut = false;             ///< `bytes` are only the beginning of the part
};

struct DecodedText
{
    std::string text;         ///< valid UTF-8 without NUL, lines end with LF
    bool isTruncated = false; ///< the part goes on
};

/// The text of a part; at most `maximumBytes` of UTF-8, cut between two characters. Never fails:
/// unknown encodings count as 8bit, for charsets see toUtf8().
DecodedText decodeText(const LeafPart &part, std::size_t maximumBytes);

} // namespace mime
