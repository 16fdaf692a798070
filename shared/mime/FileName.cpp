// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/FileName.h"

#include "core/Ascii.h"
#include "core/Unicode.h"

#include <algorithm>
#include <array>

namespace mime {

namespace {

constexpr std::size_t longestExtension = 16;

std::string withoutHarm(std::string_view utf8)
{
    constexpr std::string_view reserved = "<>:\"|?*";
    std::string result;
    std::size_t position = 0;
    while (position < utf8.size()) {
        const std::size_t start = position;
        const auto c = core::nextCodePoint(utf8, position);
        if (!c)
            core::appendCodePoint(result, core::replacementCharacter);
        else if (core::isControl(*c) || core::isBidiControl(*c) || core::isInvisible(*c)
                 || *c == U'\u2028' || *c == U'\u2029')
            continue;
        else if (*c < 0x80 && reserved.find(static_cast<char>(*c)) != std::string_view::npos)
            result += '_';
        else
            result += utf8.substr(start, position - start);
    }
    return result;
}

/// Names of devices on Windows, with any extension.
bool isDeviceName(std::string_view name)
{
    static constexpr std::array<std::string_view, 6> devices = {"con", "prn",    "aux",
                                                                "nul", "conin$", "conout$"};
    const std::string stem =
        core::toLower(core::trimmed(name.substr(0, std::min(name.find('.'), name.size()))));
    if (std::ranges::find(devices, stem) != devices.end())
        return true;
    return stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt"))
           && core::isDigit(stem[3]);
}

std::string_view withoutDotsAround(std::string_view name)
{
    constexpr std::string_view harmless = ". \t";
    const std::size_t first = name.find_first_not_of(harmless);
    if (first == std::string_view::npos)
        return {};
    // A leading dot alone only hides a file; ".." and blanks are what must go.
    const std::size_t start = first > 0 && name[first - 1] == '.' ? first - 1 : first;
    return name.substr(start, name.find_last_not_of(harmless) - start + 1);
}

std::string shortened(std::string_view name)
{
    if (name.size() <= maximumFileNameBytes)
        return std::string(name);
    const std::size_t dot = name.rfind('.');
    std::string_view extension;
    if (dot != std::string_view::npos && name.size() - dot <= longestExtension)
        extension = name.substr(dot);
    const auto cut = core::truncateUtf8(name, maximumFileNameBytes - extension.size());
    // The cut may have brought a dot or a blank to the end.
    std::string result(withoutDotsAround(cut));
    return result += extension;
}

} // namespace

std::string sanitiseFileName(std::string_view utf8, std::string_view fallback)
{
    const std::size_t separator = utf8.find_last_of("/\\");
    if (separator != std::string_view::npos)
        utf8.remove_prefix(separator + 1);
    const std::string clean = withoutHarm(utf8);
    std::string name(withoutDotsAround(clean));
    if (name.empty())
        return std::string(fallback);
    if (isDeviceName(name))
        name.insert(0, "_");
    return shortened(name);
}

} // namespace mime
