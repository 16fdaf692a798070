// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mailconnect/Transcript.h"
#include "net/Conversation.h"

#include <cstddef>

namespace mailconnect {

/// Keeps what client and server say, as far as there is room.
class TranscriptRecorder final : public net::Conversation
{
public:
    static constexpr std::size_t mostLines = 2000;
    static constexpr std::size_t longestLine = 1000; ///< bytes

    void clientSaid(std::string_view line) override;
    void serverSaid(std::string_view line) override;
    void note(std::string_view text);

    Transcript take();

private:
    void add(TranscriptLine::Speaker speaker, std::string_view text);

    Transcript m_transcript;
};

} // namespace mailconnect
