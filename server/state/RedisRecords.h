// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "state/FamilyRecord.h"
#include "state/SendRecord.h"

#include <optional>
#include <string>

namespace state {

/// A family as it lies in a Redis server.
struct RedisFamily
{
    FamilyRecord record;
    std::string client = {}; ///< its stored key; empty: revoked before it began

    std::string text() const;
    /// Nothing for what text() did not write.
    static std::optional<RedisFamily> parse(const std::string &text);
};

/// A message on its way out, likewise.
std::string textOf(const SendRecord &record);
std::optional<SendRecord> parseSendRecord(const std::string &text);

} // namespace state
