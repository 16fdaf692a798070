// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "core/Task.h"

#include <nlohmann/json_fwd.hpp>

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>

namespace adminsocket {

struct Limits
{
    std::size_t connections = 8;
    std::chrono::milliseconds idle = std::chrono::minutes(1); ///< without a complete request
};

/// Who gets in beside root.
enum class Admits {
    Owner, ///< processes of the server's own user
    Group, ///< and those whose user is in the server's own group
};

/// Answers one request; see adminlink/Protocol.h.
using Handler = std::function<core::Task<core::Result<nlohmann::json>>(std::string method,
                                                                       nlohmann::json parameters)>;

/// The socket through which the administrator talks to this server. Nobody else may open the file,
/// and the kernel says whose the peer is (SO_PEERCRED, SO_PEERGROUPS; unix(7), socket(7)). Main
/// thread only. What is being answered may outlive it.
class AdminSocket
{
public:
    AdminSocket(Handler handler, Admits admits, Limits limits);
    ~AdminSocket();
    AdminSocket(const AdminSocket &) = delete;
    AdminSocket &operator=(const AdminSocket &) = delete;

    /// A socket that a dead server has left behind is taken over. Unavailable: another server
    /// listens there, or it cannot be made. InvalidArgument: the server's group is the one that
    /// stands for unknown groups, so its members cannot be told from others.
    core::Result<core::Done> listen(const std::string &path);

private:
    class Listener;
    std::unique_ptr<Listener> m_listener;
};

} // namespace adminsocket
