// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "i18n/Language.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace oauth {

/// A page of resources/web, filled with values. Everything is escaped for HTML text and quoted
/// attributes; there is no way to put a value in unescaped. The notation is a subset of Mustache:
///
///     {{name}}               a string member
///     {{#name}}…{{/name}}    once if the member is true, once per element of an array of objects
///     {{#_}}…{{/_}}          English text, shown in the reader's language; values may stand in it
///     {{>file}}              another file below :/web/, filled with the same values
class HtmlTemplate
{
public:
    /// `name` is a file below :/web/. A missing file or an unbalanced section is a mistake of ours
    /// and ends the program.
    explicit HtmlTemplate(std::string_view name);

    std::string render(const nlohmann::json &values, const i18n::Language &language) const;

private:
    std::string m_source;
};

/// Escapes & < > " ' for HTML text and quoted attribute values.
std::string escapeHtml(std::string_view text);

/// The hash of the style sheet as a CSP source, e.g. 'sha256-…' (CSP3 §2.3.1).
const std::string &styleSheetHash();

} // namespace oauth
