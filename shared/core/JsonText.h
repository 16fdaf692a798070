// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace core {

/// What a JSON text may hold at most. The depth is what protects the process: nlohmann's values
/// recurse when they are copied, compared and written.
struct JsonLimits
{
    std::size_t bytes;
    std::size_t values; ///< members and items, at all depths together
    std::size_t depth = 64;
};

/// Reads one JSON text (RFC 8259) that a stranger sent. Beside malformed text it refuses what two
/// readers could understand differently: a byte order mark, NUL bytes, lone surrogates, invalid
/// UTF-8 and repeated member names. Errors are InvalidArgument, over a limit TooLarge.
Result<nlohmann::json> parseJson(std::string_view text, const JsonLimits &limits);

/// The value as JSON text without blanks. Invalid UTF-8 becomes U+FFFD. It says what nlohmann's
/// dump() says, in a fraction of the time: most of what is written are texts without anything to
/// escape.
std::string writeJson(const nlohmann::json &value);

/// A value that writeJson() writes as this text, which must be one complete JSON value: for what is
/// said often and never changes. Nothing else can look into it.
nlohmann::json preparedJson(std::string_view text);
bool isPreparedJson(const nlohmann::json &value);

} // namespace core
