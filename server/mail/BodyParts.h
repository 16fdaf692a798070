// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/BodyStructure.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mail {

/// A part of a message that is not shown as its text.
struct Attachment
{
    /// What it is, beyond its content type.
    enum class Kind {
        File,
        Picture,        ///< shown within the text, which names it by its Content-ID
        Message,        ///< message/rfc822
        Tnef,           ///< winmail.dat: files and formatting that only Outlook takes out
        SmimeEncrypted, ///< the real message is inside, and only its recipient can open it
        SmimeSigned,    ///< the real message is inside, together with its signature
        SmimeSignature,
        PgpEncrypted, ///< the real message is inside, and only its recipient can open it
        PgpControl,   ///< says that the part beside it is encrypted, and nothing else
        PgpSignature,
        PgpKeys,
    };

    std::string fileName;    ///< harmless, never empty
    std::string contentType; ///< lower case: "application/pdf"
    std::uint64_t size = 0;  ///< bytes after decoding, estimated
    std::string partNumber;  ///< "2.1": what IMAP calls it
    std::string contentId;   ///< without angle brackets, for `cid:` links; may be empty
    bool isInline = false;   ///< meant to be shown within the text
    Kind kind = Kind::File;
    std::string charset;           ///< of a text; as it was declared
    std::string encoding;          ///< Content-Transfer-Encoding, lower case
    std::uint64_t encodedSize = 0; ///< bytes in transfer encoding
};

/// "file", "picture", "smime_encrypted" …
std::string_view nameOf(Attachment::Kind kind);

/// How a message is presented: which parts are its text, and what else there is.
struct BodyParts
{
    const imap::BodyStructure *text = nullptr; ///< text/plain; points into the structure
    const imap::BodyStructure *html = nullptr; ///< text/html
    std::vector<Attachment> attachments;       ///< in the order of the message
    std::size_t attachmentTotal = 0;           ///< more than attachments if there are very many
};

/// The text is the first text/plain and the first text/html that a mail program would display:
/// parts that are attachments, or sit beside the root of multipart/related, are not, nor is plain
/// text behind HTML that it is no alternative to. Every other leaf is an attachment, so nothing is
/// hidden; message/rfc822 counts as one leaf.
BodyParts chooseBodyParts(const imap::BodyStructure &structure, std::size_t maximumAttachments);

} // namespace mail
