// SPDX-License-Identifier: GPL-3.0-or-later
#include "smtp/DataEncoder.h"

#include "smtp/MessageTraits.h"

namespace smtp {

std::string DataEncoder::encode(std::string_view piece)
{
    std::string encoded;
    encoded.reserve(piece.size() + piece.size() / 32 + 16);
    while (!piece.empty()) {
        const char c = piece.front();
        if (c == '\n' && m_position == Position::AfterCr) {
            m_position = Position::LineStart; // the second half of a line end that is written
            piece.remove_prefix(1);
            continue;
        }
        if (c == '\r' || c == '\n') {
            encoded += "\r\n";
            m_position = c == '\r' ? Position::AfterCr : Position::LineStart;
            piece.remove_prefix(1);
            continue;
        }
        if (c == '.' && m_position != Position::InLine)
            encoded += '.';
        m_position = Position::InLine;
        const auto text = firstLine(piece);
        encoded += text;
        piece.remove_prefix(text.size());
    }
    return encoded;
}

std::string DataEncoder::finish()
{
    if (m_position != Position::InLine)
        return {};
    m_position = Position::LineStart;
    return "\r\n";
}

} // namespace smtp
