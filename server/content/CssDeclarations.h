// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace content {

/// `name: value` of a style. Both are in lower case and without CSS escapes or comments.
struct CssDeclaration
{
    std::string name;
    std::string value; ///< without "!important"
    bool isImportant = false;

    bool operator==(const CssDeclaration &) const = default;
};

/// Undoes what makes one CSS text look like another: comments, escapes and upper case (CSS Syntax
/// §4.3.4, §4.3.7).
std::string normaliseCss(std::string_view css);

/// The declarations of a style attribute, or of a rule between its braces, in their order. Takes
/// normalised CSS; never fails, linear.
std::vector<CssDeclaration> parseCssDeclarations(std::string_view normalisedCss);

} // namespace content
