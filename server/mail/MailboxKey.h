// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"
#include "core/Secret.h"

#include <cstddef>
#include <string>

namespace mail {

/// Of the random key of loginKey().
constexpr std::size_t processKeyBytes = 32;

/// Stands for one login and everything that it takes: host, port, security, user name and password.
/// HMAC-SHA-256 under a key of this process, so it tells nothing about the password and two
/// accounts share it only if they are the same to the last character.
std::string loginKey(const account::ServerEndpoint &server, const account::Credentials &login,
                     const core::Secret &processKey);

/// Says whose mailbox it is, whatever the password is at the moment. In clear: only for keyed
/// hashes and for what stays in memory.
std::string mailboxIdentity(const account::MailAccount &account);

} // namespace mail
