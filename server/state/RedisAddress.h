// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"
#include "core/Result.h"
#include "core/Secret.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace state {

/// Which Redis or Valkey server a STATE_URL names, and as whom to use it.
struct RedisAddress
{
    account::ServerEndpoint endpoint;
    std::string username;  ///< empty: the server's default user
    core::Secret password; ///< empty: none is needed
    std::uint32_t database = 0;

    /// redis://[user:password@]host[:port][/database] in the clear, rediss:// with TLS; user name
    /// and password percent-encoded. The error is a sentence for the administrator that does not
    /// repeat the URL: there may be a password in it.
    static core::Result<RedisAddress> parse(std::string_view url);

    /// For messages: without user name and password.
    std::string name() const;
};

} // namespace state
