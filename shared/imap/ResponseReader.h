// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Clock.h"
#include "core/Result.h"
#include "core/Task.h"
#include "imap/Tokenizer.h"

#include <cstdint>

namespace net {
class Stream;
}

namespace imap {

/// Reads one response, line by line and literal by literal. A literal over `maximumLiteral` bytes
/// is TooLarge before any of it is read; memory grows with what arrives, never with what is
/// announced.
core::Task<core::Result<RawResponse>>
readResponse(net::Stream &stream, std::uint64_t maximumLiteral, core::Deadline deadline);

} // namespace imap
