// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "core/Task.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <functional>
#include <string>

namespace mcp {

/// What a sealed value is for. One made for another purpose, or for another caller, does not open.
enum class SealPurpose { Session, RequestState, Confirmation, Cursor, Answer, Cancellation };

/// A short name for each, which never changes.
std::string_view nameOf(SealPurpose purpose);

/// A value as it comes back.
struct Unsealed
{
    nlohmann::json data;
    std::string id; ///< names this very value, for claimOnce
    std::int64_t issuedAt = 0;
};

/// Values that clients carry for us: nobody else can read, change or make them. The application
/// plugs it in, so this library needs no cryptography.
struct Sealer
{
    /// Visible ASCII. TooLarge for data beyond a few KiB.
    std::function<core::Result<std::string>(SealPurpose purpose, const std::string &subject,
                                            const nlohmann::json &data,
                                            std::chrono::seconds lifetime)>
        seal;
    /// InvalidArgument for whatever is wrong with it: expired, altered, another purpose or subject.
    std::function<core::Result<Unsealed>(SealPurpose purpose, const std::string &subject,
                                         const std::string &text)>
        open;
    /// True for exactly one caller. `lifetime` is that which the value was sealed with.
    std::function<core::Task<core::Result<bool>>(const Unsealed &value,
                                                 std::chrono::seconds lifetime)>
        claimOnce;
};

} // namespace mcp
