// SPDX-License-Identifier: GPL-3.0-or-later
#include "snippets/Escaping.h"

#include <nlohmann/json.hpp>

namespace snippets {

std::string insideQuotes(std::string_view text)
{
    const auto quoted =
        nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    std::string inside;
    for (const char c : std::string_view(quoted).substr(1, quoted.size() - 2)) {
        if (c == 0x7f)
            inside += "\\u007f"; // TOML does not take it as it is
        else
            inside += c;
    }
    return inside;
}

std::string shellWord(std::string_view text)
{
    std::string word = "'";
    for (const char c : text) {
        if (c == '\'')
            word += "'\\''";
        else if (c != '\0')
            word += c;
    }
    return word + '\'';
}

} // namespace snippets
