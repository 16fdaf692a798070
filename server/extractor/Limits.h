// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace extractor {

/// What one document may cost. The first group is for the kernel to keep, whatever the libraries
/// do; the second ends with a text that is cut or an answer that says why there is none.
struct Limits
{
    static constexpr std::uint64_t memoryBytes = 384UL * 1024 * 1024; ///< address space
    static constexpr std::uint64_t cpuSeconds = 10;

    static constexpr std::size_t documentBytes = 64UL * 1024 * 1024;
    static constexpr std::size_t textBytes = 8UL * 1024 * 1024;
    static constexpr std::size_t unpackedBytes = 256UL * 1024 * 1024; ///< of an archive, in all
    static constexpr std::size_t entries = 20'000;                    ///< of an archive
    static constexpr std::size_t relationships = 100'000;
    static constexpr std::size_t xmlDepth = 200;
    static constexpr std::size_t sharedStringBytes = 64UL * 1024 * 1024;
    static constexpr std::size_t sharedStrings = 4'000'000;
    static constexpr std::size_t rows = 1'048'576; ///< of a sheet
    static constexpr std::size_t columns = 16'384; ///< of a sheet
    static constexpr std::size_t pages = 10'000;
    static constexpr std::size_t messageParts = 200;
    static constexpr std::size_t messageDepth = 20;
};

} // namespace extractor
