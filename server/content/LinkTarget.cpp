// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/LinkTarget.h"

#include "content/UnicodeHygiene.h"
#include "core/Ascii.h"
#include "core/Unicode.h"

#include <algorithm>
#include <array>

namespace content {

namespace {

constexpr std::size_t maximumBytes = 2000;

} // namespace

std::string shownTarget(std::string_view href)
{
    // Browsers ignore blanks around a URL, and line ends and tabulators within (URL Standard §4.4).
    UnicodeHygiene ignored;
    std::string target;
    for (const char c : ignored.clean(core::trimmed(href))) {
        if (c == '<')
            target += "%3C";
        else if (c == '>')
            target += "%3E";
        else if (c == ' ')
            target += "%20";
        else if (c != '\n' && c != '\t')
            target += c;
    }
    const auto scheme = core::toLower(std::string_view(target).substr(0, target.find(':') + 1));
    constexpr std::array shown = {"http:", "https:", "mailto:"};
    if (std::ranges::find(shown, scheme) == shown.end() || target.size() == scheme.size())
        return {};
    if (target.size() > maximumBytes) {
        target.resize(core::truncateUtf8(target, maximumBytes).size());
        target += "…";
    }
    return target;
}

} // namespace content
