// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Base64.h"
#include "mail/PartReader.h"
#include "server/mail/ScriptedMailServer.h"

#include <string>
#include <string_view>

/// How an IMAP server delivers part 2 of the message with UID 7 of the INBOX, window by window.
namespace scripted {

inline std::string windowItem(std::size_t offset, std::size_t count = 131'072)
{
    return "(UID BODY.PEEK[2]<" + std::to_string(offset) + "." + std::to_string(count) + ">)\n";
}

inline std::string windowAnswer(std::size_t offset, std::string_view bytes)
{
    std::string text = "S-RAW: * 1 FETCH (UID 7 BODY[2]<" + std::to_string(offset) + "> {"
                       + std::to_string(bytes.size()) + "}{{CRLF}}";
    for (const char c : bytes) {
        if (c == '\r')
            text += "{{0d}}";
        else if (c == '\n')
            text += "{{0a}}";
        else
            text += c;
    }
    return text + ")\nS-RAW: {{CRLF}}\nS: TAG2 OK .\n";
}

/// The first window, on a new connection.
inline std::string firstWindow(std::string_view bytes, const std::string &uidValidity = "9")
{
    return session() + "C: TAG1 EXAMINE \"INBOX\"\nC: TAG2 UID FETCH 7 " + windowItem(0)
           + "S: * 1 EXISTS\nS: * OK [UIDVALIDITY " + uidValidity + "] .\nS: TAG1 OK .\n"
           + windowAnswer(0, bytes);
}

/// A later one; `bytes` is the whole part.
inline std::string laterWindow(std::size_t offset, std::string_view bytes,
                               std::size_t count = 131'072)
{
    return "C: TAG1 NOOP\nC: TAG2 UID FETCH 7 " + windowItem(offset, count) + "S: TAG1 OK .\n"
           + windowAnswer(offset, bytes.substr(std::min(offset, bytes.size()), count));
}

inline std::string inBase64(std::string_view content)
{
    const auto text = core::encodeBase64(content);
    std::string lines;
    for (std::size_t i = 0; i < text.size(); i += 76)
        lines += text.substr(i, 76) + "\r\n";
    return lines;
}

inline std::string someBytes(std::size_t count)
{
    std::string bytes;
    for (std::size_t i = 0; i < count; ++i)
        bytes += static_cast<char>('!' + i * 31 % 83 % 70);
    return bytes;
}

inline mail::MessagePart partTwo(const std::string &encoding, std::size_t encodedSize)
{
    return {.folder = "INBOX",
            .uidValidity = 9,
            .uid = 7,
            .partNumber = "2",
            .encoding = encoding,
            .encodedSize = encodedSize};
}

} // namespace scripted
