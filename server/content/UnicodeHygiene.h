// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace content {

/// What every text that comes from a mail or a mail server goes through before a model sees it:
/// subjects, names, bodies, file names, folder names, flags, error texts. People cannot see what it
/// removes, so a model must not read it either: tag characters and other invisible ones, bidi
/// controls, control characters but tabulator and line feed. Malformed UTF-8 becomes U+FFFD.
/// Cleaning twice changes nothing.
class UnicodeHygiene
{
public:
    std::string clean(std::string_view text);
    /// The same as one line: every line end, those of Unicode too, and tabulator becomes a blank.
    std::string cleanLine(std::string_view text);

    /// How many characters all calls together removed.
    std::size_t removed() const { return m_removed; }

    /// True if a person sees something of the text: not only blanks and what clean() removes.
    static bool isVisible(std::string_view text);

private:
    std::size_t m_removed = 0;
};

} // namespace content
