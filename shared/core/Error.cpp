// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/Error.h"

#include <utility>

namespace core {

Error::Error(ErrorKind errorKind, std::string errorMessage, std::string errorDetail)
    : kind(errorKind)
    , message(std::move(errorMessage))
    , detail(std::move(errorDetail))
{}

std::string_view nameOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::InvalidArgument:
        return "invalid_argument";
    case ErrorKind::NotFound:
        return "not_found";
    case ErrorKind::Conflict:
        return "conflict";
    case ErrorKind::Unauthenticated:
        return "unauthenticated";
    case ErrorKind::PermissionDenied:
        return "permission_denied";
    case ErrorKind::Unsupported:
        return "unsupported";
    case ErrorKind::TooLarge:
        return "too_large";
    case ErrorKind::Busy:
        return "busy";
    case ErrorKind::Unavailable:
        return "unavailable";
    case ErrorKind::UntrustedPeer:
        return "untrusted_peer";
    case ErrorKind::DeadlineExceeded:
        return "deadline_exceeded";
    case ErrorKind::Cancelled:
        return "cancelled";
    case ErrorKind::Protocol:
        return "protocol_error";
    case ErrorKind::Internal:
        return "internal";
    }
    return "internal";
}

bool isRetryable(ErrorKind kind)
{
    return kind == ErrorKind::Busy || kind == ErrorKind::Unavailable
           || kind == ErrorKind::DeadlineExceeded;
}

} // namespace core
