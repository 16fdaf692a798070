// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mime {

enum class TransferEncoding { Identity, Base64, QuotedPrintable, Uuencode };

/// The encoding that a field names, in any case: uuencode is also x-uuencode, x-uue and uue;
/// everything else, known or not, is Identity.
TransferEncoding transferEncodingNamed(std::string_view text);
/// "base64" …; empty for Identity.
std::string_view nameOf(TransferEncoding encoding);

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

/// For decoders that go piece by piece.
bool isBase64Character(char c);
/// Appends what a line of uuencoded text between "begin" and "end" says. False: it is the end.
bool appendUuencodedLine(std::string_view line, std::string &bytes);

/// About how many bytes `encodedSize` bytes in `encoding` decode to.
std::size_t estimateDecodedSize(std::size_t encodedSize, std::string_view encoding);

} // namespace mime
