// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace core {
class Clock;
} // namespace core

namespace mail {
class SessionPool;
} // namespace mail

namespace prompts {

/// What the prompts work with. All of it must outlive them.
struct Services
{
    mail::SessionPool &pool;
    const core::Clock &clock;
};

} // namespace prompts
