// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extractor/Content.h"
#include "extractor/Package.h"
#include "extractor/Zip.h"

namespace extractor {

/// The text of a PowerPoint presentation (ECMA-376 part 1 §19): the slides in their order, each
/// with its notes. Slides that are not shown say so.
Result<Content> readPptx(Zip &zip, const Package &package);

} // namespace extractor
