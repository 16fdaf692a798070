// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/Cookies.h"

#include "core/Ascii.h"
#include "http/Syntax.h"

#include <algorithm>

namespace http {

std::optional<std::string_view> findCookie(const Headers &headers, std::string_view name)
{
    std::optional<std::string_view> found;
    for (const auto &field : headers.fields()) {
        if (!core::equalsIgnoringCase(field.name, "Cookie"))
            continue;
        std::string_view rest = field.value;
        while (!rest.empty()) {
            const auto end = std::min(rest.find(';'), rest.size());
            const auto pair = trimmed(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
            const auto equals = std::min(pair.find('='), pair.size());
            if (pair.substr(0, equals) != name)
                continue;
            if (found)
                return std::nullopt;
            found = pair.substr(std::min(equals + 1, pair.size()));
        }
    }
    return found;
}

} // namespace http
