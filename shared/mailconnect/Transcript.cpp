// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailconnect/Transcript.h"

#include "mailconnect/ShownText.h"
#include "mailconnect/TranscriptRecorder.h"

#include <utility>

namespace mailconnect {

std::string Transcript::text() const
{
    std::string text;
    for (const auto &line : lines) {
        switch (line.speaker) {
        case TranscriptLine::Speaker::Client:
            text += "C: " + line.text + "\n";
            break;
        case TranscriptLine::Speaker::Server:
            text += "S: " + line.text + "\n";
            break;
        case TranscriptLine::Speaker::Note:
            text += "[" + line.text + "]\n";
            break;
        }
    }
    if (isTruncated)
        text += "[…]\n";
    return text;
}

void TranscriptRecorder::clientSaid(std::string_view line)
{
    add(TranscriptLine::Speaker::Client, line);
}

void TranscriptRecorder::serverSaid(std::string_view line)
{
    add(TranscriptLine::Speaker::Server, line);
}

void TranscriptRecorder::note(std::string_view text)
{
    add(TranscriptLine::Speaker::Note, text);
}

void TranscriptRecorder::add(TranscriptLine::Speaker speaker, std::string_view text)
{
    if (m_transcript.lines.size() == mostLines) {
        m_transcript.isTruncated = true;
        return;
    }
    m_transcript.lines.push_back({.speaker = speaker, .text = shownText(text, longestLine)});
}

Transcript TranscriptRecorder::take()
{
    return std::exchange(m_transcript, {});
}

} // namespace mailconnect
