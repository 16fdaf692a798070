// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/mail/ScriptedMailServer.h"

#include <cstdio>
#include <string>
#include <string_view>

namespace scripted {

/// Bytes as a script writes them.
inline std::string raw(std::string_view bytes)
{
    std::string text;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte < 0x7f && c != '{' && c != '}') {
            text += c;
            continue;
        }
        char hex[8];
        std::snprintf(hex, sizeof hex, "{{%02x}}", byte);
        text += hex;
    }
    return text;
}

/// How an IMAP server shows the message with UID 7 of the INBOX.
struct MessageScript
{
    std::string structure; ///< BODYSTRUCTURE
    std::string header = "Subject: S\r\n\r\n";
    std::string flags = {};
    std::string size = "1000";
    std::string section = "1";    ///< what is fetched in the second turn …
    std::string body = "hello";   ///< … and what it holds
    std::string window = "{{*}}"; ///< how much of it is asked for

    /// The whole conversation. No second turn if `section` is empty.
    std::string text() const
    {
        std::string script = session() + R"(C: TAG1 EXAMINE "INBOX"
C: TAG2 UID FETCH 7 (UID FLAGS RFC822.SIZE INTERNALDATE BODYSTRUCTURE BODY.PEEK[HEADER]<0.262144>)
S: * 1 EXISTS
S: * OK [UIDVALIDITY 9] .
S: TAG1 OK .
S-RAW: * 1 FETCH (UID 7 FLAGS ()"
                             + raw(flags) + ") RFC822.SIZE " + size
                             + " INTERNALDATE \"21-Nov-1997 15:55:06 +0000\" BODYSTRUCTURE "
                             + raw(structure) + " BODY[HEADER]<0> " + literal(header)
                             + ")\nS-RAW: {{0d 0a}}\nS: TAG2 OK .\n";
        if (!section.empty()) {
            script += "C: TAG UID FETCH 7 (UID BODY.PEEK[" + section + "]<0." + window
                      + ">)\nS-RAW: * 1 FETCH (UID 7 BODY[" + section + "]<0> " + literal(body)
                      + ")\nS-RAW: {{0d 0a}}\nS: TAG OK .\n";
        }
        return script + "CLOSED";
    }

private:
    static std::string literal(const std::string &bytes)
    {
        return "{" + std::to_string(bytes.size()) + "}{{0d 0a}}" + raw(bytes);
    }
};

} // namespace scripted
