// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extractor/Content.h"
#include "extractor/Package.h"
#include "extractor/Zip.h"

namespace extractor {

/// The text of an Excel workbook (ECMA-376 part 1 §18): its sheets in their order and by name, a
/// line for each row, with tabulators between the cells. Formulas show what they came to when the
/// workbook was saved; dates are ISO 8601, other numbers as they are stored. Sheets that are hidden
/// say so.
Result<Content> readXlsx(Zip &zip, const Package &package);

} // namespace extractor
