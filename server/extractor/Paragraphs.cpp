// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractor/Paragraphs.h"

#include <algorithm>

namespace extractor {

void Paragraphs::text(std::string_view text)
{
    if (text.empty())
        return;
    if (m_newlines > 0 && !m_sink.isEmpty())
        m_sink.add(std::string_view("\n\n").substr(0, std::min<std::size_t>(m_newlines, 2)));
    m_newlines = 0;
    for (; m_tabulators > 0 && !m_sink.isFull(); --m_tabulators)
        m_sink.add("\t");
    if (m_needsBlank)
        m_sink.add(" ");
    m_needsBlank = false;
    m_sink.add(text);
}

void Paragraphs::endParagraph()
{
    // A cell stays on the line of its row.
    if (isInCell())
        m_needsBlank = true;
    else
        ++m_newlines;
}

void Paragraphs::beginRow()
{
    if (m_rows++ > 0)
        return; // of a table within a cell
    m_newlines = std::max<std::size_t>(m_newlines, 1);
    m_isFirstCell = true;
}

void Paragraphs::endRow()
{
    if (m_rows == 0)
        return;
    --m_rows;
    if (m_rows > 0)
        return;
    m_tabulators = 0;
    m_needsBlank = false;
    m_newlines = std::max<std::size_t>(m_newlines, 1);
}

void Paragraphs::beginCell()
{
    if (m_cells++ > 0) {
        m_needsBlank = true;
        return;
    }
    m_needsBlank = false;
    if (!m_isFirstCell)
        ++m_tabulators;
    m_isFirstCell = false;
}

void Paragraphs::endCell()
{
    if (m_cells > 0)
        --m_cells;
    if (!isInCell())
        m_needsBlank = false;
}

} // namespace extractor
