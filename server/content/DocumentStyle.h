// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/Appearance.h"
#include "content/HtmlElement.h"
#include "content/HtmlParser.h"
#include "content/StyleSheet.h"

#include <string_view>
#include <vector>

namespace content {

/// What the elements of a document look like: by its style elements, their style attributes, and
/// the attributes that did this before there were styles.
class DocumentStyle
{
public:
    /// Reads the style elements; they may come after what they are about.
    explicit DocumentStyle(std::string_view html);

    /// What is around the outermost element.
    Appearance page() const;
    /// The appearance of an element within another one.
    Appearance enter(std::string_view name, HtmlElement element, const HtmlAttributes &attributes,
                     const Appearance &around);
    /// Out of the element that was entered last.
    void leave();

    /// True once the style sheet asked for too much: from then on nobody knows what is hidden.
    bool isUnknown() const { return m_isUnknown; }

private:
    std::vector<CssDeclaration> declarationsFor(std::string_view name,
                                                const HtmlAttributes &attributes);

    StyleSheet m_sheet;
    std::vector<ElementIdentity> m_path; ///< of the open elements; empty without a style sheet
    bool m_isUnknown = false;
};

} // namespace content
