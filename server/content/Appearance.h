// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/CssColour.h"
#include "content/CssDeclarations.h"

#include <optional>
#include <string_view>
#include <vector>

namespace content {

/// Whether a person can see what an element holds, as far as its style and that of the elements
/// around it tell. An Appearance begins as a copy of the surrounding element's.
class Appearance
{
public:
    /// A page: black on white, 16 pixels.
    Appearance() = default;

    /// What attributes say beside style.
    void setColour(std::optional<CssColour> colour) { m_colour = colour; }
    void setBackground(std::optional<CssColour> colour) { m_background = colour; }
    void remove() { m_isRemoved = true; }

    /// True if declarations of this property make a difference.
    static bool dependsOn(std::string_view property);
    /// All declarations for the element, the weakest first.
    void apply(const std::vector<CssDeclaration> &declarations);

    /// Not there at all, or there but not to be seen.
    bool isHidden() const;

private:
    bool m_isRemoved = false;   ///< and so is everything within
    bool m_isInvisible = false; ///< what is within may be visible again
    double m_fontSize = 16;     ///< pixels
    std::optional<CssColour> m_colour = CssColour();
    std::optional<CssColour> m_background = CssColour::white();
};

} // namespace content
