// SPDX-License-Identifier: GPL-3.0-or-later
#include "i18n/Text.h"

namespace i18n {

std::string Text::english() const
{
    return render([](const std::string &source) { return source; });
}

std::string Text::render(const std::function<std::string(const std::string &)> &translate) const
{
    if (m_isVerbatim)
        return m_source;
    const std::string pattern = translate(m_source);
    std::string result;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const char next = i + 1 < pattern.size() ? pattern[i + 1] : '\0';
        const auto index = static_cast<std::size_t>(next - '1');
        if (pattern[i] != '%' || next < '1' || next > '9' || index >= m_arguments.size()) {
            result += pattern[i];
            continue;
        }
        result += m_arguments[index].render(translate);
        ++i;
    }
    return result;
}

} // namespace i18n
