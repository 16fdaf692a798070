// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "mime/Address.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace mime {

struct AttachedFile
{
    std::string fileName;
    std::string contentType; ///< "application/pdf"
    std::string bytes;
};

/// What a new message says. All text is UTF-8; the addresses have been checked and are written as
/// they are.
struct MessageContent
{
    Address from;
    std::vector<Address> to;
    std::vector<Address> cc;
    std::vector<Address> bcc;
    std::string subject;
    std::chrono::sys_seconds date;
    std::string messageId; ///< with its angle brackets, as the following ones
    std::string boundary;  ///< base64url that nobody can guess; separates the parts
    std::string inReplyTo = {};
    std::vector<std::string> references = {};
    std::string text;                     ///< any line ends
    std::optional<std::string> html = {}; ///< the same once more, for programs that show HTML
    std::vector<AttachedFile> attachments = {};
};

/// A finished message: lines end with CRLF and have at most 998 bytes, and all is ASCII but
/// addresses that are not.
class BuiltMessage
{
public:
    BuiltMessage(std::string header, std::string bccField, std::string entity);

    /// For the wire: nobody sees who else got a hidden copy.
    std::string withoutBcc() const { return m_header + m_entity; }
    /// For the sender's own folders.
    std::string withBcc() const { return m_header + m_bccField + m_entity; }

private:
    std::string m_header;
    std::string m_bccField;
    std::string m_entity;
};

/// Builds a message after RFC 5322, 2045, 2047, 2231 and 6532: text/plain, with multipart/
/// alternative when there is HTML, in multipart/mixed when there are attachments. Nothing in it
/// tells about this program or machine. InvalidArgument: a control character or line separator in
/// a header field, a NUL in a text, something that is no Message-ID. Takes about a millisecond for
/// 8 KiB. Thread-safe.
core::Result<BuiltMessage> buildMessage(const MessageContent &content);

} // namespace mime
