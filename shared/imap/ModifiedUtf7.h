// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace imap {

/// UTF-8 -> modified UTF-7 (RFC 3501 §5.1.3). `utf8` is valid.
std::string encodeModifiedUtf7(std::string_view utf8);

struct DecodedName
{
    std::string text; ///< valid UTF-8 without control characters
    bool isExact = true;
};

/// Modified UTF-7 -> UTF-8. What is malformed becomes U+FFFD, and isExact false. Raw UTF-8, which
/// some servers send unasked, is taken as it is.
DecodedName decodeModifiedUtf7(std::string_view bytes);

} // namespace imap
