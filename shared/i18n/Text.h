// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace i18n {

/// A sentence for people. It is written in English, and put into their language where it is shown.
///
///     Text(QT_TRANSLATE_NOOP("pages", "%1 is too long: at most %2 bytes can be used."),
///          {label, Text::verbatim(std::to_string(limit))})
///
/// The macro marks it for translators; see translations/.
class Text
{
public:
    /// `source` is English; %1 to %9 stand for the arguments, in any order.
    Text(std::string source, std::vector<Text> arguments = {})
        : m_source(std::move(source))
        , m_arguments(std::move(arguments))
    {}
    Text(const char *source)
        : m_source(source)
    {}
    /// A name, a number, and whatever else is the same in every language.
    static Text verbatim(std::string text)
    {
        Text result(std::move(text));
        result.m_isVerbatim = true;
        return result;
    }

    const std::string &source() const { return m_source; }
    const std::vector<Text> &arguments() const { return m_arguments; }
    bool isVerbatim() const { return m_isVerbatim; }

    /// As it stands in the source, arguments put in.
    std::string english() const;
    /// Put together from what `translate` makes of its source and those of its arguments.
    std::string render(const std::function<std::string(const std::string &)> &translate) const;

private:
    std::string m_source;
    std::vector<Text> m_arguments;
    bool m_isVerbatim = false;
};

} // namespace i18n
