// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/BodyParts.h"
#include "mail/MessageHeaders.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mail {

/// One of the texts of a message.
struct BodyText
{
    std::string text;         ///< valid UTF-8 without NUL, lines end with LF
    bool isTruncated = false; ///< the message says more
};

/// A message, as much of it as a reader needs: no attachment's content.
struct Message
{
    MessageSummary summary;
    std::string folder; ///< its path as the server has it
    std::uint32_t uidValidity = 0;
    std::optional<BodyText> text; ///< text/plain
    std::optional<BodyText> html; ///< text/html, raw: never render it, never fetch what it links to
    std::vector<Attachment> attachments;
    std::size_t attachmentTotal = 0;
    /// The server described its parts beyond our limits or not at all: `text` is the beginning of
    /// everything, as it was sent, and the attachments are not known.
    bool isUnstructured = false;

    /// True when something of header, texts or attachments was cut.
    bool isTruncated() const
    {
        return isUnstructured || summary.headers.isTruncated || (text && text->isTruncated)
               || (html && html->isTruncated) || attachmentTotal > attachments.size();
    }
};

} // namespace mail
