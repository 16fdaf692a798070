// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mime {

/// Neighbouring encoded words of one charset, in lower case, put together, so that a character that
/// was cut in two is whole again.
struct EncodedRun
{
    std::string charset;
    std::string bytes;
};

/// Adds what one word holds, to the last run if that has the same charset.
void append(std::vector<EncodedRun> &runs, std::string_view charset, std::string_view bytes);

/// Decodes a text that has nothing in it but encoded words of the exact form (RFC 2047 §2), which
/// is how nearly everybody writes what is not ASCII. Nothing if there is anything else: VMime knows
/// what else there is, and takes ten times as long.
std::optional<std::vector<EncodedRun>> decodeEncodedWords(std::string_view text);

} // namespace mime
