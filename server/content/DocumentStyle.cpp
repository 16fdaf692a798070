// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/DocumentStyle.h"

#include "core/Ascii.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace content {

namespace {

constexpr std::size_t maximumClasses = 50; // of an element; the rest is not looked at

ElementIdentity identityOf(std::string_view name, const HtmlAttributes &attributes)
{
    ElementIdentity identity;
    identity.name = name;
    identity.id = core::toLower(core::trimmed(attributes.text("id")));
    const auto classes = core::toLower(attributes.text("class"));
    std::string_view rest = classes;
    while (!(rest = core::trimmed(rest)).empty() && identity.classes.size() < maximumClasses) {
        const auto end = std::min(rest.find_first_of(" \t\r\n"), rest.size());
        identity.classes.emplace_back(rest.substr(0, end));
        rest.remove_prefix(end);
    }
    return identity;
}

class StyleReader : public HtmlHandler
{
public:
    StyleSheet read(std::string_view html)
    {
        parseHtml(html, *this, HtmlLimits());
        return std::move(m_sheet);
    }

    void startElement(std::string_view name, const HtmlAttributes &attributes) override
    {
        m_isInside = htmlElement(name) == HtmlElement::Style;
        if (m_isInside)
            m_media = attributes.text("media");
    }
    void endElement(std::string_view) override
    {
        if (m_isInside)
            m_sheet.add(m_css, m_media);
        m_css.clear();
        m_isInside = false;
    }
    void text(std::string_view) override {}
    void rawText(std::string_view text) override
    {
        if (m_isInside)
            m_css += text;
    }

private:
    StyleSheet m_sheet;
    std::string m_css;
    std::string m_media;
    bool m_isInside = false;
};

bool hasStyleElements(std::string_view html)
{
    constexpr std::string_view tag = "<style";
    const auto found =
        std::ranges::search(html, tag, [](char a, char b) { return core::toLower(a) == b; });
    return !found.empty();
}

} // namespace

DocumentStyle::DocumentStyle(std::string_view html)
{
    if (hasStyleElements(html))
        m_sheet = StyleReader().read(html);
}

Appearance DocumentStyle::page() const
{
    Appearance page;
    if (m_sheet.isPartial())
        page.setBackground({});
    return page;
}

Appearance DocumentStyle::enter(std::string_view name, HtmlElement element,
                                const HtmlAttributes &attributes, const Appearance &around)
{
    Appearance appearance = around;
    if (attributes.value("hidden") || core::toLower(attributes.text("aria-hidden")) == "true")
        appearance.remove();
    if (const auto colour = attributes.value("bgcolor"))
        appearance.setBackground(CssColour::parse(core::toLower(*colour)));
    if (attributes.value("background"))
        appearance.setBackground({});
    // Links have a colour of their own; font and body say theirs in attributes.
    if (element == HtmlElement::Link && attributes.value("href"))
        appearance.setColour({});
    for (const auto *const attribute : {"color", "text"}) {
        if (const auto colour = attributes.value(attribute))
            appearance.setColour(CssColour::parse(core::toLower(*colour)));
    }
    auto declarations = declarationsFor(name, attributes);
    if (const auto style = attributes.value("style"))
        std::ranges::move(parseCssDeclarations(normaliseCss(*style)),
                          std::back_inserter(declarations));
    appearance.apply(declarations);
    return appearance;
}

void DocumentStyle::leave()
{
    if (!m_path.empty())
        m_path.pop_back();
}

std::vector<CssDeclaration> DocumentStyle::declarationsFor(std::string_view name,
                                                           const HtmlAttributes &attributes)
{
    if (m_sheet.isEmpty())
        return {};
    m_path.push_back(identityOf(name, attributes));
    auto declarations = m_sheet.declarationsFor(m_path);
    m_isUnknown = m_isUnknown || !declarations;
    return std::move(declarations).value_or(std::vector<CssDeclaration>());
}

} // namespace content
