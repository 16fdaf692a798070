// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace core {

/// What kind of failure it is; callers decide by this, never by the text.
enum class ErrorKind {
    InvalidArgument, ///< the caller's input is wrong and will stay wrong
    NotFound,        ///< the thing that was named does not exist
    Conflict, ///< the thing exists but is not in the expected state (e.g. UIDVALIDITY changed)
    Unauthenticated,  ///< user name, password or token refused
    PermissionDenied, ///< known, but not allowed
    Unsupported,      ///< the peer or this server cannot do it
    TooLarge,         ///< over a limit that is ours or the peer's
    Busy,             ///< a queue or a rate limit is full; later it may work
    Unavailable,      ///< the peer cannot be reached or broke off; later it may work
    UntrustedPeer,    ///< TLS: the certificate or the protocol version was refused
    DeadlineExceeded, ///< no answer in time
    Cancelled,        ///< the one who asked is gone
    Protocol,         ///< the peer said something its protocol does not allow
    Internal,         ///< our own mistake
};

/// Stable snake_case name, used in logs and as the error code that MCP clients see.
std::string_view nameOf(ErrorKind kind);

/// True when the same call may succeed later without a change by the caller.
bool isRetryable(ErrorKind kind);

/// A failure as a value. `message` is written for the person or model that asked; `detail` is for
/// the log only. Neither may ever hold a secret or the content of a mail.
struct Error
{
    ErrorKind kind;
    std::string message;
    std::string detail;

    // A constructor, because GCC 12 miscompiles aggregates passed by value into coroutines.
    Error(ErrorKind errorKind, std::string errorMessage, std::string errorDetail = {});
};

} // namespace core
