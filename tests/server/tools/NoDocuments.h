// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/DocumentReader.h"

namespace toolcall {

/// For tests that read no attachment: there is no extractor.
inline documents::DocumentReader &noDocuments()
{
    static documents::DocumentReader reader("", {});
    return reader;
}

} // namespace toolcall
