// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mime/TransferEncoding.h"

#include <string>
#include <string_view>

namespace mime {

/// Undoes a Content-Transfer-Encoding piece by piece, for parts that are too large to be held as a
/// whole. However a part is cut into pieces, the result is that of decodeTransfer(), with one
/// exception: uuencode whose "begin" does not come within the first 64 KiB is passed on as it is.
/// Holds back at most 64 KiB.
class TransferDecoder
{
public:
    explicit TransferDecoder(std::string_view encoding);

    /// What can be said after this piece; may be empty.
    std::string decode(std::string_view piece);
    /// The end of the part: what was held back.
    std::string finish();

private:
    std::string decodeBase64();
    std::string decodeQuotedPrintable();
    std::string decodeUuencode();
    std::string decodeUuencodedLines(std::size_t size);

    TransferEncoding m_encoding;
    std::string m_held;      ///< encoded bytes whose meaning depends on what follows
    bool m_hasBegun = false; ///< uuencode
    bool m_hasEnded = false; ///< base64, uuencode: what follows is not part of it
};

} // namespace mime
