// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/Extraction.h"

#include <string_view>

namespace extractor {

/// Reads a document and answers with the window of its text that was asked for, clean. Never fails:
/// what went wrong is in the answer.
documents::Extraction extract(const documents::ExtractionRequest &request, std::string_view bytes);

} // namespace extractor
