// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailconnect/ShownText.h"

#include "core/Unicode.h"

#include <algorithm>

namespace mailconnect {

std::string shownText(std::string_view bytes, std::size_t maximumBytes)
{
    std::size_t removed = 0;
    auto text = core::onlySeen(bytes.substr(0, maximumBytes * 2), removed);
    std::ranges::replace(text, '\n', ' ');
    std::ranges::replace(text, '\t', ' ');
    if (text.size() <= maximumBytes)
        return text;
    return std::string(core::truncateUtf8(text, maximumBytes)) + "…";
}

} // namespace mailconnect
