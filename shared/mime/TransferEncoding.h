// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mime {

struct DecodedBytes
{
    std::string bytes;
    bool isTruncated = false; ///< there was more than the caller wanted
};

/// Undoes a Content-Transfer-Encoding (RFC 2045 §6): base64, quoted-printable, uuencode (also as
/// x-uuencode, x-uue); everything else, known or not, is passed on as it is. Broken input never
/// fails: base64 without padding or with foreign characters, `=` followed by anything, blanks
/// behind a soft line break. Linear in the size of the input; at most `maximumBytes` come out.
DecodedBytes decodeTransfer(std::string_view encoded, std::string_view encoding,
                            std::size_t maximumBytes);

/// About how many bytes `encodedSize` bytes in `encoding` decode to.
std::size_t estimateDecodedSize(std::size_t encodedSize, std::string_view encoding);

} // namespace mime
