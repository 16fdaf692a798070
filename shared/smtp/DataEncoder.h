// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace smtp {

/// A message on its way into DATA, piece by piece: every line end (CRLF, a lone CR, a lone LF)
/// becomes CRLF, so that no server can see the end of the message where another sees a line of it
/// ("SMTP smuggling"), and a dot at the beginning of a line is doubled (RFC 5321 §4.5.2).
class DataEncoder
{
public:
    std::string encode(std::string_view piece);
    /// Ends the last line if it has no end. Without the lone dot.
    std::string finish();

private:
    enum class Position { LineStart, InLine, AfterCr };

    Position m_position = Position::LineStart;
};

} // namespace smtp
