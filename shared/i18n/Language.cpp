// SPDX-License-Identifier: GPL-3.0-or-later
#include "i18n/Language.h"

#include "core/Ascii.h"

#include <QString>

#include <algorithm>
#include <optional>
#include <vector>

namespace i18n {

namespace {

/// What translators see as the context of all texts.
constexpr const char *context = "pages";

/// One element of Accept-Language.
struct Range
{
    std::string_view tag;
    int quality = 1000; ///< thousandths
};

/// 0, 0.5, 1.000 …: at most three digits behind the dot (RFC 9110 §12.4.2).
std::optional<int> parseQuality(std::string_view text)
{
    if (text.empty() || (text[0] != '0' && text[0] != '1'))
        return std::nullopt;
    int quality = (text[0] - '0') * 1000;
    text.remove_prefix(1);
    if (text.empty())
        return quality;
    if (text[0] != '.' || text.size() > 4)
        return std::nullopt;
    int worth = 100;
    for (const char digit : text.substr(1)) {
        if (!core::isDigit(digit))
            return std::nullopt;
        quality += (digit - '0') * worth;
        worth /= 10;
    }
    return quality > 1000 ? std::nullopt : std::optional(quality);
}

std::optional<Range> parseRange(std::string_view text)
{
    const auto semicolon = std::min(text.find(';'), text.size());
    Range range{.tag = core::trimmed(text.substr(0, semicolon))};
    auto weight = core::trimmed(text.substr(std::min(semicolon + 1, text.size())));
    if (weight.empty())
        return range;
    if (!weight.starts_with("q=") && !weight.starts_with("Q="))
        return std::nullopt;
    const auto quality = parseQuality(weight.substr(2));
    if (!quality)
        return std::nullopt;
    range.quality = *quality;
    return range;
}

} // namespace

Language::Language(std::string tag, bool isRightToLeft)
    : m_tag(std::move(tag))
    , m_isRightToLeft(isRightToLeft)
{
    if (m_tag == "en")
        return;
    m_translator = std::make_unique<QTranslator>();
    const auto file = QStringLiteral(":/i18n/mail_mcp_") + QString::fromStdString(m_tag);
    if (!m_translator->load(file))
        qFatal("missing resource %s", qPrintable(file));
}

std::span<const Language> Language::load()
{
    static const std::vector<Language> languages = [] {
        std::vector<Language> list;
        for (const auto *tag : {"en", "de", "fr", "es", "ja"})
            list.push_back(Language(tag, false));
        list.push_back(Language("ar", true));
        return list;
    }();
    return languages;
}

std::span<const Language> Language::all()
{
    return load();
}

const Language &Language::negotiate(std::string_view acceptLanguage)
{
    const Language *best = &english();
    int bestQuality = 0;
    while (!acceptLanguage.empty()) {
        const auto comma = std::min(acceptLanguage.find(','), acceptLanguage.size());
        const auto range = parseRange(acceptLanguage.substr(0, comma));
        acceptLanguage.remove_prefix(std::min(comma + 1, acceptLanguage.size()));
        if (!range || range->quality <= bestQuality)
            continue;
        const auto primary = range->tag.substr(0, range->tag.find('-'));
        const auto found = std::ranges::find_if(all(), [primary](const Language &language) {
            return core::equalsIgnoringCase(language.tag(), primary);
        });
        if (found == all().end())
            continue;
        best = &*found;
        bestQuality = range->quality;
    }
    return *best;
}

std::string Language::translate(std::string_view source) const
{
    std::string text(source);
    if (!m_translator)
        return text;
    const QString translation = m_translator->translate(context, text.c_str());
    return translation.isEmpty() ? text : translation.toStdString();
}

std::string Language::render(const Text &text) const
{
    return text.render([this](const std::string &source) { return translate(source); });
}

} // namespace i18n
