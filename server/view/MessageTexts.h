// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/ReadableText.h"
#include "content/UnicodeHygiene.h"
#include "core/Task.h"
#include "mail/Message.h"

#include <optional>
#include <string>

namespace view {

/// The texts of a message as they are shown.
struct MessageTexts
{
    content::ReadableText readable;
    std::optional<std::string> html; ///< as it was sent, but clean; nothing unless asked for
    content::UnicodeHygiene hygiene; ///< what cleaned both; it goes on with the other fields
};

enum class ShowHtml { Yes, No };

/// Moves the texts out of `message`. All but short ones are cleaned and converted on a worker
/// thread.
core::Task<MessageTexts> takeTexts(mail::Message &message, ShowHtml showHtml);

} // namespace view
