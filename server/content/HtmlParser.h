// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace content {

/// The attributes of a start tag, references decoded. They live as long as the call that brings
/// them.
class HtmlAttributes
{
public:
    /// Name, value, name, value … and a null pointer at the end; a value may be null.
    explicit HtmlAttributes(const unsigned char *const *pairs)
        : m_pairs(pairs)
    {}

    /// The value of an attribute (name in lower case), empty if it has none; nothing if the tag
    /// does not have the attribute.
    std::optional<std::string_view> value(std::string_view name) const;
    /// The same, empty if there is no such attribute.
    std::string_view text(std::string_view name) const
    {
        return value(name).value_or(std::string_view());
    }

private:
    const unsigned char *const *m_pairs;
};

/// Gets what parseHtml() finds, in the order of the document. Names are lower case; start and end
/// come in pairs, also where the document forgot one. Comments are not told.
class HtmlHandler
{
public:
    virtual ~HtmlHandler() = default;
    virtual void startElement(std::string_view name, const HtmlAttributes &attributes) = 0;
    virtual void endElement(std::string_view name) = 0;
    /// References are decoded; valid UTF-8. A text may come in pieces.
    virtual void text(std::string_view text) = 0;
    /// The inside of script and style.
    virtual void rawText(std::string_view text) = 0;
};

/// What keeps the time for a document in proportion to its size.
struct HtmlLimits
{
    std::size_t depth = 1000;       ///< of elements within elements
    std::size_t wordsPerTag = 2000; ///< names and blank-separated pieces of values
};

enum class HtmlEnd {
    Complete,
    OverLimit, ///< a limit stopped it; the handler knows what came before
};

/// Reads a document that a stranger wrote, however broken it is. It is never kept as a tree, and
/// nothing that it refers to is fetched. `html` is valid UTF-8 without NUL, whatever charset it
/// claims within. Any thread.
HtmlEnd parseHtml(std::string_view html, HtmlHandler &handler, const HtmlLimits &limits);

} // namespace content
