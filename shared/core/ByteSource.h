// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "core/Task.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace core {

/// Bytes that somebody pulls, as many at a time as there is room for: a file, a part of a message
/// on its way from the mail server. Whoever does not pull holds the source up, so nothing piles up
/// in between. It is read once, from the first byte to the last, by one coroutine at a time, and
/// outlives the task of its last read. Deadlines and cancellation are those it was made with. Main
/// thread only.
class ByteSource
{
public:
    virtual ~ByteSource() = default;

    /// At least one byte and at most `maximum`, which is not 0, waiting until there are some; an
    /// empty string is the end. After an error every later read returns an error, too.
    virtual Task<Result<std::string>> read(std::size_t maximum) = 0;

    /// How many bytes there are in all, if that is known before they have been read.
    virtual std::optional<std::uint64_t> size() const { return std::nullopt; }
};

} // namespace core
