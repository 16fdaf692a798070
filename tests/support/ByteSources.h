// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ByteSource.h"
#include "support/Await.h"

#include <cstddef>
#include <string>

namespace support {

/// Everything that a source has, read in pieces of at most `maximum` bytes.
inline core::Result<std::string> contentOf(core::ByteSource &source, std::size_t maximum)
{
    std::string content;
    while (true) {
        const auto piece = await(source.read(maximum));
        if (!piece)
            return piece.error();
        if (piece->empty())
            return content;
        content += *piece;
    }
}

} // namespace support
