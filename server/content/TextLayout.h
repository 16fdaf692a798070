// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace content {

/// Writes plain text the way it would stand on a page: blanks collapse, blocks get lines of their
/// own, quotes a `>`, lists their marks. What separates two texts is decided when the second one
/// comes, so nothing piles up around empty blocks.
class TextLayout
{
public:
    explicit TextLayout(std::size_t maximumBytes)
        : m_maximumBytes(maximumBytes)
    {}

    void addText(std::string_view utf8);
    /// Directly behind the text before, whatever blanks it ends with.
    void attach(std::string_view utf8);
    /// A line break that was asked for: two of them make an empty line.
    void breakLine();
    /// The beginning or the end of a block.
    void endLine() { separate(1); }
    /// The same, with an empty line between.
    void endParagraph() { separate(2); }

    void beginPreformatted() { ++m_preformatted; }
    void endPreformatted() { --m_preformatted; }
    void beginQuote();
    void endQuote();
    void beginList(std::optional<int> firstNumber);
    void endList();
    void beginListItem();
    /// A row of a table: its cells stand on one line as long as each of them has only one.
    void beginRow();
    void endRow();
    void beginCell();

    /// Where the text is now, for textSince().
    std::size_t position() const { return m_text.size(); }
    /// What was added since, without the marks before it.
    std::string_view textSince(std::size_t position) const;

    bool isFull() const { return m_isFull; }
    std::string take();

private:
    void separate(int newlines);
    void addCollapsed(std::string_view utf8);
    void addPreformatted(std::string_view utf8);
    void append(std::string_view utf8);
    void startOutput();
    void startLine();
    void trimEnd();

    std::size_t m_maximumBytes;
    std::string m_text;
    std::size_t m_lines = 0;
    std::size_t m_contentBegin = 0; ///< behind the marks of the line
    int m_newlines = 0;             ///< before the next text
    bool m_needsBlank = false;      ///< before the next text
    bool m_needsSeparator = false;  ///< between cells, before the next text
    bool m_needsMark = false;       ///< of a list, before the next text
    int m_preformatted = 0;
    int m_quotes = 0;
    int m_quotesBefore = 0;                         ///< on the last line
    std::vector<std::optional<int>> m_lists;        ///< the next number, if it has numbers
    std::vector<std::optional<std::size_t>> m_rows; ///< the line on which its text begins
    bool m_isFull = false;
};

} // namespace content
