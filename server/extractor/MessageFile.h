// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extractor/Content.h"

#include <string_view>

namespace extractor {

/// A message as a file (message/rfc822, .eml): who wrote what to whom, what it says, and the names
/// of its attachments, which stay closed, messages among them.
Result<Content> readMessageFile(std::string_view bytes);

} // namespace extractor
