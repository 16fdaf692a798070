// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/ResidentMemory.h"

#include <fstream>
#include <string>

namespace support {

namespace {

/// A line of /proc/self/status, in bytes.
std::optional<std::size_t> statusOf(const std::string &name)
{
#ifdef __SANITIZE_ADDRESS__
    return std::nullopt;
#endif
    std::ifstream status("/proc/self/status");
    std::string word;
    while (status >> word) {
        std::size_t kilobytes = 0;
        if (word == name && status >> kilobytes)
            return kilobytes * 1024;
    }
    return std::nullopt;
}

} // namespace

ResidentMemory::ResidentMemory()
{
    std::ofstream("/proc/self/clear_refs") << 5; // the peak begins anew (man 5 proc)
    m_start = statusOf("VmRSS:");
}

std::optional<std::size_t> ResidentMemory::peakGrowth() const
{
    const auto peak = statusOf("VmHWM:");
    if (!peak || !m_start)
        return std::nullopt;
    return *peak > *m_start ? *peak - *m_start : 0;
}

} // namespace support
