// SPDX-License-Identifier: GPL-3.0-or-later
#include "smtp/MessageTraits.h"

namespace smtp {

namespace {

bool isAscii(std::string_view text)
{
    unsigned char bits = 0;
    for (const char c : text)
        bits |= static_cast<unsigned char>(c);
    return bits < 0x80;
}

} // namespace

MessageTraits traitsOf(std::string_view message)
{
    MessageTraits traits;
    traits.hasNul = message.find('\0') != std::string_view::npos;
    bool isHeader = true;
    while (!message.empty()) {
        const auto line = firstLine(message);
        if (line.empty())
            isHeader = false;
        if (!isAscii(line)) {
            traits.isAscii = false;
            if (isHeader)
                traits.hasAsciiHeader = false;
        }
        traits.size += line.size() + 2;
        message.remove_prefix(line.size());
        const bool isCrlf = message.starts_with("\r\n");
        message.remove_prefix(message.empty() ? 0 : isCrlf ? 2 : 1);
    }
    return traits;
}

} // namespace smtp
