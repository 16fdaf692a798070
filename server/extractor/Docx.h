// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extractor/Content.h"
#include "extractor/Package.h"
#include "extractor/Zip.h"

namespace extractor {

/// The text of a Word document (ECMA-376 part 1 §17): headers, body, footers, notes and comments;
/// paragraphs are lines, rows of tables lines with tabulators, footnotes are marked [1]. What was
/// deleted with tracked changes is left out, and so are runs that are hidden, which are counted.
Result<Content> readDocx(Zip &zip, const Package &package);

} // namespace extractor
