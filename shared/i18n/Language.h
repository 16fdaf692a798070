// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "i18n/Text.h"

#include <QTranslator>

#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace i18n {

/// A language that the pages of this server are translated into. Main thread only.
class Language
{
public:
    /// All of them; English, which needs no translation, is the first.
    static std::span<const Language> all();
    static const Language &english() { return all().front(); }

    /// What a browser asks for in Accept-Language (RFC 9110 §12.5.4, RFC 4647 §3.4): the wanted
    /// language with the highest quality, without regard to region or script. English when there is
    /// none, or the text is not well formed.
    static const Language &negotiate(std::string_view acceptLanguage);

    const std::string &tag() const { return m_tag; } ///< BCP 47, e.g. "de"
    bool isRightToLeft() const { return m_isRightToLeft; }

    /// The translation of a text as it stands in the source; itself when there is none.
    std::string translate(std::string_view source) const;
    /// Translated, arguments put in. Whoever shows it escapes it.
    std::string render(const Text &text) const;

private:
    Language(std::string tag, bool isRightToLeft);
    static std::span<const Language> load();

    std::string m_tag;
    bool m_isRightToLeft;
    std::unique_ptr<QTranslator> m_translator; ///< none for English
};

} // namespace i18n
