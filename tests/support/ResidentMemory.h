// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>

namespace support {

/// Measures by how much the memory of this process grows at most from now on.
class ResidentMemory
{
public:
    ResidentMemory();

    /// In bytes. Nothing where it cannot be measured: without /proc, and with sanitizers, which
    /// keep memory of their own.
    std::optional<std::size_t> peakGrowth() const;

private:
    std::optional<std::size_t> m_start;
};

} // namespace support
