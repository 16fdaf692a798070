// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extractor/Content.h"

#include <string_view>

namespace extractor {

/// The text of a PDF document in reading order, each page behind a line with its number. Problems:
/// Encrypted: it cannot be opened without a password. NoText: its pages are pictures. Damaged.
Result<Content> readPdf(std::string_view bytes);

} // namespace extractor
