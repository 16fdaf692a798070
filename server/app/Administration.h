// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adminsocket/AdminSocket.h"
#include "core/Clock.h"
#include "core/Result.h"
#include "core/Task.h"
#include "state/StateStore.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <functional>
#include <string>

namespace app {

/// Answers what the administrator asks through the socket (adminlink/Protocol.h).
class Administration
{
public:
    struct Services
    {
        state::StateStore &store;
        const core::Clock &clock;
        std::function<std::string()> metrics; ///< in the text format of Prometheus
        std::string url;                      ///< BASE_URL
        std::string auditLog;                 ///< AUDIT_LOG
        adminsocket::Admits admits = adminsocket::Admits::Owner;
    };

    /// Services outlive it, and it outlives the event loop's last turn.
    explicit Administration(Services services);

    /// Errors of AdminSocket::listen().
    core::Result<core::Done> listen(const std::string &path);

    /// The answer to one request. InvalidArgument, NotFound, Unsupported; errors of the store.
    core::Task<core::Result<nlohmann::json>> answer(std::string method, nlohmann::json parameters);

private:
    core::Task<core::Result<nlohmann::json>> status();
    core::Task<core::Result<nlohmann::json>> clients();
    core::Result<nlohmann::json> auditLog(const nlohmann::json &parameters) const;

    Services m_services;
    std::int64_t m_startedAt;
    adminsocket::AdminSocket m_socket;
};

} // namespace app
