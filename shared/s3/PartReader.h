// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ByteSource.h"
#include "core/Result.h"
#include "core/Task.h"

#include <cstddef>
#include <cstdint>
#include <string>

namespace s3 {

/// Cuts a source into parts of one size, which stay in memory until the next one, because a request
/// may have to be sent again. Hashes them as they come, a little at a time.
class PartReader
{
public:
    /// The source outlives it.
    PartReader(core::ByteSource &source, std::size_t partSize);

    /// The next part: `partSize` bytes, the last one fewer; only that of an empty source is empty.
    /// Unavailable: the source ended before or went on after the size that it had named; and what
    /// the source says.
    core::Task<core::Result<core::Done>> next();

    const std::string &bytes() const { return m_bytes; }
    /// Hexadecimal SHA-256 of bytes().
    const std::string &hash() const { return m_hash; }
    bool isLast() const { return m_isLast; }

private:
    core::Result<core::Done> checkSize() const;

    core::ByteSource &m_source;
    std::size_t m_partSize;
    std::string m_bytes;
    std::string m_hash;
    std::string m_ahead; ///< begins the next part
    std::uint64_t m_total = 0;
    bool m_isLast = false;
};

} // namespace s3
