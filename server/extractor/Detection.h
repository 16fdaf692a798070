// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/Extraction.h"

#include <string_view>

namespace extractor {

/// What a file is: its first bytes decide where they can; what its sender calls it says only which
/// kind of text a text is. Archives are told apart by their content later: all are
/// documents::Format::Archive here.
documents::Format detect(std::string_view bytes, const documents::ExtractionRequest &request);

/// True for what begins as every ZIP archive does.
bool isZip(std::string_view bytes);

} // namespace extractor
