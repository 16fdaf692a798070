// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace tools {

/// A picture that clients and models know how to show.
struct PictureType
{
    std::string_view name; ///< "png"
    std::string_view contentType;
};

/// What a file is whose first bytes are these, whatever it is called; nothing for everything but
/// PNG, JPEG, GIF and WebP. Twelve bytes are enough.
std::optional<PictureType> pictureTypeOf(std::string_view beginning);

} // namespace tools
