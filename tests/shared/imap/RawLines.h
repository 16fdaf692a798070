// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/Response.h"

#include <algorithm>
#include <string_view>

/// `text` with `{n}` CRLF literals, as it comes off the wire.
inline imap::RawResponse rawOf(std::string_view text)
{
    imap::RawResponse raw;
    while (true) {
        const auto end = std::min(text.find("\r\n"), text.size());
        raw.pieces.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 2, text.size()));
        const auto size = imap::announcedLiteral(raw.pieces.back());
        if (!size || imap::isStatusText(raw.pieces.front()) || *size > text.size())
            return raw;
        raw.pieces.emplace_back(text.substr(0, *size));
        text.remove_prefix(*size);
    }
}
