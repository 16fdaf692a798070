// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extractor/Content.h"
#include "extractor/Zip.h"

namespace extractor {

/// The text of a document of LibreOffice and its relatives (OpenDocument 1.3 part 3): texts,
/// spreadsheets and presentations, with notes and comments. What was deleted with tracked changes
/// is left out. Encrypted: it has a password.
Result<Content> readOpenDocument(Zip &zip);

} // namespace extractor
