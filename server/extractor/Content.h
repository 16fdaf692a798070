// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "documents/Extraction.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace extractor {

/// What a document says, all of it. The text is what libraries made of it: it is not clean yet.
struct Content
{
    std::string text;
    std::optional<std::uint32_t> pages = {}; ///< pages, sheets or slides
    std::size_t hidden = 0;                  ///< passages that a person would not see, left out
    std::size_t removed = 0;                 ///< invisible characters that are gone already
    bool isTruncated = false;                ///< the document says more
};

template <typename T>
using Result = core::Result<T, documents::Problem>;

} // namespace extractor
