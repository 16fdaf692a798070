// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extractor/Content.h"

#include <string>
#include <string_view>

namespace extractor {

/// Bytes in a charset as UTF-8 whose lines end with LF. A byte order mark counts more than what was
/// declared.
std::string decodedText(std::string_view bytes, std::string_view charset);

/// A text as it is.
Content readPlainText(std::string_view bytes, std::string_view charset);

/// A calendar entry as it is, with its long lines put together again (RFC 5545 §3.1).
Content readCalendar(std::string_view bytes, std::string_view charset);

/// An HTML page as a person would read it (content::htmlToText). Without a declared charset the
/// one that its beginning names is used.
Content readHtml(std::string_view bytes, std::string_view charset);

} // namespace extractor
