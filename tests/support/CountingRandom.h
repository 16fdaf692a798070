// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Random.h"

namespace support {

/// Chance that a test knows: the bytes first, first + 1, first + 2, …
class CountingRandom : public core::Random
{
public:
    explicit CountingRandom(unsigned char first = 0)
        : m_next(first)
    {}

    void fill(char *bytes, std::size_t count) override
    {
        for (std::size_t i = 0; i < count; ++i)
            bytes[i] = static_cast<char>(m_next++);
    }

private:
    unsigned char m_next;
};

} // namespace support
