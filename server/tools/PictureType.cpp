// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/PictureType.h"

namespace tools {

std::optional<PictureType> pictureTypeOf(std::string_view beginning)
{
    if (beginning.starts_with("\x89PNG\r\n\x1a\n"))
        return PictureType{.name = "png", .contentType = "image/png"};
    if (beginning.starts_with("\xff\xd8\xff"))
        return PictureType{.name = "jpeg", .contentType = "image/jpeg"};
    if (beginning.starts_with("GIF87a") || beginning.starts_with("GIF89a"))
        return PictureType{.name = "gif", .contentType = "image/gif"};
    constexpr std::size_t formOffset = 8; // behind "RIFF" and a length
    if (beginning.starts_with("RIFF") && beginning.size() > formOffset
        && beginning.substr(formOffset).starts_with("WEBP"))
        return PictureType{.name = "webp", .contentType = "image/webp"};
    return std::nullopt;
}

} // namespace tools
