// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/StyleSheet.h"

#include "content/Appearance.h"
#include "content/MediaQuery.h"
#include "core/Ascii.h"

#include <algorithm>
#include <ranges>
#include <utility>

namespace content {

namespace {

constexpr int maximumNesting = 4; // of @media within @media
constexpr std::size_t maximumCompounds = 10;
constexpr std::size_t declarationCost = 10; // comparisons take the time of one declaration
// More than the classes that a selector could ask for.
constexpr std::size_t idWeight = 10'000;
constexpr std::size_t classWeight = 100;

/// Takes what is before the brace that closes the block, with the brace.
std::string_view takeBlock(std::string_view &rest)
{
    int depth = 1;
    std::size_t end = 0;
    for (; end < rest.size(); ++end) {
        if (rest[end] == '{')
            ++depth;
        else if (rest[end] == '}' && --depth == 0)
            break;
    }
    const auto block = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return block;
}

bool isNameCharacter(char c)
{
    return core::isLetter(c) || core::isDigit(c) || c == '-' || c == '_'
           || static_cast<unsigned char>(c) >= 0x80;
}

bool setsBackground(const std::vector<CssDeclaration> &declarations)
{
    return std::ranges::any_of(declarations, [](const CssDeclaration &declaration) {
        return declaration.name.starts_with("background");
    });
}

std::string keyOf(const ElementIdentity &required)
{
    if (!required.id.empty())
        return '#' + required.id;
    if (!required.classes.empty())
        return '.' + required.classes.front();
    return required.name;
}

} // namespace

void StyleSheet::add(std::string_view css, std::string_view media)
{
    if (isForScreen(core::toLower(media)))
        addRules(normaliseCss(css), 0);
}

void StyleSheet::addRules(std::string_view css, int depth)
{
    while (!(css = core::trimmed(css)).empty()) {
        // What hid styles from browsers that did not know them.
        if (css.starts_with("<!--") || css.starts_with("-->")) {
            css.remove_prefix(css.front() == '<' ? 4 : 3);
            continue;
        }
        const auto end = css.find_first_of("{;");
        if (end == std::string_view::npos)
            return;
        const auto prelude = core::trimmed(css.substr(0, end));
        const bool isBlock = css[end] == '{';
        css.remove_prefix(end + 1);
        if (!isBlock)
            continue;
        const auto block = takeBlock(css);
        constexpr std::string_view media = "@media";
        if (!prelude.starts_with('@'))
            addBlock(prelude, block);
        else if (prelude.starts_with(media) && depth < maximumNesting
                 && isForScreen(prelude.substr(media.size())))
            addRules(block, depth + 1);
    }
}

void StyleSheet::addBlock(std::string_view selectors, std::string_view declarations)
{
    auto parsed = parseCssDeclarations(declarations);
    std::erase_if(parsed, [](const CssDeclaration &declaration) {
        return !Appearance::dependsOn(declaration.name);
    });
    if (parsed.empty())
        return;
    m_blocks.push_back(std::move(parsed));
    while (!selectors.empty()) {
        const auto end = std::min(selectors.find(','), selectors.size());
        auto rule = parseSelector(core::trimmed(selectors.substr(0, end)));
        selectors.remove_prefix(std::min(end + 1, selectors.size()));
        if (!rule || m_rules.size() == maximumSelectors) {
            m_isPartial = m_isPartial || setsBackground(m_blocks.back());
            continue;
        }
        rule->block = m_blocks.size() - 1;
        m_byKey[keyOf(rule->selector.back().required)].push_back(m_rules.size());
        m_rules.push_back(*std::move(rule));
    }
}

std::optional<StyleSheet::Rule> StyleSheet::parseSelector(std::string_view text)
{
    Rule rule;
    auto combinator = Combinator::Descendant;
    while (!(text = core::trimmed(text)).empty()) {
        if (text.front() == '>') {
            combinator = Combinator::Child;
            text.remove_prefix(1);
            continue;
        }
        const auto end = std::min(text.find_first_of(" \t\r\n>"), text.size());
        Compound compound;
        compound.combinator = std::exchange(combinator, Combinator::Descendant);
        if (rule.selector.size() == maximumCompounds
            || !parseCompound(text.substr(0, end), compound, rule.specificity))
            return {};
        rule.selector.push_back(std::move(compound));
        text.remove_prefix(end);
    }
    if (rule.selector.empty())
        return {};
    return rule;
}

bool StyleSheet::parseCompound(std::string_view text, Compound &compound, std::size_t &specificity)
{
    if (text.starts_with('*'))
        text.remove_prefix(1);
    while (!text.empty()) {
        const char mark = text.front();
        const bool isMarked = mark == '.' || mark == '#';
        if (isMarked)
            text.remove_prefix(1);
        const auto *const end = std::ranges::find_if_not(text, isNameCharacter);
        const std::string name(text.begin(), end);
        text.remove_prefix(name.size());
        if (name.empty())
            return false;
        auto &required = compound.required;
        if (mark == '.') {
            required.classes.push_back(name);
            specificity += classWeight;
        } else if (mark == '#') {
            required.id = name;
            specificity += idWeight;
        } else {
            required.name = name;
            ++specificity;
        }
    }
    return true;
}

bool StyleSheet::fits(const Compound &compound, const ElementIdentity &element) const
{
    ++m_comparisons;
    const auto &required = compound.required;
    return (required.name.empty() || required.name == element.name)
           && (required.id.empty() || required.id == element.id)
           && std::ranges::all_of(required.classes, [&element](const std::string &name) {
                  return std::ranges::find(element.classes, name) != element.classes.end();
              });
}

bool StyleSheet::matches(const Rule &rule, const std::vector<ElementIdentity> &path) const
{
    auto element = path.rbegin();
    if (!fits(rule.selector.back(), *element))
        return false;
    auto combinator = rule.selector.back().combinator;
    for (const auto &compound : rule.selector | std::views::reverse | std::views::drop(1)) {
        ++element;
        while (element != path.rend() && !fits(compound, *element)) {
            if (combinator == Combinator::Child)
                return false;
            ++element;
        }
        if (element == path.rend())
            return false;
        combinator = compound.combinator;
    }
    return true;
}

std::optional<std::vector<CssDeclaration>>
StyleSheet::declarationsFor(const std::vector<ElementIdentity> &path) const
{
    const auto &element = path.back();
    std::vector<std::string> keys = {"", element.name};
    if (!element.id.empty())
        keys.push_back('#' + element.id);
    for (const auto &name : element.classes)
        keys.push_back('.' + name);
    std::vector<std::size_t> matching;
    for (const auto &key : keys) {
        const auto found = m_byKey.find(key);
        if (found == m_byKey.end())
            continue;
        for (const auto index : found->second) {
            if (matches(m_rules[index], path))
                matching.push_back(index);
            if (m_comparisons > maximumComparisons)
                return {};
        }
    }
    std::ranges::sort(matching, {}, [this](std::size_t index) {
        return std::pair(m_rules[index].specificity, index);
    });
    std::vector<CssDeclaration> declarations;
    for (const auto index : matching) {
        const auto &block = m_blocks[m_rules[index].block];
        m_comparisons += block.size() * declarationCost;
        declarations.insert(declarations.end(), block.begin(), block.end());
    }
    return declarations;
}

} // namespace content
