// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace content {

/// A colour as HTML and CSS write it.
struct CssColour
{
    int red = 0; ///< 0 to 255
    int green = 0;
    int blue = 0;
    double alpha = 1; ///< 0 is transparent

    /// `#fff`, `#ffffff`, `#ffffffff`, `ffffff` (as old attributes have it), `rgb(…)`, `rgba(…)`,
    /// `transparent` and the basic names. Nothing if it cannot be read. Takes lower case.
    static std::optional<CssColour> parse(std::string_view text);

    /// True where nobody could read one upon the other.
    bool looksLike(const CssColour &other) const;

    static constexpr CssColour white() { return {.red = 255, .green = 255, .blue = 255}; }
};

} // namespace content
