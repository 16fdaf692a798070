// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace smtp {

/// What the server answers to a command (RFC 5321 §4.2).
struct Reply
{
    int code = 0;
    /// The enhanced status code, "5.1.1" (RFC 3463), or empty.
    std::string status;
    /// The lines without code and line end; the enhanced code is still in them. Server text is for
    /// the log, never for people or models.
    std::vector<std::string> lines;

    bool isPositive() const { return code / 100 == 2; }
    bool isTemporary() const { return code / 100 == 4; }
    /// Code and text on one line, shortened.
    std::string forLog() const;
};

/// Puts a reply together from its lines.
class ReplyParser
{
public:
    enum class State { NeedsMore, Complete };
    static constexpr std::size_t mostLines = 100;
    static constexpr std::size_t longestLine = 4096;

    /// Protocol: not an SMTP reply, or two codes in one; TooLarge: too many or too long lines.
    core::Result<State> add(std::string_view line);
    /// The complete reply; the parser is as new afterwards.
    Reply take();

private:
    Reply m_reply;
};

} // namespace smtp
