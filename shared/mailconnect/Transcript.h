// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace mailconnect {

/// A line of a conversation with a server, fit to be shown: no secrets, nothing invisible.
struct TranscriptLine
{
    enum class Speaker {
        Client,
        Server,
        Note, ///< not said by anybody: "TLS begins", "1234 bytes"
    };
    Speaker speaker = Speaker::Client;
    std::string text;

    bool operator==(const TranscriptLine &) const = default;
};

struct Transcript
{
    std::vector<TranscriptLine> lines;
    bool isTruncated = false; ///< there were more lines than are kept

    /// "C: …" and "S: …", a line each; notes in brackets.
    std::string text() const;
};

} // namespace mailconnect
