// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/CssDeclarations.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace content {

/// What selectors tell elements by, in lower case.
struct ElementIdentity
{
    std::string name;
    std::string id;
    std::vector<std::string> classes;
};

/// The rules of a document's style elements, as a wide screen applies them, as far as they matter
/// to an Appearance. Selectors are read as
/// far as senders need them: `p`, `.name`, `#name`, `*`, together, in lists, as descendants and as
/// children. Others (pseudo-classes, attributes, siblings) are left out, see isPartial().
class StyleSheet
{
public:
    static constexpr std::size_t maximumSelectors = 1000;
    /// Of a selector with an element, in all calls together; a declaration found counts as ten.
    static constexpr std::size_t maximumComparisons = 2'000'000;

    /// The inside of a style element. `media` is its attribute; empty for all.
    void add(std::string_view css, std::string_view media);

    bool isEmpty() const { return m_rules.empty(); }
    /// True if a rule that sets backgrounds was left out: nobody knows which elements it meant.
    bool isPartial() const { return m_isPartial; }

    /// The declarations for the last of these elements, each of which is within the one before; the
    /// weakest first (CSS Cascade §6). Nothing when too many were compared: then nobody knows.
    std::optional<std::vector<CssDeclaration>>
    declarationsFor(const std::vector<ElementIdentity> &path) const;

private:
    enum class Combinator { Descendant, Child };
    struct Compound
    {
        ElementIdentity required;
        Combinator combinator = Combinator::Descendant; ///< to the one on its left
    };
    struct Rule
    {
        std::vector<Compound> selector; ///< from left to right
        std::size_t specificity = 0;
        std::size_t block = 0; ///< in m_blocks
    };

    void addRules(std::string_view css, int depth);
    void addBlock(std::string_view selectors, std::string_view declarations);
    static std::optional<Rule> parseSelector(std::string_view text);
    static bool parseCompound(std::string_view text, Compound &compound, std::size_t &specificity);
    bool matches(const Rule &rule, const std::vector<ElementIdentity> &path) const;
    bool fits(const Compound &compound, const ElementIdentity &element) const;

    std::vector<Rule> m_rules; ///< in the order of the document
    /// The rules whose last compound asks for this id ("#x"), class (".x"), name ("x") or nothing.
    std::unordered_map<std::string, std::vector<std::size_t>> m_byKey;
    std::vector<std::vector<CssDeclaration>> m_blocks;
    bool m_isPartial = false;
    mutable std::size_t m_comparisons = 0;
};

} // namespace content
