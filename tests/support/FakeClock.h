// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Clock.h"

namespace support {

/// A wall clock that a test moves by hand. It starts at 2026-01-01T00:00:00Z.
class FakeClock : public core::Clock
{
public:
    std::chrono::system_clock::time_point now() const override { return m_now; }
    void advance(std::chrono::seconds duration) { m_now += duration; }

private:
    std::chrono::system_clock::time_point m_now{std::chrono::seconds(1767225600)};
};

} // namespace support
