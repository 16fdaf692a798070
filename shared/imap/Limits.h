// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace imap {

/// What a server may make us hold. Over a limit the operation fails with TooLarge and the
/// connection is dropped, unless a field says otherwise.
struct Limits
{
    /// From sending a command to its end; the caller may want less. APPEND takes what it takes.
    std::chrono::milliseconds command = std::chrono::seconds(30);
    std::size_t lineBytes = std::size_t{64} * 1024; ///< a line outside literals
    /// The same for answers that list numbers or addresses and have no other form: one line of
    /// SEARCH or ENVELOPE.
    std::size_t longLineBytes = std::size_t{12} * 1024 * 1024;
    std::uint64_t literalBytes = 64ULL * 1024 * 1024;
    std::uint64_t operationBytes = 72ULL * 1024 * 1024; ///< everything one operation reads
    std::uint32_t untaggedResponses = 200'000;          ///< per command
    /// Of a LIST; the rest is cut, and said so. So are names over MailboxName::maximumBytes, which
    /// nobody could use.
    std::size_t mailboxes = 10'000;
    std::size_t searchResults = 1'000'000; ///< the oldest are cut, and said so
};

} // namespace imap
