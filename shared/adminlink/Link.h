// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Cancellation.h"
#include "core/Clock.h"
#include "core/Result.h"
#include "core/Task.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace adminlink {

/// How a running server is.
struct ServerStatus
{
    std::string version;
    std::string url;            ///< BASE_URL
    std::int64_t startedAt = 0; ///< seconds since 1970
    bool isReady = false;       ///< its state store can be used
    std::string problem;        ///< why not
};

/// A client that somebody has logged in through.
struct Client
{
    std::string handle; ///< names it to revoke() and allow()
    std::string name;   ///< anybody may have chosen it: to be shown as plain text
    std::int64_t firstSeenAt = 0;
    std::int64_t lastUsedAt = 0; ///< 0: never
    std::int64_t logins = 0;     ///< that are not over
    bool isDenied = false;

    bool operator==(const Client &other) const = default;
};

/// Asks a server on this computer through its socket (ADMIN_SOCKET), with a connection for each
/// question. Errors: Unavailable (no server there), PermissionDenied (the socket is for another
/// user), DeadlineExceeded, Cancelled, Protocol, TooLarge, and what the server answers. Main thread
/// only; the link outlives its tasks.
class Link
{
public:
    explicit Link(std::string socketPath);

    core::Task<core::Result<ServerStatus>> status(core::Deadline deadline,
                                                  core::Cancellation cancellation) const;
    /// In the text format of Prometheus.
    core::Task<core::Result<std::string>> metrics(core::Deadline deadline,
                                                  core::Cancellation cancellation) const;
    /// The last used first.
    core::Task<core::Result<std::vector<Client>>> clients(core::Deadline deadline,
                                                          core::Cancellation cancellation) const;
    /// Refuses a client and all its tokens. NotFound.
    core::Task<core::Result<core::Done>> revoke(std::string handle, core::Deadline deadline,
                                                core::Cancellation cancellation) const;
    /// Takes that back. NotFound.
    core::Task<core::Result<core::Done>> allow(std::string handle, core::Deadline deadline,
                                               core::Cancellation cancellation) const;
    /// Everybody has to log in again.
    core::Task<core::Result<core::Done>> endEveryLogin(core::Deadline deadline,
                                                       core::Cancellation cancellation) const;
    /// The last entries, the oldest first, each a JSON object as text. Unsupported: it is not in a
    /// file.
    core::Task<core::Result<std::vector<std::string>>>
    auditLog(std::size_t lines, core::Deadline deadline, core::Cancellation cancellation) const;

private:
    core::Task<core::Result<nlohmann::json>> call(std::string request, core::Deadline deadline,
                                                  core::Cancellation cancellation) const;

    std::string m_path;
};

} // namespace adminlink
