// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/Appearance.h"

#include "core/Ascii.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <string_view>

namespace content {

namespace {

constexpr double pixelsPerPoint = 4.0 / 3.0;
constexpr double rootFontSize = 16;
constexpr double readableFontSize = 2; // pixels
constexpr double visibleOpacity = 0.1; // below it nobody sees anything
constexpr double farOutside = -500;    // pixels; negative margins of a design are smaller

/// The winning value of each property.
class Values
{
public:
    explicit Values(const std::vector<CssDeclaration> &declarations)
    {
        for (const bool isImportant : {false, true}) {
            for (const auto &declaration : declarations) {
                if (declaration.isImportant == isImportant)
                    m_values[declaration.name] = declaration.value;
            }
        }
    }

    std::string_view operator[](std::string_view name) const
    {
        const auto found = m_values.find(name);
        return found == m_values.end() ? std::string_view() : found->second;
    }

private:
    std::map<std::string_view, std::string_view> m_values;
};

struct Number
{
    double value = 0;
    std::string_view unit; ///< "px", "%", "" …
};

std::optional<Number> parseNumber(std::string_view text)
{
    if (text.starts_with('+'))
        text.remove_prefix(1);
    double value = 0;
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    if (error != std::errc())
        return {};
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return Number{.value = value, .unit = text};
}

/// In pixels; percentages and viewport units of an unknown whole are nothing unless zero.
std::optional<double> lengthOf(std::string_view text, double fontSize)
{
    const auto number = parseNumber(text);
    if (!number)
        return {};
    const auto &[value, unit] = *number;
    if (value == 0 || unit.empty() || unit == "px")
        return value;
    if (unit == "pt")
        return value * pixelsPerPoint;
    if (unit == "em" || unit == "ex" || unit == "ch")
        return value * fontSize;
    if (unit == "rem")
        return value * rootFontSize;
    if (unit == "in")
        return value * 96;
    if (unit == "cm")
        return value * 37.8;
    if (unit == "mm")
        return value * 3.78;
    // A screen is about this wide.
    if (unit == "%" || unit == "vw" || unit == "vh")
        return value * 10;
    return {};
}

bool isZero(std::string_view value)
{
    const auto number = parseNumber(value);
    return number && number->value <= 0;
}

std::vector<std::string_view> splitAtBlanks(std::string_view text)
{
    std::vector<std::string_view> words;
    while (!(text = core::trimmed(text)).empty()) {
        const auto end = std::min(text.find_first_of(" \t\r\n"), text.size());
        words.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return words;
}

std::optional<double> fontSizeOf(std::string_view value, double surrounding)
{
    const auto number = parseNumber(value);
    if (!number)
        return {};
    if (number->unit == "%")
        return surrounding * number->value / 100;
    return lengthOf(value, surrounding);
}

/// The size within the shorthand: "italic bold 0/0 arial".
std::optional<double> fontSizeOfShorthand(std::string_view value, double surrounding)
{
    for (const auto word : splitAtBlanks(value)) {
        const auto size = word.substr(0, word.find('/'));
        const auto number = parseNumber(size);
        // Numbers without unit are weights.
        if (number && (number->value == 0 || !number->unit.empty()))
            return fontSizeOf(size, surrounding);
    }
    return {};
}

bool isClipped(const Values &values)
{
    const auto overflow = values["overflow"];
    return overflow.starts_with("hidden") || overflow.starts_with("clip")
           || overflow.starts_with("scroll") || overflow.starts_with("auto");
}

bool isCollapsed(const Values &values)
{
    if (isZero(values["max-height"]) || isZero(values["max-width"]))
        return true;
    return isClipped(values) && (isZero(values["height"]) || isZero(values["width"]));
}

bool isOffScreen(const Values &values, double fontSize)
{
    const auto isFarOutside = [&](std::string_view property) {
        const auto length = lengthOf(values[property], fontSize);
        return length && *length <= farOutside;
    };
    const auto position = values["position"];
    if (position == "absolute" || position == "fixed" || position == "relative") {
        constexpr std::array sides = {"left", "top", "right", "bottom"};
        if (std::ranges::any_of(sides, isFarOutside))
            return true;
    }
    return isFarOutside("text-indent") || isFarOutside("margin-left") || isFarOutside("margin-top")
           || isFarOutside("margin-right");
}

bool isCutAway(const Values &values)
{
    const auto path = values["clip-path"];
    if (path.starts_with("circle(0") || path.starts_with("inset(50%")
        || path.starts_with("inset(100%"))
        return true;
    if (values["transform"].find("scale(0)") != std::string_view::npos)
        return true;
    const auto clip = values["clip"];
    if (!clip.starts_with("rect(") || values["position"] != "absolute")
        return false;
    // rect(0 0 0 0), rect(1px, 1px, 1px, 1px): the classes that hide text from all but readers.
    return std::ranges::none_of(clip, [](char c) { return c > '1' && c <= '9'; })
           && clip.find("10") == std::string_view::npos;
}

bool isTransparent(std::string_view opacity)
{
    const auto number = parseNumber(opacity);
    return number && (number->unit == "%" ? number->value / 100 : number->value) < visibleOpacity;
}

/// Nothing where something else than one colour is behind the text, or one that cannot be read.
std::optional<CssColour> backgroundOf(std::string_view value, std::optional<CssColour> behind)
{
    if (value.find("url(") != std::string_view::npos
        || value.find("gradient(") != std::string_view::npos)
        return {};
    if (value == "none" || value == "inherit" || value == "initial" || value == "unset")
        return behind;
    auto colour = CssColour::parse(value);
    for (const auto word : splitAtBlanks(value)) {
        if (!colour)
            colour = CssColour::parse(word);
    }
    if (colour && colour->alpha < visibleOpacity)
        return behind;
    return colour;
}

} // namespace

bool Appearance::dependsOn(std::string_view property)
{
    constexpr std::array properties = {"background",
                                       "background-color",
                                       "background-image",
                                       "bottom",
                                       "clip",
                                       "clip-path",
                                       "color",
                                       "display",
                                       "font",
                                       "font-size",
                                       "height",
                                       "left",
                                       "margin-left",
                                       "margin-right",
                                       "margin-top",
                                       "max-height",
                                       "max-width",
                                       "mso-hide",
                                       "opacity",
                                       "overflow",
                                       "position",
                                       "right",
                                       "text-indent",
                                       "top",
                                       "transform",
                                       "visibility",
                                       "width"};
    return std::ranges::find(properties, property) != properties.end();
}

void Appearance::apply(const std::vector<CssDeclaration> &declarations)
{
    if (declarations.empty())
        return;
    const Values values(declarations);
    if (const auto size = fontSizeOfShorthand(values["font"], m_fontSize))
        m_fontSize = *size;
    if (const auto size = fontSizeOf(values["font-size"], m_fontSize))
        m_fontSize = *size;
    const auto visibility = values["visibility"];
    if (visibility == "hidden" || visibility == "collapse")
        m_isInvisible = true;
    else if (visibility == "visible")
        m_isInvisible = false;

    if (const auto colour = values["color"];
        !colour.empty() && colour != "inherit" && colour != "unset")
        m_colour = CssColour::parse(colour);
    for (const auto *const property : {"background", "background-color", "background-image"}) {
        const auto background = values[property];
        if (!background.empty())
            m_background = backgroundOf(background, m_background);
    }

    m_isRemoved = m_isRemoved || values["display"] == "none" || values["mso-hide"] == "all"
                  || isTransparent(values["opacity"]) || isCollapsed(values)
                  || isOffScreen(values, m_fontSize) || isCutAway(values);
}

bool Appearance::isHidden() const
{
    if (m_isRemoved || m_isInvisible || m_fontSize < readableFontSize)
        return true;
    if (!m_colour)
        return false;
    return m_colour->alpha < visibleOpacity || (m_background && m_colour->looksLike(*m_background));
}

} // namespace content
