// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

/// How the desktop program talks to a server on the same computer: a Unix socket that only root,
/// the server's user and, if ADMIN_SOCKET_FOR says so, its group can use, one JSON object a line,
/// one answer for each request, in order.
///
///     {"method":"revoke","parameters":{"handle":"k3v9"}}
///     {"result":{}}
///     {"error":{"kind":"not_found","message":"…"}}
namespace adminlink {

/// Methods and what they take and return.
namespace method {
inline constexpr std::string_view status = "status"; ///< → version, url, started_at, ready, problem
inline constexpr std::string_view metrics = "metrics"; ///< → text, as at /metrics
inline constexpr std::string_view clients = "clients"; ///< → clients: handle, name, first_seen, …
inline constexpr std::string_view revoke = "revoke";   ///< handle → nothing
inline constexpr std::string_view allow = "allow";     ///< handle → nothing
inline constexpr std::string_view endEveryLogin = "end_every_login"; ///< → not_before
inline constexpr std::string_view auditLog = "audit_log";            ///< lines → entries
} // namespace method

struct Limits
{
    static constexpr std::size_t request = 4096;             ///< bytes of a line
    static constexpr std::size_t answer = 4UL * 1024 * 1024; ///< bytes of a line
    static constexpr std::size_t auditLines = 500;           ///< that may be asked for
};

} // namespace adminlink
