// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Task.h"
#include "mail/Message.h"

#include <cstddef>
#include <string>

namespace view {

/// A message as one plain text: a line that says that others wrote it, the header fields that
/// matter, the names of its attachments, and what it says. Clients put resources into the context
/// of a model as they are, so this is what a model reads best: the same as JSON costs half as much
/// again for quotes and escapes, and says less clearly where the words of the sender begin. What a
/// tool needs to go on (folder, UID, UIDVALIDITY, Message-ID, References) is in it.
///
/// At most `maximumBytes` of what it says; everything is clean, and a header field is one line.
/// Moves the texts out of `message`, which must live until the task ends.
core::Task<std::string> readableMessage(std::string folder, mail::Message &message,
                                        std::size_t maximumBytes);

} // namespace view
