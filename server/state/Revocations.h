// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <unordered_set>

namespace state {

/// Everything that was revoked, under its stored keys: small enough to be held in memory.
struct Revocations
{
    std::unordered_set<std::string> families;
    std::unordered_set<std::string> clients;
    std::int64_t notBefore = 0;
};

} // namespace state
