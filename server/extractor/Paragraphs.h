// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extractor/TextSink.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace extractor {

/// Writes paragraphs as lines and the rows of tables as lines with tabulators. What separates two
/// texts is decided when the second one comes; no more than one line stays empty between two.
class Paragraphs
{
public:
    void text(std::string_view text);
    void endParagraph();
    void beginRow();
    void endRow();
    void beginCell();
    void endCell();

    bool isFull() const { return m_sink.isFull(); }
    bool isEmpty() const { return m_sink.isEmpty(); }
    std::string take() { return m_sink.take(); }

private:
    bool isInCell() const { return m_cells > 0; }

    TextSink m_sink;
    std::size_t m_newlines = 0; ///< before the next text
    std::size_t m_tabulators = 0;
    bool m_needsBlank = false;
    std::size_t m_rows = 0;
    std::size_t m_cells = 0;
    bool m_isFirstCell = false;
};

} // namespace extractor
