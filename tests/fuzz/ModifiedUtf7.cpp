// SPDX-License-Identifier: GPL-3.0-or-later
// Both ways: names from servers, and names that people type.
#include "imap/ModifiedUtf7.h"

#include "Input.h"
#include "core/Ascii.h"
#include "core/Unicode.h"

#include <algorithm>

namespace {

bool hasControls(std::string_view utf8)
{
    std::size_t position = 0;
    while (position < utf8.size()) {
        const auto c = core::nextCodePoint(utf8, position);
        if (!c || core::isControl(*c))
            return true;
    }
    return false;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto input = fuzz::textOf(data, size);
    const auto decoded = imap::decodeModifiedUtf7(input);
    fuzz::require(!hasControls(decoded.text), "a decoded name is UTF-8 without controls");
    const auto again = imap::decodeModifiedUtf7(imap::encodeModifiedUtf7(decoded.text));
    fuzz::require(again.text == decoded.text && again.isExact, "what was decoded can be encoded");
    if (core::isValidUtf8(input) && !hasControls(input)) {
        const auto encoded = imap::encodeModifiedUtf7(input);
        fuzz::require(std::ranges::all_of(encoded, [](char c) { return c >= ' ' && c <= '~'; }),
                      "an encoded name is printable ASCII");
        fuzz::require(imap::decodeModifiedUtf7(encoded).text == input, "a name survives the trip");
    }
    return 0;
}
