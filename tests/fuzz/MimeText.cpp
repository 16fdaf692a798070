// SPDX-License-Identifier: GPL-3.0-or-later
// Texts in every transfer encoding and charset: the first two bytes choose them.
#include "Input.h"
#include "core/Unicode.h"
#include "mime/Initialise.h"
#include "mime/LeafPart.h"

#include <array>

namespace {

constexpr std::size_t maximumBytes = 1000;
constexpr std::array<std::string_view, 5> encodings = {"7bit", "base64", "quoted-printable",
                                                       "x-uuencode", "nonsense"};
constexpr std::array<std::string_view, 9> charsets = {
    "", "utf-8", "us-ascii", "iso-8859-1", "utf-16", "utf-7", "iso-2022-jp", "gb18030", "nonsense"};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const bool isReady = [] {
        mime::initialise();
        return true;
    }();
    fuzz::require(isReady, "VMime is ready");
    auto input = fuzz::textOf(data, size);
    const auto encoding = fuzz::takeByte(input);
    const auto form = fuzz::takeByte(input);
    mime::LeafPart part;
    part.bytes = input;
    part.encoding = encodings.at(encoding % encodings.size());
    part.charset = charsets.at(form % charsets.size());
    part.format = form >= 128 ? "flowed" : "";
    part.delSp = form >= 192 ? "yes" : "no";
    part.isCut = encoding >= 128;
    const auto decoded = mime::decodeText(part, maximumBytes);
    fuzz::require(core::isValidUtf8(decoded.text), "text is UTF-8");
    fuzz::require(decoded.text.size() <= maximumBytes, "text is bounded");
    fuzz::require(decoded.text.find_first_of(std::string_view("\0\r", 2)) == std::string::npos,
                  "text has neither NUL nor CR");
    return 0;
}
