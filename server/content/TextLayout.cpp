// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/TextLayout.h"

#include "content/UnicodeHygiene.h"
#include "core/Unicode.h"

#include <algorithm>

namespace content {

namespace {

constexpr int maximumNewlines = 3; // two empty lines
constexpr int maximumMarks = 20;   // of quotes, or levels of lists, on a line
constexpr std::string_view cellSeparator = " | ";
constexpr std::string_view noBreakSpace = "\xc2\xa0";

bool isCollapsible(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

} // namespace

void TextLayout::addText(std::string_view utf8)
{
    if (m_preformatted > 0)
        addPreformatted(utf8);
    else
        addCollapsed(utf8);
}

void TextLayout::addCollapsed(std::string_view utf8)
{
    while (!utf8.empty() && !m_isFull) {
        if (isCollapsible(utf8.front())) {
            m_needsBlank = true;
            utf8.remove_prefix(1);
            continue;
        }
        std::size_t end = 0;
        while (end < utf8.size() && !isCollapsible(utf8[end]))
            ++end;
        const auto word = utf8.substr(0, end);
        utf8.remove_prefix(end);
        // No-break spaces fill empty cells.
        if (m_needsSeparator && !UnicodeHygiene::isVisible(word))
            continue;
        startOutput();
        append(word);
    }
}

void TextLayout::addPreformatted(std::string_view utf8)
{
    while (!utf8.empty() && !m_isFull) {
        const auto end = std::min(utf8.find('\n'), utf8.size());
        if (end > 0) {
            startOutput();
            append(utf8.substr(0, end));
        }
        if (end < utf8.size())
            breakLine();
        utf8.remove_prefix(std::min(end + 1, utf8.size()));
    }
}

/// No-break spaces are there to keep words apart, not to look different from blanks.
void TextLayout::append(std::string_view utf8)
{
    while (!utf8.empty()) {
        const auto end = std::min(utf8.find(noBreakSpace), utf8.size());
        m_text += utf8.substr(0, end);
        utf8.remove_prefix(end);
        if (!utf8.empty()) {
            m_text += ' ';
            utf8.remove_prefix(noBreakSpace.size());
        }
    }
    m_isFull = m_text.size() > m_maximumBytes;
}

void TextLayout::attach(std::string_view utf8)
{
    if (m_isFull)
        return;
    while (m_text.size() > m_contentBegin && m_text.ends_with(' '))
        m_text.pop_back();
    append(utf8);
}

void TextLayout::breakLine()
{
    m_needsBlank = false;
    m_needsSeparator = false;
    m_newlines = std::min(m_newlines + 1, maximumNewlines);
}

void TextLayout::separate(int newlines)
{
    m_needsBlank = false;
    // A block at the beginning of a cell or an item goes on the line of the cell or item.
    if (m_needsSeparator)
        return;
    m_newlines = std::max(m_newlines, m_needsMark ? std::min(newlines, 1) : newlines);
}

void TextLayout::beginQuote()
{
    m_needsSeparator = false;
    endParagraph();
    ++m_quotes;
}

void TextLayout::endQuote()
{
    endParagraph();
    --m_quotes;
}

void TextLayout::beginList(std::optional<int> firstNumber)
{
    m_needsSeparator = false;
    separate(m_lists.empty() ? 2 : 1);
    m_lists.push_back(firstNumber);
}

void TextLayout::endList()
{
    m_lists.pop_back();
    m_needsMark = false;
    separate(m_lists.empty() ? 2 : 1);
}

void TextLayout::beginListItem()
{
    endLine();
    m_needsMark = true;
}

void TextLayout::beginRow()
{
    endLine();
    m_rows.emplace_back();
}

void TextLayout::endRow()
{
    const auto firstLine = m_rows.back();
    m_rows.pop_back();
    if (!m_rows.empty() && !m_rows.back())
        m_rows.back() = firstLine;
    m_needsSeparator = m_needsSeparator && !firstLine;
    endLine();
}

void TextLayout::beginCell()
{
    if (m_rows.empty()) {
        endLine();
        return;
    }
    // The first cell of a table goes on the line of the cell that the table is in.
    if (!m_rows.back() && m_needsSeparator)
        return;
    m_needsSeparator = m_rows.back() == m_lines;
    if (m_needsSeparator)
        m_newlines = 0;
    else
        endLine();
}

/// Takes blanks off the end of a line that is through. If there was nothing else on it, it is an
/// empty line like any other.
void TextLayout::trimEnd()
{
    while (!m_text.empty() && isCollapsible(m_text.back())) {
        if (m_text.back() == '\n') {
            m_newlines = std::min(m_newlines + 1, maximumNewlines);
            --m_lines;
        }
        m_text.pop_back();
    }
}

/// Whatever has to come before a text.
void TextLayout::startOutput()
{
    if (m_newlines > 0)
        trimEnd();
    const bool isFirst = m_text.empty();
    if (m_newlines > 0 && !isFirst) {
        for (int i = 1; i < m_newlines; ++i) {
            m_text += '\n';
            ++m_lines;
            m_text.append(static_cast<std::size_t>(
                              std::clamp(std::min(m_quotes, m_quotesBefore), 0, maximumMarks)),
                          '>');
        }
        m_text += '\n';
        ++m_lines;
    }
    if (isFirst || m_newlines > 0)
        startLine();
    else if (m_needsSeparator && m_text.find_first_not_of(' ', m_contentBegin) != std::string::npos)
        m_text += cellSeparator;
    else if (m_needsBlank && !m_text.ends_with(' '))
        m_text += ' ';
    m_newlines = 0;
    m_needsBlank = false;
    m_needsSeparator = false;
    if (!m_rows.empty() && !m_rows.back())
        m_rows.back() = m_lines;
}

void TextLayout::startLine()
{
    const auto quotes = static_cast<std::size_t>(std::clamp(m_quotes, 0, maximumMarks));
    m_text.append(quotes, '>');
    if (quotes > 0)
        m_text += ' ';
    m_quotesBefore = m_quotes;
    const auto levels = std::min<std::size_t>(m_lists.size(), maximumMarks);
    const std::size_t indentation = levels * 2;
    if (m_needsMark && levels > 0) {
        m_text.append(indentation - 2, ' ');
        auto &number = m_lists.back();
        if (number)
            m_text += std::to_string((*number)++) + ". ";
        else
            m_text += "- ";
    } else {
        m_text.append(indentation, ' ');
        if (m_needsMark)
            m_text += "- ";
    }
    m_needsMark = false;
    m_contentBegin = m_text.size();
}

std::string_view TextLayout::textSince(std::size_t position) const
{
    const std::string_view text = m_text;
    if (position >= text.size())
        return {};
    // What stands on this line only; the marks before it are nobody's words.
    const auto begin = std::max(position, m_contentBegin);
    auto since = text.substr(std::min(begin, text.size()));
    if (since.starts_with(cellSeparator))
        since.remove_prefix(cellSeparator.size());
    if (since.starts_with(' '))
        since.remove_prefix(1);
    return since;
}

std::string TextLayout::take()
{
    if (m_isFull)
        m_text.resize(core::truncateUtf8(m_text, m_maximumBytes).size());
    trimEnd();
    return std::move(m_text);
}

} // namespace content
